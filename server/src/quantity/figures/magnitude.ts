/** Magnitudes of earthquakes told before the number: `magnitude 7.8`, `magnitude-7.8`, `a magnitude of 6`. */

import { UNITS_OF_MEASURE } from '../lexicon/units.ts';
import { COUNT, figureReading, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isNumber, lowerAt, pastHyphen } from '../scan.ts';
import { readAmount } from './amount.ts';

/** Reads from the word. */
export function readMagnitude(scan: Scan, at: number): Reading | null {
  const unit = UNITS_OF_MEASURE.get(lowerAt(scan, at));
  const from = lowerAt(scan, at + 1) === 'of' ? at + 2 : pastHyphen(scan, at + 1);
  const amount = unit === undefined || !isNumber(scan, from) ? null : readAmount(scan, from);
  if (unit === undefined || amount === null || amount.currency !== null) return null;
  const { next, low, high, step, significant } = amount;
  const place = { first: at, next, valueFirst: from, valueNext: next };
  const { name, dimension } = unit;
  const value = { kind: 'measure', low, high, step, significant, unit: name, dimension } as const;
  return figureReading(scan, place, { ...COUNT, ...value });
}
