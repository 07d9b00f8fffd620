/** Measures with an article for their number: `a mile and a half`, `a tonne and a quarter`. Without a fraction none is told. */

import { UNITS_OF_MEASURE } from '../lexicon/units.ts';
import { readAndFraction } from '../numerals/fractions.ts';
import { COUNT, figureReading, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { lowerAt, touches } from '../scan.ts';
import { timeUnitAt } from '../timeUnitAt.ts';

/** Reads from the article. */
export function readArticleMeasure(scan: Scan, at: number): Reading | null {
  const unit = UNITS_OF_MEASURE.get(lowerAt(scan, at + 1));
  if (unit === undefined || unit.dimension === 'time' || touches(scan, at + 1)) return null;
  const part = readAndFraction(scan, at + 2);
  // `a mile and a third of the way` goes on with a share, `a mile and a half hour` with a time.
  if (part === null || part.value % QUARTER !== 0 || timeUnitAt(scan, part.next) !== null) return null;
  const { name, factor, shift, dimension } = unit;
  const value = 1 + part.value;
  return figureReading(
    scan,
    { first: at, next: part.next, valueFirst: at, valueNext: part.next },
    { ...COUNT, kind: 'measure', low: value, high: value, unit: name, factor, shift, dimension },
  );
}

/** Units are told in halves and quarters of themselves. */
const QUARTER = 0.25;
