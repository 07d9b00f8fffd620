/** citation-mismatch: the article that a sentence cites does not bear its claim out, and another one does. */

import type { Evidence } from '../check/finding.ts';
import type { Rule } from './rule.ts';
import { midSentence, sourceName } from './wording.ts';

export const citationMismatch: Rule = {
  code: 'citation-mismatch',
  severity: 'information',
  title: 'Another article bears this out, not the one cited',
  explanation: `The sentence cites articles of the corpus, none of them bears the claim out when it is looked up in them
alone, and an article that is not cited does. Where the sentence also cites something that is not among the articles,
this stays quiet: it may be there. A citation counts for the sentence it stands in or behind.`,
  example: `\`\`\`article name=post.md outlet="Harbour Post" date=2021-03-04 url=https://example.org/post title="A busy spring"
The library lent 4,500 books in the spring.
\`\`\`

\`\`\`article name=wire.md outlet="Gulf Wire" date=2021-03-05 url=https://example.org/wire title="Bakers hire"
The bakery on Main Street employs 45 people.
\`\`\`

\`\`\`draft
The library lent 4,500 books in the spring.[^1]
                 ^^^^^ citation-mismatch "Gulf Wire (5 March 2021) is cited"

[^1]: Bakers hire. *Gulf Wire*, 5 March 2021. <https://example.org/wire>
\`\`\``,
};

/** What is known of an article that is cited. */
type Cited = Pick<Evidence, 'outlet' | 'title' | 'path' | 'published'>;

/** `says` is what the cited article gives in the place of the claim, null where it gives nothing. */
export function citationMismatchMessage(
  cited: readonly Cited[],
  says: string | null,
  best: Evidence,
): string {
  const names = cited.map(sourceName);
  const [one = ''] = names;
  const supports = `${sourceName(best)} bears it out.`;
  if (cited.length > 1) return `None of the ${cited.length} articles cited here says this; ${supports}`;
  const said = says === null ? 'does not say this' : `says ${midSentence(says)}`;
  return `${one} is cited here and ${said}; ${supports}`;
}
