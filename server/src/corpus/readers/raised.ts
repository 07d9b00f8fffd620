/** Raised figures: footnote marks and powers, which files write as small figures above the line. */

import { raisedDigits } from '../../draft/raised.ts';

/** A mark or a power: `4`, `12`, `2,3`, `[4]`, `2–4`. Raised letters (`1st`) and cents (`.99`) are none. */
const RAISED_FIGURES = /^[\s\d,;()[\]–-]{1,20}$/;

/**
 * What stands raised, with figures as raised characters, `4` as `⁴`: a mark after a figure or a word is no part of it
 * then, as `905⁴` has 905, while `m²` and `10²` stay what they are. To leave marks out would take these for `m` and 10.
 */
export function raised(text: string): string {
  return RAISED_FIGURES.test(text) ? raisedDigits(text) : text;
}
