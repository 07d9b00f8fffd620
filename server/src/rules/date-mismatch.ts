/** date-mismatch: the articles give another day, month, year or period for the same event. */

import type { Evidence } from '../check/finding.ts';
import type { Rule } from './rule.ts';
import { asSentence, midSentence, sourceName } from './wording.ts';

export const dateMismatch: Rule = {
  code: 'date-mismatch',
  severity: 'warning',
  title: 'The articles give another date',
  explanation: `The articles date the same event otherwise. Weekdays are read against the article’s own date, so
*on Tuesday* in an article of 1 January 2020 and *31 December 2019* are the same day. A coarser date that holds the
finer one (*in December*) is no mismatch.`,
  example: `\`\`\`article outlet="Gulf Wire" date=2020-01-01
Protesters stormed the embassy compound in Baghdad on Tuesday.
\`\`\`

\`\`\`draft
Protesters stormed the embassy compound in Baghdad on Monday.
                                                      ^^^^^^ date-mismatch "Tuesday" => "Tuesday"
\`\`\``,
};

/** `value` is the article’s date and `written` the draft’s, both as they stand in the texts. */
export function dateMismatchMessage(evidence: Evidence, value: string, written: string): string {
  return asSentence(`${sourceName(evidence)} says ${midSentence(value)}, not ${midSentence(written)}`);
}
