/** Ordinals: `first`, `82nd`, `twenty-first`, `No. 1`. Names such as `82nd Airborne` and `First Lady` are none. */

import { MONTHS, WEEKDAYS } from '../lexicon/calendar.ts';
import { ORDINAL_SUFFIXES, ORDINALS, TENS } from '../lexicon/numbers.ts';
import { COUNT, figureReading, nothing, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isCapitalised, isNumber, isWord, lowerAt, pastHyphen, startsSentence, touches } from '../scan.ts';

/** An ordinal's value and where it ends. */
export interface Ordinal {
  readonly value: number;
  readonly next: number;
}

/** Reads `82nd`, `first`, `twenty-first`, without asking what follows. */
export function ordinalAt(scan: Scan, at: number): Ordinal | null {
  if (isNumber(scan, at)) {
    const suffix = ORDINAL_SUFFIXES.has(lowerAt(scan, at + 1)) && touches(scan, at + 1);
    const digits = lowerAt(scan, at).replaceAll(',', '');
    return suffix && /^\d{1,6}$/.test(digits) ? { value: Number(digits), next: at + 2 } : null;
  }
  const ten = TENS.get(lowerAt(scan, at));
  if (ten !== undefined) {
    const unit = ORDINALS.get(lowerAt(scan, pastHyphen(scan, at + 1)));
    return unit !== undefined && unit < 10 ? { value: ten + unit, next: pastHyphen(scan, at + 1) + 1 } : null;
  }
  const word = ORDINALS.get(lowerAt(scan, at));
  return word === undefined ? null : { value: word, next: at + 1 };
}

/** Words behind `first`, `second` and `third` that make a set phrase. */
const SET_PHRASES: ReadonlySet<string> = new Set(
  'lady ladies hand thoughts thought degree party world of glance sight class aid name names , . and cousin-in-law responder responders'.split(
    ' ',
  ),
);

export function readOrdinal(scan: Scan, at: number): Reading | null {
  const ordinal = ordinalAt(scan, at);
  if (ordinal === null) return null;
  const digits = isNumber(scan, at);
  const following = lowerAt(scan, ordinal.next);
  if (!digits && isSetPhrase(scan, at, ordinal.next)) return null;
  if (namesSomething(scan, at, ordinal.next, following)) return nothing(at, ordinal.next);
  return figureReading(
    scan,
    { first: at, next: ordinal.next, valueFirst: at, valueNext: ordinal.next },
    { ...COUNT, kind: 'ordinal', low: ordinal.value, high: ordinal.value, dimension: 'ordinal' },
  );
}

function isSetPhrase(scan: Scan, at: number, next: number): boolean {
  const before = lowerAt(scan, at - 1);
  if (before === 'at' || before === 'a' || before === '-' || scan.tokens[next] === undefined)
    return before !== 'a' || next > at + 1;
  return SET_PHRASES.has(lowerAt(scan, pastHyphen(scan, next)));
}

/** `82nd Airborne`, `42nd Street`, `14th Amendment`: a name follows in capitals, and it is no month or weekday. */
function namesSomething(scan: Scan, at: number, next: number, following: string): boolean {
  if (!isWord(scan, next) || !isCapitalised(scan, next) || MONTHS.has(following) || WEEKDAYS.has(following))
    return false;
  return isNumber(scan, at) || !startsSentence(scan, at) || !isCapitalised(scan, at);
}
