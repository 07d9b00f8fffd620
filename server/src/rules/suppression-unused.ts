/** suppression-unused: a comment of the draft suppresses a finding that there is not, or is no longer. */

import type { Rule } from './rule.ts';

export const suppressionUnused: Rule = {
  code: 'suppression-unused',
  severity: 'hint',
  title: 'A comment suppresses nothing',
  explanation: `A comment that is to keep a finding quiet covers none: the draft or the articles have changed since, or it
stands on the wrong line. It is better taken out than left for a finding to come; the quick fix does that. Codes that are
turned off in the settings are passed over, and so is everything while articles are still being read. How comments are
written in each language is told under [suppression](../suppression.md).`,
  example: `\`\`\`article outlet="Gulf Wire" date=2020-01-01
The Pentagon said about 750 soldiers would deploy to Kuwait within days.
\`\`\`

\`\`\`draft
<!-- corroborate-disable-next-line figure-mismatch -->
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ suppression-unused "suppresses nothing" => ""
The Pentagon said on Friday that 750 soldiers would deploy to Kuwait.
                                 ^^^ supported
\`\`\``,
};

/** `code` is the one of several that is not used; null means that none is. */
export function unusedSuppressionMessage(code: string | null): string {
  return code === null
    ? 'This comment suppresses nothing: there is no such finding here.'
    : `This comment suppresses no finding of ${code}: there is none here.`;
}
