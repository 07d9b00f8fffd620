/** quote-altered: the articles have other words between quotation marks. */

import type { Evidence } from '../check/finding.ts';
import type { Rule } from './rule.ts';
import { sourceName } from './wording.ts';

export const quoteAltered: Rule = {
  code: 'quote-altered',
  severity: 'warning',
  title: 'The articles have other words',
  explanation: `The quotation stands in the articles with other words: some are changed, left out without an ellipsis or
put in without brackets. Typography, capitals, spelling conventions, \`[sic]\`, insertions in square brackets and
omissions marked by an ellipsis are no alteration.

The quick fix restores the article’s words and keeps the draft’s own marks and “she said”. Where several articles print
the words in several ways, each is shown and has a fix. Where an article or the draft says that the words were spoken in
another language (“told reporters in Spanish”, “through an interpreter”), the finding says that they are a translation:
two translations are near each other and not equal.`,
  example: `\`\`\`article outlet="Gulf Wire" date=2020-01-01
“We are prepared to deploy within four days,” Colonel Ann Reyes said.
\`\`\`

\`\`\`draft
Reyes told reporters: “We are ready to deploy within four days.”
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote-altered "prepared"
\`\`\``,
};

/** `theirs` and `ours` are the first differing words of the article and of the draft, with a word or two around them. */
export function quoteAlteredMessage(
  evidence: Evidence,
  theirs: string,
  ours: string,
  others: number,
): string {
  const more =
    others === 0 ? '' : others === 1 ? ' One more passage differs.' : ` ${others} more passages differ.`;
  return `${sourceName(evidence)} has “${theirs}”, not “${ours}”.${more}`;
}

/** For wordings so far apart that the first difference tells little. */
export function quoteNearMessage(evidence: Evidence, theirs: string): string {
  return `${sourceName(evidence)} has a near but not equal wording: “${theirs}”.`;
}

/** For several articles, each with a wording of its own. */
export function quoteWordingsMessage(
  wordings: readonly { readonly evidence: Evidence; readonly words: string }[],
): string {
  const each = wordings.map(({ evidence, words }) => `${sourceName(evidence)} has “${words}”`);
  return `The articles word it otherwise, and not alike: ${each.join('; ')}.`;
}

/** `message` of words of which an article or the draft says that they were translated. */
export function ofTranslation(message: string): string {
  return `${message} The words are a translation, and another translation may differ.`;
}
