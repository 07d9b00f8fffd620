/** Year numbers: which bare numbers of four digits are years. */

import type { Scan } from '../scan.ts';
import { isNumber, lowerAt } from '../scan.ts';

/** Years that a date with a month may name. */
const FIRST = 1000;
const LAST = 2199;

/** The year written at a token, or null. */
export function yearAt(scan: Scan, at: number): number | null {
  if (!isNumber(scan, at) || !/^\d{4}$/.test(lowerAt(scan, at))) return null;
  const year = Number(lowerAt(scan, at));
  return year >= FIRST && year <= LAST ? year : null;
}
