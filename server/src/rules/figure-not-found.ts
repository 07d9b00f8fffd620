/** figure-not-found: no article gives the figure, and none gives another for the same fact. */

import type { Rule } from './rule.ts';
import { asSentence, midSentence } from './wording.ts';

export const figureNotFound: Rule = {
  code: 'figure-not-found',
  severity: null,
  title: 'The articles do not give this figure',
  explanation: `No article gives this figure or date for the fact, and none gives another. The writer may have it from
elsewhere, so this is silent unless it is turned on with \`corroborate.severity\`.`,
  example: `\`\`\`article outlet="Harbour Post" date=2021-03-04
The library opened a new reading room in the spring.
\`\`\`

\`\`\`draft
The bakery employs 45 people.
                   ^^ not-enough-evidence
\`\`\``,
};

export function figureNotFoundMessage(written: string): string {
  return asSentence(`The articles do not give ${midSentence(written)} for this`);
}
