/** Dates in figures: `2020-01-01`, `12/31/2019`, `31.12.2019`, `on 4/22`, `9-18-15`. */

import { dateReading, NO_DATE_PARTS, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isNumber, isWord, lowerAt, touches } from '../scan.ts';
import { dayNumber, isoDays } from './days.ts';
import { nearestYear } from './monthDate.ts';

interface Parts {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** Reads three groups of figures, or two behind a word of time. Month first unless only day first is a date. */
export function readNumericDate(scan: Scan, at: number): Reading | null {
  if (touches(scan, at) && /[\w./@#-]/.test(lowerAt(scan, at - 1))) return null;
  const groups = readGroups(scan, at);
  if (groups === null || !endsHere(scan, groups.next)) return null;
  const [one, two, three] = groups.written;
  if (one === undefined || two === undefined) return null;
  const parts = three === undefined ? twoParts(scan, at, one, two) : threeParts(one, two, three);
  if (parts === null) return null;
  const year = parts.year ?? nearestYear(scan, parts.month, parts.day);
  const day = year === null ? null : dayNumber(year, parts.month, parts.day);
  return dateReading(scan, at, groups.next, {
    ...NO_DATE_PARTS,
    ...parts,
    grain: 'day',
    relative: parts.year === null,
    ...isoDays(day === null ? null : { from: day, to: day }),
  });
}

interface Groups {
  readonly written: readonly string[];
  readonly next: number;
}

/** Two or three groups with the same separator. `31.12.2019` is one number token, a full stop and another. */
function readGroups(scan: Scan, at: number): Groups | null {
  const first = lowerAt(scan, at);
  const mark = lowerAt(scan, at + 1);
  if (!isNumber(scan, at) || !isNumber(scan, at + 2) || !touches(scan, at + 1) || !touches(scan, at + 2))
    return null;
  if (mark === '.') {
    const [one = '', two = ''] = first.split('.');
    return two === '' ? null : { written: [one, two, lowerAt(scan, at + 2)], next: at + 3 };
  }
  if (mark !== '/' && mark !== '-') return null;
  const third =
    lowerAt(scan, at + 3) === mark &&
    touches(scan, at + 3) &&
    touches(scan, at + 4) &&
    isNumber(scan, at + 4);
  if (!third) return { written: [first, lowerAt(scan, at + 2)], next: at + 3 };
  return { written: [first, lowerAt(scan, at + 2), lowerAt(scan, at + 4)], next: at + 5 };
}

function endsHere(scan: Scan, next: number): boolean {
  if (!touches(scan, next)) return true;
  if (isWord(scan, next)) return lowerAt(scan, next) === "'s";
  return (
    !(touches(scan, next + 1) && (isNumber(scan, next + 1) || isWord(scan, next + 1))) &&
    lowerAt(scan, next) !== '%'
  );
}

function threeParts(one: string, two: string, three: string): Parts | null {
  if (/^\d{4}$/.test(one)) return checked(Number(one), two, three);
  if (!/^(?:\d{4}|\d\d)$/.test(three)) return null;
  const year = three.length === 4 ? Number(three) : Number(three) + (Number(three) > 50 ? 1900 : 2000);
  return checked(year, one, two) ?? checked(year, two, one);
}

const BEFORE_DATE: ReadonlySet<string> = new Set([
  'on',
  'since',
  'until',
  'before',
  'after',
  'from',
  'by',
  'through',
  'between',
  'dated',
]);

/** `9/11` is a name, `3/4` a fraction, `24/7` a habit: two groups need a word of time before them. */
function twoParts(scan: Scan, at: number, one: string, two: string): Parts | null {
  if (
    lowerAt(scan, at + 1) !== '/' ||
    !BEFORE_DATE.has(lowerAt(scan, at - 1)) ||
    (one === '9' && two === '11')
  )
    return null;
  return checked(null, one, two) ?? checked(null, two, one);
}

/** 2000 stands in where no year is written, for 29 February. */
function checked(year: number | null, month: string, day: string): Parts | null {
  if (!/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  const parts = { year, month: Number(month), day: Number(day) };
  return dayNumber(year ?? 2000, parts.month, parts.day) === null ? null : parts;
}
