/** figure-mismatch: the articles give another figure for the same fact. */

import type { Evidence } from '../check/finding.ts';
import type { Rule } from './rule.ts';
import { asSentence, midSentence, sourceName } from './wording.ts';

export const figureMismatch: Rule = {
  code: 'figure-mismatch',
  severity: 'warning',
  title: 'The articles give another figure',
  explanation: `The articles speak of the same fact and give another figure for it. Roundings, conversions of units,
hedges such as *about*, and sums or differences of figures in the articles are no mismatch.

The quick fix writes the article’s figure in the draft’s own style. Where no article has the draft’s figure and none of
theirs surely stands in its place, the nearest passage is shown and there is no quick fix.`,
  example: `\`\`\`article outlet="Gulf Wire" date=2020-01-01
The Pentagon said about 750 soldiers would deploy to Kuwait within days.
\`\`\`

\`\`\`draft
The Pentagon said 850 soldiers would deploy to Kuwait.
                  ^^^ figure-mismatch "about 750" => "750"
\`\`\``,
};

/** `value` is the article’s figure and `written` the draft’s, both as they stand in the texts. */
export function figureMismatchMessage(evidence: Evidence, value: string, written: string): string {
  return asSentence(`${sourceName(evidence)} says ${midSentence(value)}, not ${midSentence(written)}`);
}

/** Where none of the articles’ figures surely stands in the place of the draft’s; `evidence` is what comes nearest. */
export function figureAbsentMessage(evidence: Evidence, written: string): string {
  return asSentence(`${sourceName(evidence)} comes nearest to this and does not say ${midSentence(written)}`);
}
