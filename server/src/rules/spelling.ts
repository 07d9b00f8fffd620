/** spelling: the words of a quotation agree and are written otherwise. */

import type { Evidence } from '../check/finding.ts';
import type { Rule } from './rule.ts';
import { sourceName } from './wording.ts';

export const spelling: Rule = {
  code: 'spelling',
  severity: 'hint',
  title: 'The articles spell the quotation otherwise',
  explanation: `The quotation is word for word that of the article but for how words are written: *defence* and
*defense*, *heavily-fortified* and *heavily fortified*, *do not* and *don’t*, *two* and *2*. Most house styles ask for
this, so it is only a hint.`,
  example: `\`\`\`article outlet="Gulf Wire" date=2020-01-01
“The defence of the harbour is our first duty,” Colonel Ann Reyes said.
\`\`\`

\`\`\`draft
“The defense of the harbour is our first duty,” Colonel Ann Reyes said.
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ spelling "defence"
\`\`\``,
};

export function spellingMessage(evidence: Evidence, theirs: string, ours: string): string {
  return `${sourceName(evidence)} writes “${theirs}” where the draft has “${ours}”.`;
}
