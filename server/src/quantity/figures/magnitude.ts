/** Magnitudes of earthquakes: `magnitude 7.8`, `a magnitude of 6`, `the 7.8 earthquake`. */

import { UNITS_OF_MEASURE } from '../lexicon/units.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import { COUNT, figureReading, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isNumber, lowerAt, pastHyphen } from '../scan.ts';
import { type Amount, readAmount } from './amount.ts';
import type { Suffix } from './suffix.ts';

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

const QUAKES: ReadonlySet<string> = wordSet('earthquake quake tremor temblor aftershock');

/** The magnitude of `the 7.8 earthquake`: what is told to a tenth of one shock counts no shocks. */
export function readShock(scan: Scan, { currency, step, next }: Amount): Suffix | null {
  if (currency !== null || step >= 1 || !QUAKES.has(lowerAt(scan, pastHyphen(scan, next)))) return null;
  return { next, valueNext: next, parts: { kind: 'measure', unit: 'magnitude', dimension: 'magnitude' } };
}
