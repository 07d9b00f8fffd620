/** draft-inconsistent: the draft itself gives another figure for the same fact, such as its headline. */

import type { Rule } from './rule.ts';
import { midSentence, shorten } from './wording.ts';

export const draftInconsistent: Rule = {
  code: 'draft-inconsistent',
  severity: 'warning',
  title: 'The draft gives two figures for this',
  explanation: `An earlier sentence of the draft, often the headline, tells the same fact with another figure. What the
articles say of either comes first: where they contradict one of the two, that is reported instead. Ages, dates, ordinals
and counts up to three are left alone, and so are sentences that hold both figures.`,
  example: `\`\`\`article
The plant in Halmstead made turbines for forty years.
\`\`\`

\`\`\`draft
# Turbine plant in Halmstead will create 640 new jobs, company says

The turbine plant in Halmstead will create 680 new jobs, the company says.
                                           ^^^ draft-inconsistent "640"
\`\`\``,
};

/** `figure` as the earlier sentence has it, `sentence` that sentence as written. */
export function draftInconsistentMessage(figure: string, sentence: string): string {
  return `Elsewhere the draft gives ${midSentence(figure)}: “${shorten(sentence, LONGEST_SENTENCE)}”`;
}

/** UTF-16 units of the other sentence that are shown: enough to know it by. */
const LONGEST_SENTENCE = 90;
