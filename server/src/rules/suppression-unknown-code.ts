/** suppression-unknown-code: a comment of the draft names a code or asks for an action that there is not. */

import type { Rule } from './rule.ts';

export const suppressionUnknownCode: Rule = {
  code: 'suppression-unknown-code',
  severity: 'hint',
  title: 'A comment names a code or an action that there is not',
  explanation: `A comment that is to keep a finding quiet names a code that does not exist, usually a misspelt one, so it
suppresses nothing; so does one that begins with \`corroborate-\` and goes on with an action that does not exist. The codes
are listed under [rules](README.md); the actions, and how comments are written in each language, are told under
[suppression](../suppression.md). The quick fix takes the code out, and writes the action that is most likely meant.`,
  example: `\`\`\`article outlet="Gulf Wire" date=2020-01-01
The Pentagon said about 750 soldiers would deploy to Kuwait within days.
\`\`\`

\`\`\`draft
<!-- corroborate-disable-next-line figure-missmatch -->
                                   ^^^^^^^^^^^^^^^^ suppression-unknown-code "There is no code figure-missmatch"
The Pentagon said on Friday that 850 soldiers would deploy to Kuwait.
                                 ^^^ figure-mismatch

<!-- corroborate-disable-nextline -->
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppression-unknown-code "no action" => "corroborate-disable-next-line"
Of 850 soldiers, the Pentagon said, all would deploy to Kuwait.
   ^^^ figure-mismatch
\`\`\``,
};

/** `name` is the action as written; `meant` the one it most likely is, null where none is near. */
export function unknownActionMessage(name: string, meant: string | null): string {
  const near = meant === null ? '' : ` It may be meant for ${meant}.`;
  return `There is no action ${name}, so this comment suppresses nothing.${near}`;
}

export function unknownCodeMessage(code: string): string {
  return `There is no code ${code}, so this comment does not suppress it.`;
}
