/** articles-disagree: some articles bear the draft out and others give something else for the same fact. */

import type { Evidence } from '../check/finding.ts';
import type { Rule } from './rule.ts';
import { asSentence, midSentence, sourceName } from './wording.ts';

export const articlesDisagree: Rule = {
  code: 'articles-disagree',
  severity: 'information',
  title: 'The articles disagree',
  explanation: `At least one article bears the draft out and at least one gives another value for the same fact. Each is
listed with its date; which to follow is the writer’s decision.`,
  example: `\`\`\`article name=wire.md outlet="Gulf Wire" date=2020-01-01
The air strikes on Sunday killed 25 fighters of the militia in western Iraq.
\`\`\`

\`\`\`article name=post.md outlet="Harbour Post" date=2020-01-01
The air strikes on Sunday killed 31 fighters of the militia in western Iraq.
\`\`\`

\`\`\`draft
The air strikes on Sunday killed 25 fighters of the militia in western Iraq.
                                 ^^ articles-disagree "31"
\`\`\``,
};

/** Both lists hold passages with their values; neither is empty. */
export function articlesDisagreeMessage(
  agreeing: readonly Evidence[],
  differing: readonly Evidence[],
): string {
  const list = (evidence: readonly Evidence[]): string =>
    evidence.map((one) => `${midSentence(one.value ?? 'otherwise')} (${sourceName(one)})`).join(', ');
  return asSentence(`The articles disagree: ${list(agreeing)}; ${list(differing)}`);
}
