/** name-mismatch: the articles spell the name of a person or a body otherwise. */

import type { Evidence } from '../check/finding.ts';
import type { Rule } from './rule.ts';
import { asSentence, sourceName } from './wording.ts';

export const nameMismatch: Rule = {
  code: 'name-mismatch',
  severity: 'warning',
  title: 'The articles spell the name otherwise',
  explanation: `No article has this name, and the articles about the same people have one that differs by a letter or
two. Every spelling that an article uses is accepted, and so are the spelling conventions of British and American
English. Names inside quotations are compared with the quotation.`,
  example: `\`\`\`article outlet="Gulf Wire" date=2020-01-01
Defense Secretary Mark Esper met Joan Pell in Kuwait City on Tuesday. Esper left in the evening.
\`\`\`

\`\`\`draft
Joan Pell received Defense Secretary Mark Espar on Tuesday.
                                     ^^^^^^^^^^ name-mismatch "Mark Esper" => "Mark Esper"
\`\`\``,
};

export function nameMismatchMessage(evidence: Evidence, theirs: string, ours: string): string {
  return asSentence(`${sourceName(evidence)} writes ${theirs}, not ${ours}`);
}
