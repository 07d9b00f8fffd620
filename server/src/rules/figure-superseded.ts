/** figure-superseded: the articles that bear the draft out are older than others that give a newer figure. */

import type { Evidence } from '../check/finding.ts';
import type { Rule } from './rule.ts';
import { asSentence, midSentence, sourceName } from './wording.ts';

export const figureSuperseded: Rule = {
  code: 'figure-superseded',
  severity: 'information',
  title: 'A later article gives another figure',
  explanation: `An article bears the draft out, but every article that was published later and tells the same fact
gives another value: death tolls rise, counts are corrected. The draft may mean the earlier state; then nothing is to
be done.`,
  example: `\`\`\`article name=first.md outlet="Gulf Wire" date=2021-03-04
The storm in the port of Varna killed 12 people, the coast guard said.
\`\`\`

\`\`\`article name=later.md outlet="Harbour Post" date=2021-03-06
The storm in the port of Varna killed 17 people, the coast guard said.
\`\`\`

\`\`\`draft
The storm in the port of Varna killed 12 people, the coast guard said.
                                      ^^ figure-superseded "17"
\`\`\``,
};

/** Both lists hold passages with their values, the second the newer ones; neither is empty. */
export function figureSupersededMessage(older: readonly Evidence[], newer: readonly Evidence[]): string {
  const [latest] = [...newer].sort((a, b) => (b.published ?? '').localeCompare(a.published ?? ''));
  const [first] = older;
  const said =
    latest === undefined ? '' : `${sourceName(latest)} gives ${midSentence(latest.value ?? 'another value')}`;
  const before =
    first === undefined
      ? ''
      : `; ${midSentence(first.value ?? 'the draft’s value')} is from ${sourceName(first)}`;
  return asSentence(`${said}${before}`);
}
