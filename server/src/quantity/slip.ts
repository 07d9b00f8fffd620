/** Slips of the pen: two values that one wrong key tells apart. */

import type { DateQuantity, Quantity } from './quantity.ts';

/**
 * Characters of the longer of two values that are one edit apart, as Damerau counted them (A Technique for Computer
 * Detection and Correction of Spelling Errors, 1964): a digit left out, put in, changed, or exchanged with its
 * neighbour; 0 where they are not, or where they are equal. Of a date one part is wrong and the others are the same.
 * Years that differ in one digit are no sign of a slip: articles tell of neighbouring years all the time.
 */
export function slipLength(a: Quantity, b: Quantity): number {
  if (a.kind === 'date') return b.kind === 'date' ? dateSlip(a, b) : 0;
  if (b.kind === 'date') return 0;
  const low = oneEditApart(digitsOf(a.low), digitsOf(b.low));
  const high = oneEditApart(digitsOf(a.high), digitsOf(b.high));
  if (a.low === a.high && b.low === b.high) return low;
  // Of a range one end is wrong.
  if (a.low === b.low) return high;
  return a.high === b.high ? low : 0;
}

function dateSlip(a: DateQuantity, b: DateQuantity): number {
  const apart = PARTS.filter((part) => a[part] !== b[part]);
  const [only] = apart;
  if (only === undefined || apart.length > 1) return 0;
  const one = a[only];
  const other = b[only];
  if (one === null || other === null || (only === 'year' && isOneDigitOff(one, other))) return 0;
  return oneEditApart(digitsOf(one), digitsOf(other));
}

const PARTS = ['year', 'month', 'day', 'minute'] as const;

function isOneDigitOff(a: number, b: number): boolean {
  const other = digitsOf(b);
  return [...digitsOf(a)].filter((digit, at) => digit !== other.charAt(at)).length === 1;
}

function digitsOf(value: number): string {
  return String(Math.abs(value));
}

function oneEditApart(a: string, b: string): number {
  if (a === b || Math.abs(a.length - b.length) > 1) return 0;
  let from = 0;
  while (from < a.length && a.charAt(from) === b.charAt(from)) from += 1;
  let back = 0;
  const most = Math.min(a.length, b.length) - from;
  while (back < most && a.charAt(a.length - 1 - back) === b.charAt(b.length - 1 - back)) back += 1;
  const one = a.slice(from, a.length - back);
  const other = b.slice(from, b.length - back);
  const isExchanged =
    one.length === 2 && one.charAt(0) === other.charAt(1) && one.charAt(1) === other.charAt(0);
  const isOne = one.length <= 1 && other.length <= 1;
  return isOne || (isExchanged && other.length === 2) ? Math.max(a.length, b.length) : 0;
}
