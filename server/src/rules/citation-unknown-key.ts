/** citation-unknown-key: a citation refers to a note or an entry that is nowhere. */

import type { Rule } from './rule.ts';

export const citationUnknownKey: Rule = {
  code: 'citation-unknown-key',
  severity: 'information',
  title: 'A citation refers to nothing',
  explanation: `A footnote reference has no note in the draft, or a key has no entry in the bibliographies that the draft
names. Keys are looked up only where every bibliography could be read, so a draft whose bibliography is named elsewhere is
not reported. Cross-references to figures and sections (\`@fig-map\`, \`@sec:method\`) are no citations.`,
  example: `\`\`\`article outlet="Harbour Post" date=2021-03-04
The library lent 4,500 books in the spring.
\`\`\`

\`\`\`draft
The library lent 4,500 books in the spring.[^post]
                                             ^^^^ citation-unknown-key "no footnote “post”"
\`\`\``,
};

export function unknownNoteMessage(label: string): string {
  return `The draft has no footnote “${label}”.`;
}

/** `places` are the names of the files that were looked in; none means the draft's own list. */
export function unknownKeyMessage(key: string, places: readonly string[]): string {
  const where = places.length === 0 ? 'the references of the draft' : places.join(', ');
  return `There is no entry “${key}” in ${where}.`;
}
