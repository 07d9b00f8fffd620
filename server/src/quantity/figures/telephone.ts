/** Telephone and registered numbers: `020 7946 0018`, `+44 1632 960 417`, `00417732`, which tell nothing that is counted. */

import { nothing, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isDash, isNumber, lowerAt, narrowGap, touches } from '../scan.ts';

/** Reads from the first group, which a `+` or a zero opens; the whole number is passed over. */
export function readTelephone(scan: Scan, at: number): Reading | null {
  const first = lowerAt(scan, at);
  if (first.charCodeAt(0) !== ZERO && lowerAt(scan, at - 1) !== '+') return null;
  const isAbroad = lowerAt(scan, at - 1) === '+' && touches(scan, at);
  if (!/^\d{1,8}$/.test(first) || (!isAbroad && !first.startsWith('0'))) return null;
  let next = at + 1;
  let digits = first.length;
  for (let group = groupAt(scan, next); group !== null; group = groupAt(scan, next)) {
    digits += lowerAt(scan, group).length;
    next = group + 1;
  }
  const isLong = next > at + 1 ? digits >= LEAST_DIGITS : !isAbroad && digits >= LEAST_SERIAL;
  return isLong ? nothing(at, next) : null;
}

/** UTF-16 code of `0`. */
const ZERO = 48;
/** Digits of the shortest numbers with an area code. */
const LEAST_DIGITS = 8;
/** A number of this many digits that begins with a zero is a serial one: no count is written so. */
const LEAST_SERIAL = 5;

/** The index of the next group of digits, behind a blank or a hyphen. */
function groupAt(scan: Scan, at: number): number | null {
  const group = isDash(scan, at) && touches(scan, at) && touches(scan, at + 1) ? at + 1 : at;
  if (!isNumber(scan, group) || !/^\d{2,7}$/.test(lowerAt(scan, group))) return null;
  return group > at || /^[ \u00a0]$/.test(narrowGap(scan, at)) ? group : null;
}
