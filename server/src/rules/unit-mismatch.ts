/** unit-mismatch: the number is the articles’ own, its unit or scale is not. */

import type { Evidence } from '../check/finding.ts';
import type { Rule } from './rule.ts';
import { asSentence, midSentence, sourceName } from './wording.ts';

export const unitMismatch: Rule = {
  code: 'unit-mismatch',
  severity: 'warning',
  title: 'The articles give another unit',
  explanation: `The draft has the number of the articles with another unit or scale: hours for miles, billion for
million, per cent for percentage points. Conversions that come out right (26 miles, 42 kilometres) are no mismatch.`,
  example: `\`\`\`article outlet="Harbour Post" date=2021-03-04
The company lost 40 million euros in the last quarter, its report said.
\`\`\`

\`\`\`draft
The company lost 40 billion euros in the last quarter, its report said.
                 ^^^^^^^^^^^^^^^^ unit-mismatch "40 million euros"
\`\`\``,
};

/** `value` is the article’s figure and `written` the draft’s, both with their units. */
export function unitMismatchMessage(evidence: Evidence, value: string, written: string): string {
  return asSentence(`${sourceName(evidence)} says ${midSentence(value)}, not ${midSentence(written)}`);
}
