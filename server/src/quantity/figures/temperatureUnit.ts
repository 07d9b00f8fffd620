/** Temperatures: `98.6 degrees Fahrenheit`, `40°C`, `-5 C`, `85°`. */

import { DEGREE, TEMPERATURES, type Unit } from '../lexicon/units.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import type { Scan } from '../scan.ts';
import { isWord, lowerAt, pastHyphen, touches } from '../scan.ts';
import type { Amount } from './amount.ts';
import type { Suffix } from './suffix.ts';

const DEGREES: ReadonlySet<string> = new Set(['°', 'º', 'degree', 'degrees', 'deg']);

/** Words behind `degrees` that make it an angle, a position or a diploma. */
const NO_TEMPERATURE: ReadonlySet<string> = wordSet(
  'north south east west of from in n s e w longitude latitude angle',
);

/** `two degrees in law` are diplomas, `70 degrees in some areas` a temperature. */
const MOST_DIPLOMAS = 10;

export function readTemperatureUnit(scan: Scan, amount: Amount): Suffix | null {
  const at = pastHyphen(scan, amount.unitAt);
  if (DEGREES.has(lowerAt(scan, at))) return readDegrees(scan, at, amount);
  const scale = TEMPERATURES.get(lowerAt(scan, at));
  if (scale === undefined) return null;
  const symbol = lowerAt(scan, at).length === 1;
  const joined = touches(scan, at) && /^[CF]$/.test(scan.tokens[at]?.text ?? '') && !touches(scan, at + 1);
  return symbol && !joined ? null : temperature(scale, at + 1, amount.unitAt);
}

function readDegrees(scan: Scan, at: number, { low }: Amount): Suffix | null {
  const dotted = lowerAt(scan, at) === 'deg' && lowerAt(scan, at + 1) === '.' ? at + 2 : at + 1;
  const scale = TEMPERATURES.get(lowerAt(scan, pastHyphen(scan, dotted)));
  if (scale !== undefined) return temperature(scale, pastHyphen(scan, dotted) + 1, at);
  const following = lowerAt(scan, dotted);
  const isDiploma = following !== 'in' || low < MOST_DIPLOMAS;
  if (isWord(scan, at) && NO_TEMPERATURE.has(following) && isDiploma) return null;
  return temperature(DEGREE, dotted, at);
}

function temperature(unit: Unit, next: number, valueNext: number): Suffix {
  const { name, factor, shift, dimension } = unit;
  return { next, valueNext, parts: { kind: 'temperature', unit: name, factor, shift, dimension } };
}
