/** Heights in marks: `5'8"`, `6’ 2”`. */

import { COUNT, figureReading, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { lowerAt, touches } from '../scan.ts';

const FOOT_MARKS: ReadonlySet<string> = new Set(["'", '’', '′']);
const INCH_MARKS: ReadonlySet<string> = new Set(['"', '”', '″', "'", '’']);

/** One foot in metres. */
const FOOT = 0.3048;

/** Reads from the feet. People are under ten feet, so that quotation marks behind a number are not read as a height. */
export function readFeetInches(scan: Scan, at: number): Reading | null {
  if (!/^[1-9]$/.test(lowerAt(scan, at)) || !FOOT_MARKS.has(lowerAt(scan, at + 1)) || !touches(scan, at + 1))
    return null;
  const inches = lowerAt(scan, at + 2);
  if (!/^(?:\d|1[01])$/.test(inches)) return null;
  const marked = INCH_MARKS.has(lowerAt(scan, at + 3)) && touches(scan, at + 3);
  if (!marked && !touches(scan, at + 2)) return null;
  const value = Number(lowerAt(scan, at)) + Number(inches) / 12;
  const next = marked ? at + 4 : at + 3;
  return figureReading(
    scan,
    { first: at, next, valueFirst: at, valueNext: next },
    {
      ...COUNT,
      kind: 'measure',
      low: value,
      high: value,
      unit: 'foot',
      factor: FOOT,
      dimension: 'length',
      step: 1 / 12,
      significant: 2,
    },
  );
}
