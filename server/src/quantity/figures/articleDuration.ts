/** Durations with an article for their number: `in a week`, `an hour and a half`, `an hour and 25 minutes`, `a decade`. */

import { BEFORE_A_DURATION, LONG_PERIODS } from '../lexicon/phrases.ts';
import type { Unit } from '../lexicon/units.ts';
import { readAndFraction } from '../numerals/fractions.ts';
import { COUNT, type FigureParts, figureReading, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { lowerAt, pastHyphen } from '../scan.ts';
import { timeUnitAt } from '../timeUnitAt.ts';
import { readSmallerParts, type SmallerParts } from './smallerParts.ts';
import { timePartAt } from './timeUnit.ts';

/** Words behind `a month` that make it a distance in time: `a month before the vote`. */
const ANCHORS: ReadonlySet<string> = new Set(['before', 'after', 'later', 'earlier', 'apart']);

/** Reads from the article; the value is one. */
export function readArticleDuration(scan: Scan, at: number): Reading | null {
  const unitAt = at + 1;
  const word = lowerAt(scan, unitAt);
  const unit = timeUnitAt(scan, unitAt);
  if (unit === null || word.endsWith('s') || word === 'second' || word === 'night') return null;
  if (pastHyphen(scan, unitAt + 1) > unitAt + 1) return null;
  const half = readAndFraction(scan, unitAt + 1);
  const parts = half === null ? readSmallerParts(scan, unitAt + 1, unit, timePartAt) : null;
  if (parts !== null) return composed(scan, at, unit, parts);
  const before = lowerAt(scan, at - 1);
  const anchored = ANCHORS.has(lowerAt(scan, unitAt + 1));
  if (half === null && !anchored && !LONG_PERIODS.has(word) && !BEFORE_A_DURATION.has(before)) return null;
  const value = 1 + (half?.value ?? 0);
  const next = half?.next ?? unitAt + 1;
  return figureReading(
    scan,
    { first: at, next, valueFirst: at, valueNext: half === null ? at + 1 : next },
    lasting(value, unit),
  );
}

function composed(
  scan: Scan,
  at: number,
  unit: Unit,
  { next, valueNext, plus, step }: SmallerParts,
): Reading {
  const value = 1 + plus;
  return figureReading(
    scan,
    { first: at, next, valueFirst: at, valueNext },
    { ...lasting(value, unit), step, composed: true },
  );
}

function lasting(value: number, { name, factor }: Unit): FigureParts {
  return { ...COUNT, kind: 'duration', low: value, high: value, unit: name, factor, dimension: 'time' };
}
