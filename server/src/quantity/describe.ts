/** Descriptions: a quantity as messages show it. */

import type { Quantity } from './quantity.ts';

/** The figure as written with its bound and unit (`about 750`, `three weeks`), on one line. `text` is what its offsets count in. */
export function describeQuantity(quantity: Quantity, text: string): string {
  return text.slice(quantity.extent.start, quantity.extent.end).replace(/\s+/g, ' ').trim();
}
