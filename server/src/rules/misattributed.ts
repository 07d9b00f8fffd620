/** misattributed: the articles give the words to somebody else. */

import type { Evidence } from '../check/finding.ts';
import type { Rule } from './rule.ts';
import { asSentence, sourceName } from './wording.ts';

export const misattributed: Rule = {
  code: 'misattributed',
  severity: 'warning',
  title: 'The articles give the words to somebody else',
  explanation: `The words stand in the articles, and there another person or body says them. Short names, titles and
pronouns are resolved within the paragraph on both sides. Where an article leaves its own speaker unclear, or one of
several articles agrees with the draft, nothing is reported. A quotation that has other words as well is reported as
\`quote-altered\`, and the name of its speaker by itself.`,
  example: `\`\`\`article outlet="Gulf Wire" date=2019-12-31
Harbour Minister Joan Pell opened the session. “The bridge will be rebuilt by spring,” Pell said.
Mayor Tom Varga said the city would pay its share.
\`\`\`

\`\`\`draft
“The bridge will be rebuilt by spring,” Mayor Tom Varga said.
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ misattributed "Joan Pell"
\`\`\``,
};

/** Both names as a reader knows them: `Mike Pompeo`, `Mark Esper`. */
export function misattributedMessage(evidence: Evidence, theirs: string, ours: string): string {
  return asSentence(`${sourceName(evidence)} gives these words to ${theirs}, not to ${ours}`);
}

/** For words that the article has otherwise, or has more of. */
export function misattributedNearMessage(evidence: Evidence, theirs: string, ours: string): string {
  return asSentence(`${sourceName(evidence)} gives the words nearest to these to ${theirs}, not to ${ours}`);
}
