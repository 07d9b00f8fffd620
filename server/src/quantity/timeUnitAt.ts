/** Units of time: the one written at a token. */

import { MUST_TOUCH, UNITS_OF_MEASURE, type Unit } from './lexicon/units.ts';
import type { Scan } from './scan.ts';
import { lowerAt, touches } from './scan.ts';

/** The unit of time written at a token. One-letter symbols must touch their figure. */
export function timeUnitAt(scan: Scan, at: number): Unit | null {
  const word = lowerAt(scan, at);
  const unit = UNITS_OF_MEASURE.get(word);
  if (unit?.dimension !== 'time') return null;
  if (!MUST_TOUCH.has(word) && word !== 'h') return unit;
  const symbol = word === 'h' ? !touches(scan, at + 1) : touches(scan, at) && !touches(scan, at + 1);
  return symbol && word !== 's' ? unit : null;
}
