/** citation-missing: the articles bear a sentence out and it does not say which. */

import type { Evidence } from '../check/finding.ts';
import type { Rule } from './rule.ts';
import { sourceName } from './wording.ts';

export const citationMissing: Rule = {
  code: 'citation-missing',
  severity: null,
  title: 'A supported sentence cites no source',
  explanation: `An article bears out what the sentence says, and the sentence cites nothing: no note, key, link or source in
brackets, neither in it nor behind its full stop. One hint a sentence, on its first supported claim, with quick fixes
that cite. Not every text cites every sentence, so this is silent unless it is turned on with \`corroborate.severity\`.
Which notations count stands in [citations](../citations.md).`,
  example: `\`\`\`article outlet="Harbour Post" date=2021-03-04
The library lent 4,500 books in the spring.
\`\`\`

\`\`\`draft
The library lent 4,500 books in the spring.
                 ^^^^^ supported "Harbour Post"
\`\`\``,
};

export function citationMissingMessage(evidence: Evidence): string {
  return `${sourceName(evidence)} bears this out; the sentence cites no source.`;
}
