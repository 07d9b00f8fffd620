/** Figure and date claims: every quantity of the draft that an article could bear out. */

import type { AnalysedSentence } from '../corpus/analysed.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { detached } from '../text/detached.ts';
import type { QuantityClaim } from './claim.ts';

/** The claim that `quantity` makes in its sentence of the draft `text`. */
export function quantityClaim(text: string, sentence: AnalysedSentence, quantity: Quantity): QuantityClaim {
  return {
    kind: quantity.kind === 'date' ? 'date' : 'figure',
    start: quantity.start,
    end: quantity.end,
    text: quantity.text,
    sentence: sentence.sentence,
    quantity,
    extentText: detached(text.slice(quantity.extent.start, quantity.extent.end)),
  };
}
