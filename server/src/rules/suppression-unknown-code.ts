/** suppression-unknown-code: a comment of the draft suppresses a code that there is not. */

import type { Rule } from './rule.ts';

export const suppressionUnknownCode: Rule = {
  code: 'suppression-unknown-code',
  severity: 'hint',
  title: 'A comment names a code that there is not',
  explanation: `A comment that is to keep a finding quiet names a code that does not exist, usually a misspelt one, so it
suppresses nothing. The codes are listed under [rules](README.md); how comments are written in each language is told
under [suppression](../suppression.md). The quick fix takes the code out.`,
  example: `\`\`\`article outlet="Gulf Wire" date=2020-01-01
The Pentagon said about 750 soldiers would deploy to Kuwait within days.
\`\`\`

\`\`\`draft
<!-- corroborate-disable-next-line figure-missmatch -->
                                   ^^^^^^^^^^^^^^^^ suppression-unknown-code "There is no code figure-missmatch"
The Pentagon said on Friday that 850 soldiers would deploy to Kuwait.
                                 ^^^ figure-mismatch
\`\`\``,
};

export function unknownCodeMessage(code: string): string {
  return `There is no code ${code}, so this comment does not suppress it.`;
}
