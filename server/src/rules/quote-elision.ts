/** quote-elision: what an ellipsis leaves out, or how it joins what is left, changes what was said. */

import type { Evidence } from '../check/finding.ts';
import type { Rule } from './rule.ts';
import { sourceName } from './wording.ts';

export const quoteElision: Rule = {
  code: 'quote-elision',
  severity: 'warning',
  title: 'An ellipsis changes the statement',
  explanation: `An ellipsis may skip words. It is reported when the words it skips hold a negation of the clause it cuts
into, when the parts stand in another order in the article, when they were said by different speakers, or when they
stand far apart.`,
  example: `\`\`\`article outlet="Gulf Wire" date=2020-01-01
“We will under no circumstances withdraw the brigade before spring,” Colonel Ann Reyes said.
\`\`\`

\`\`\`draft
Reyes said: “We will … withdraw the brigade before spring.”
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote-elision "no"
\`\`\``,
};

export function skipsNegationMessage(evidence: Evidence, skipped: string): string {
  return `The words left out change the meaning: ${sourceName(evidence)} has “${skipped}” there.`;
}

export function bridgesSpeakersMessage(evidence: Evidence): string {
  return `The ellipsis joins words of different speakers in ${sourceName(evidence)}.`;
}

/** `words` is how many words stand between the two parts. */
export function farApartMessage(evidence: Evidence, words: number): string {
  return `The parts joined by the ellipsis stand ${words} words apart in ${sourceName(evidence)}.`;
}

export function reorderedMessage(evidence: Evidence): string {
  return `The parts joined by the ellipsis stand in another order in ${sourceName(evidence)}.`;
}
