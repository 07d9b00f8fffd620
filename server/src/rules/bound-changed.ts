/** bound-changed: the number is right, but “more than” has become “fewer than” or the like. */

import type { Evidence } from '../check/finding.ts';
import type { Rule } from './rule.ts';
import { asSentence, midSentence, sourceName } from './wording.ts';

export const boundChanged: Rule = {
  code: 'bound-changed',
  severity: 'warning',
  title: 'The bound of the figure differs',
  explanation: `The articles give the same number under another bound: *nearly 60%* is not *over 60%*, *more than
5,000* is not *fewer than 5,000*. Adding or dropping *about* is no change, and *at least 25* agrees with *25*.
*More than 418* is not *418*, which somebody has counted; of round figures, such as *more than 500* for 500, it is let pass.`,
  example: `\`\`\`article outlet="Gulf Wire" date=2020-01-01
More than 5,000 American troops are stationed in Iraq to support local forces.
\`\`\`

\`\`\`draft
Fewer than 5,000 American troops are stationed in Iraq to support local forces.
~~~~~~~~~~~~~~~~ bound-changed "More than 5,000"
\`\`\``,
};

/** `value` and `written` are the two figures with the words of their bounds. */
export function boundChangedMessage(evidence: Evidence, value: string, written: string): string {
  return asSentence(`${sourceName(evidence)} says ${midSentence(value)}, not ${midSentence(written)}`);
}
