/** quote-not-found: no article has these words or any near them. */

import type { Rule } from './rule.ts';

export const quoteNotFound: Rule = {
  code: 'quote-not-found',
  severity: 'information',
  title: 'No article has this quotation',
  explanation: `Neither these words nor words near them stand in the articles. The writer may well have them from an
interview, so this is information. Titles of works, terms and scare quotes stay quiet, and quotations of less than
20 characters count only when they are found word for word.`,
  example: `\`\`\`article outlet="Gulf Wire" date=2020-01-01
The bridge over the harbour was closed on Monday for repairs.
\`\`\`

\`\`\`draft
“Nobody warned the ferry companies about it,” said Ann Reyes, who runs one of them.
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote-not-found
\`\`\``,
};

export function quoteNotFoundMessage(): string {
  return 'No article has this quotation or words near it.';
}

/** For a word or two that the articles use, but of something else; this is never reported. */
export function quoteElsewhereMessage(): string {
  return 'The articles have these words only where they are about something else.';
}
