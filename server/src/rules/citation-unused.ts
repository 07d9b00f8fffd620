/** citation-unused: a note or an entry in the draft that nothing refers to. */

import type { Rule } from './rule.ts';

export const citationUnused: Rule = {
  code: 'citation-unused',
  severity: 'hint',
  title: 'A note or reference is not cited',
  explanation: `A footnote, or an entry of a list of references in the draft itself, is referred to by nothing: the
sentence that cited it may be gone. Entries of a bibliography file are not reported, since other drafts may cite them,
and neither is anything in a draft that asks for uncited entries to be listed (\`nocite\`).`,
  example: `\`\`\`article outlet="Harbour Post" date=2021-03-04
The library lent 4,500 books in the spring.
\`\`\`

\`\`\`draft
The library lent 4,500 books in the spring.

[^post]: A busy spring. *Harbour Post*, 4 March 2021.
  ^^^^ citation-unused "Nothing refers"
\`\`\``,
};

export function unusedMessage(kind: 'note' | 'key', label: string): string {
  return `Nothing refers to the ${kind === 'note' ? 'footnote' : 'reference'} “${label}”.`;
}
