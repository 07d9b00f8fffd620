/** Finds every figure and date of a text: one pass over its tokens, then bounds, rates and periods. */

import type { IsoDate } from '../corpus/article.ts';
import type { Token } from '../text/tokens.ts';
import type { Quantity } from './quantity.ts';
import type { Parser, Reading } from './reading.ts';
import { withListedAges } from './refine/ages.ts';
import { withBound } from './refine/bounds.ts';
import { withElidedUnit } from './refine/elided.ts';
import { joinPeriod } from './refine/period.ts';
import { withRate } from './refine/rate.ts';
import type { Scan } from './scan.ts';
import { parsersFor } from './triggers.ts';

/**
 * The quantities of a sentence or of a whole text, in text order, never overlapping.
 *
 * `tokens` are those of the stretch to read, `text` the whole text their offsets count in, `reference` the
 * day that `yesterday` and `Tuesday` count from. Never throws; linear in the number of tokens.
 */
export function findQuantities(
  tokens: readonly Token[],
  text: string,
  reference: IsoDate | null,
): Quantity[] {
  const scan: Scan = { tokens, text, reference, numerals: new Map() };
  const quantities: Quantity[] = [];
  let after = 0;
  for (const reading of joinPeriods(scan, withListedAges(scan, read(scan)))) {
    const bounded = withBound(scan, reading, after);
    if (bounded.quantity !== null)
      quantities.push(withElidedUnit(scan, bounded, bounded.quantity, quantities));
    after = bounded.next;
  }
  return quantities;
}

/** Left to right: the first parser that reads at a token wins, and the reading goes on behind what it read. */
function read(scan: Scan): Reading[] {
  const readings: Reading[] = [];
  const { tokens } = scan;
  for (let at = 0, next = 0; at < tokens.length; at = Math.max(next, at + 1)) {
    const token = tokens[at];
    const parsers = token === undefined ? undefined : parsersFor(token);
    const reading = parsers === undefined ? null : firstReading(scan, at, parsers);
    if (reading === null) continue;
    const rated = withRate(scan, reading.first < next ? opensAt(reading, at, token?.start ?? 0) : reading);
    readings.push(rated);
    next = rated.next;
  }
  return readings;
}

/** The reading without what the one before has taken already: the `between` of `4between 10 and 20`. */
function opensAt({ next, quantity }: Reading, first: number, start: number): Reading {
  if (quantity === null) return { first, next, quantity };
  return { first, next, quantity: { ...quantity, extent: { ...quantity.extent, start } } };
}

function firstReading(scan: Scan, at: number, parsers: readonly Parser[]): Reading | null {
  for (const parse of parsers) {
    const reading = parse(scan, at);
    if (reading !== null) return reading;
  }
  return null;
}

function joinPeriods(scan: Scan, readings: readonly Reading[]): readonly Reading[] {
  const joined: Reading[] = [];
  for (const reading of readings) {
    const last = joined.at(-1);
    const period = last === undefined ? null : joinPeriod(scan, last, reading);
    if (period !== null) joined.pop();
    joined.push(period ?? reading);
  }
  return joined;
}
