/** Shares told in words or by two counts: `half`, `two-thirds`, `11 out of 14`. */

import type { Figure } from '../quantity.ts';

/** Whether the figure tells which part of a whole something is. A decimal (`0.8`) may as well be a rate or a score. */
export function isShare({ kind, dimension, low, high, text, vague }: Figure): boolean {
  return kind === 'number' && dimension === 'count' && !vague && low > 0 && high < 1 && !DECIMAL.test(text);
}

const DECIMAL = /^\.?\d+(?:[.,]\d+)?$/;

/** The same without the counts of the part and the whole, which may be compared as such. */
export function isFraction(figure: Figure): boolean {
  return figure.parts === undefined && isShare(figure);
}
