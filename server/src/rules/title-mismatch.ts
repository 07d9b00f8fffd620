/** title-mismatch: the articles give the office to another person. */

import type { Evidence } from '../check/finding.ts';
import type { Rule } from './rule.ts';
import { asSentence, sourceName } from './wording.ts';

export const titleMismatch: Rule = {
  code: 'title-mismatch',
  severity: 'warning',
  title: 'The articles give the title to somebody else',
  explanation: `The draft writes an office before a name; the articles give another office to that person and this one
to somebody else. Only offices that one person holds at a time are compared, so *Officer*, *spokesman* or *Dr* never are.`,
  example: `\`\`\`article outlet="Gulf Wire" date=2020-01-01
Harbour Minister Joan Pell met Governor Tom Varga on Tuesday.
\`\`\`

\`\`\`draft
Governor Joan Pell left the meeting early.
^^^^^^^^ title-mismatch "Harbour Minister" => "Harbour Minister"
\`\`\``,
};

/** `theirs` is the title that the article gives the person, and `holder` the one to whom the articles give `ours`. */
export function titleMismatchMessage(
  evidence: Evidence,
  name: string,
  theirs: string,
  ours: string,
  holder: string,
): string {
  return asSentence(`${sourceName(evidence)} calls ${name} ${theirs}; ${ours} is ${holder}`);
}
