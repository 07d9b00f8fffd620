/** Smaller parts of a measure: the `25 minutes` of `an hour and 25 minutes`, the `10 inches` of `5 feet 10 inches`. */

import type { Unit } from '../lexicon/units.ts';
import type { Numeral } from '../numerals/numeral.ts';
import { readNumeral } from '../numerals/readNumeral.ts';
import type { Scan } from '../scan.ts';
import { lowerAt, pastHyphen } from '../scan.ts';

/** What the parts add to the figure before them. */
export interface SmallerParts {
  /** One past the last token of the last unit. */
  readonly next: number;
  /** One past the last token of the last number. */
  readonly valueNext: number;
  /** The sum of the parts, in the unit of the first figure. */
  readonly plus: number;
  /** The smallest step the last part expresses, in the unit of the first figure. */
  readonly step: number;
}

/** A unit with the index behind it. */
export interface UnitRead {
  readonly unit: Unit;
  readonly next: number;
}

/** Reads the unit behind a number of a part; `larger` is the unit before, which may tell what a symbol means. */
export type PartUnit = (scan: Scan, at: number, larger: Unit) => UnitRead | null;

/**
 * The parts that follow a figure in `larger`, each in a smaller unit than the one before: `two years, three months and
 * five days`. `at` is behind the unit of the figure. Null where none follows.
 */
export function readSmallerParts(
  scan: Scan,
  at: number,
  larger: Unit,
  unitAt: PartUnit,
): SmallerParts | null {
  const parts: Part[] = [];
  const figure: UnitRead = { unit: larger, next: at };
  for (let part = readPart(scan, figure, unitAt); part !== null; part = readPart(scan, part, unitAt))
    parts.push(part);
  const end = parts.at(-1);
  if (end === undefined) return null;
  const inLarger = (value: number, { unit }: Part): number => (value * unit.factor) / larger.factor;
  return {
    next: end.next,
    valueNext: end.number.next,
    plus: parts.reduce((sum, part) => sum + inLarger(part.number.low, part), 0),
    step: inLarger(end.number.step, end),
  };
}

interface Part extends UnitRead {
  readonly number: Numeral;
}

function readPart(scan: Scan, { unit: larger, next: at }: UnitRead, unitAt: PartUnit): Part | null {
  const comma = lowerAt(scan, at) === ',' ? at + 1 : at;
  const joint = lowerAt(scan, comma) === 'and' ? comma + 1 : comma;
  const number = readNumeral(scan, joint === at ? pastHyphen(scan, at) : joint);
  if (number === null || number.vague || number.low < 0) return null;
  const tied = pastHyphen(scan, number.next);
  const read = unitAt(scan, tied, larger);
  // `three weeks, 30-day terms` are two figures.
  if (read === null || (comma > at && tied > number.next)) return null;
  const fits = read.unit.dimension === larger.dimension && read.unit.factor < larger.factor;
  return fits ? { ...read, number } : null;
}
