/** Measures: lengths, areas, volumes, weights, speeds: `20 miles`, `660 square metres`, `190 km2`, `6 feet 2 inches`. */

import { NO_NOUN } from '../lexicon/noNoun.ts';
import { MUST_TOUCH, SPEEDS, UNITS_OF_MEASURE, type Unit } from '../lexicon/units.ts';
import { readNumeral } from '../numerals/readNumeral.ts';
import type { FigureParts } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isWord, lowerAt, pastHyphen, touches } from '../scan.ts';
import { type Amount, unitBehind } from './amount.ts';
import { readSmallerParts, type UnitRead } from './smallerParts.ts';
import type { Suffix } from './suffix.ts';

/** Words before a unit of length that raise it, and metric tons. */
const POWERS: ReadonlyMap<string, number> = new Map([
  ['square', 2],
  ['sq', 2],
  ['cubic', 3],
]);

const METRIC_TON: Unit = { name: 'tonne', dimension: 'mass', factor: 1e6, shift: 0 };
const NAUTICAL_MILE: Unit = { name: 'nautical mile', dimension: 'length', factor: 1852, shift: 0 };

export function readMeasureUnit(scan: Scan, amount: Amount): Suffix | null {
  if (amount.currency !== null) return null;
  const at = unitBehind(scan, amount);
  const of = amount.form === 'fraction' && /^(?:an?|of)$/.test(lowerAt(scan, at)) ? at + 1 : at;
  const start = of > at ? pastHyphen(scan, lowerAt(scan, of) === 'a' ? of + 1 : of) : of;
  const valueNext = amount.next;
  const speed = SPEEDS.get(lowerAt(scan, start)) ?? slashSpeed(scan, start);
  if (speed !== undefined) return readSpeed(speed, start, valueNext, scan);
  const read = readUnit(scan, start) ?? readBracketed(scan, start);
  if (read === null) return null;
  return readWithParts(scan, read) ?? { next: read.next, valueNext, parts: partsOf(read.unit) };
}

/** `km/h`, `m/s`, `km/hr`. */
function slashSpeed(scan: Scan, at: number): readonly [string, string] | undefined {
  if (lowerAt(scan, at + 1) !== '/' || !touches(scan, at + 1)) return undefined;
  const length = UNITS_OF_MEASURE.get(lowerAt(scan, at));
  const per = UNITS_OF_MEASURE.get(lowerAt(scan, at + 2));
  return length?.dimension === 'length' && per?.dimension === 'time' ? [length.name, per.name] : undefined;
}

function readSpeed(speed: readonly [string, string], at: number, valueNext: number, scan: Scan): Suffix {
  const [name, per] = speed;
  const factor = UNITS_OF_MEASURE.get(name)?.factor ?? 1;
  const next = lowerAt(scan, at + 1) === '/' ? at + 3 : at + 1;
  return { next, valueNext, parts: { kind: 'measure', unit: name, factor, dimension: 'length', per } };
}

function readUnit(scan: Scan, at: number): UnitRead | null {
  const word = lowerAt(scan, at);
  const power = POWERS.get(word);
  if (power !== undefined)
    return readPower(scan, lowerAt(scan, at + 1) === '.' ? at + 2 : pastHyphen(scan, at + 1), power);
  if (word === 'nautical' && lowerAt(scan, at + 1).startsWith('mile'))
    return { unit: NAUTICAL_MILE, next: at + 2 };
  if (word === 'metric' && /^tons?$/.test(lowerAt(scan, at + 1))) return { unit: METRIC_TON, next: at + 2 };
  if (word === 'light' && /^years?$/.test(lowerAt(scan, pastHyphen(scan, at + 1)))) {
    return lightYear(pastHyphen(scan, at + 1) + 1);
  }
  const unit = UNITS_OF_MEASURE.get(word);
  if (unit === undefined || unit.dimension === 'time' || isScaleLetter(scan, at)) return null;
  if (MUST_TOUCH.has(word) && !touches(scan, at)) return null;
  return raised(scan, unit, at + 1) ?? plain(scan, unit, at);
}

const BRACKETS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);

/** `20 (kg)`, as tables have it. */
function readBracketed(scan: Scan, at: number): UnitRead | null {
  const close = BRACKETS.get(lowerAt(scan, at));
  const read = close === undefined ? null : readUnit(scan, at + 1);
  return read !== null && lowerAt(scan, read.next) === close ? { ...read, next: read.next + 1 } : null;
}

function lightYear(next: number): UnitRead | null {
  const unit = UNITS_OF_MEASURE.get('lightyear');
  return unit === undefined ? null : { unit, next };
}

/** A capital `M` or `G` is no metre or gram. */
function isScaleLetter(scan: Scan, at: number): boolean {
  const written = scan.tokens[at]?.text;
  return written === 'M' || written === 'G';
}

/** A symbol must not run on into more letters or digits: `24703m212` names no metres. */
function plain(scan: Scan, unit: Unit, at: number): UnitRead | null {
  const runsOn = touches(scan, at + 1) && scan.tokens[at + 1]?.kind === 'number';
  return runsOn ? null : { unit, next: at + 1 };
}

/** `km2`, `m²`, `metres squared`. */
function raised(scan: Scan, unit: Unit, at: number): UnitRead | null {
  if (unit.dimension !== 'length') return null;
  const mark = lowerAt(scan, at);
  if (mark === 'squared') return { unit: power(unit, 2), next: at + 1 };
  if (!touches(scan, at)) return null;
  if (mark === '2' || mark === '²') return { unit: power(unit, 2), next: at + 1 };
  return mark === '3' || mark === '³' ? { unit: power(unit, 3), next: at + 1 } : null;
}

function readPower(scan: Scan, at: number, exponent: number): UnitRead | null {
  const unit = UNITS_OF_MEASURE.get(lowerAt(scan, at));
  return unit?.dimension === 'length' ? { unit: power(unit, exponent), next: at + 1 } : null;
}

/** Square units measure area in square metres, cubic units volume in litres. */
function power(unit: Unit, exponent: number): Unit {
  if (exponent === 2)
    return { name: `square ${unit.name}`, dimension: 'area', factor: unit.factor ** 2, shift: 0 };
  return { name: `cubic ${unit.name}`, dimension: 'volume', factor: unit.factor ** 3 * 1000, shift: 0 };
}

/** `5 feet 4 inches`, `9 pounds, 3 ounces`, `11st 4lb`. */
function readWithParts(scan: Scan, larger: UnitRead): Suffix | null {
  const parts = readSmallerParts(scan, larger.next, larger.unit, measurePartAt);
  if (parts === null) return readBarePart(scan, larger);
  return { ...parts, parts: { ...partsOf(larger.unit), step: parts.step, composed: true } };
}

/** The unit of a part of a larger measure. Behind feet `in` at its number is for inches. */
function measurePartAt(scan: Scan, at: number, larger: Unit): UnitRead | null {
  const inch = larger.name === 'foot' && lowerAt(scan, at) === 'in' && touches(scan, at);
  const unit = inch ? UNITS_OF_MEASURE.get('inch') : undefined;
  return unit === undefined ? readUnit(scan, at) : { unit, next: at + 1 };
}

/** `6-foot-2`, `six foot two`, `11 stone 4`: the number of the smaller unit alone, where no noun is counted by it. */
function readBarePart(scan: Scan, { unit, next }: UnitRead): Suffix | null {
  const parts = BARE_PARTS.get(unit.name);
  if (parts === undefined) return null;
  const from = pastHyphen(scan, lowerAt(scan, next) === 'and' ? next + 1 : next);
  const number = readNumeral(scan, from);
  if (number === null || number.vague || number.low < 0 || number.low >= parts) return null;
  if (from === next && !endsMeasure(scan, number.next)) return null;
  const step = 1 / parts;
  return {
    next: number.next,
    valueNext: number.next,
    plus: number.low / parts,
    parts: { ...partsOf(unit), step, composed: true },
  };
}

/** How many of the smaller unit that goes without saying are one of the larger: inches, pounds. */
const BARE_PARTS: ReadonlyMap<string, number> = new Map([
  ['foot', 12],
  ['stone', 14],
]);

function endsMeasure(scan: Scan, at: number): boolean {
  return !isWord(scan, at) || lowerAt(scan, at) === 'tall' || NO_NOUN.has(lowerAt(scan, at));
}

function partsOf(unit: Unit): Partial<FigureParts> {
  return {
    kind: 'measure',
    unit: unit.name,
    factor: unit.factor,
    shift: unit.shift,
    dimension: unit.dimension,
  };
}
