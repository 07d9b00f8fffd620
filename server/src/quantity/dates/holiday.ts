/** Days with a name: `Christmas Day`, `New Year's Eve`, `Thanksgiving`, `Black Friday 2010`, `Easter Sunday`. */

import { HOLIDAYS, type HolidayRule } from '../lexicon/holidays.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import { dateReading, NO_DATE_PARTS, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isWord, lowerAt } from '../scan.ts';
import { civil, type Days, dayNumber, isoDays, weekdayOf } from './days.ts';
import { referenceDay } from './nearest.ts';
import { resolvedYear, yearBehind } from './yearNumber.ts';

/** Words behind which a bare `Christmas` is the day and no tree, card or sale. */
const BEFORE_BARE: ReadonlySet<string> = wordSet(
  'on by at before after since until till last this next for over around from to every between and',
);

const BEHIND_BARE: ReadonlySet<string> = wordSet(
  'at in on and or of the but to when as with was is for since by after before she he they we it i morning evening night early late last this next',
);

/** Reads a named day from its first word. */
export function readHoliday(scan: Scan, at: number): Reading | null {
  for (const { words, rule, bare } of HOLIDAYS.get(lowerAt(scan, at)) ?? []) {
    if (!words.every((word, index) => lowerAt(scan, at + index) === word)) continue;
    const next = at + words.length;
    if (lowerAt(scan, next) === 'weekend') return holiday(scan, at, next + 1, { rule, grain: 'weekend' });
    if (bare && !standsForDay(scan, at, next)) return null;
    return holiday(scan, at, next, { rule, grain: 'day' });
  }
  return null;
}

function standsForDay(scan: Scan, at: number, next: number): boolean {
  if (!BEFORE_BARE.has(lowerAt(scan, at - 1))) return false;
  return !isWord(scan, next) || BEHIND_BARE.has(lowerAt(scan, next));
}

/** The day itself or the weekend at it. */
interface Named {
  readonly rule: HolidayRule;
  readonly grain: 'day' | 'weekend';
}

function holiday(scan: Scan, at: number, next: number, { rule, grain }: Named): Reading {
  const written = yearBehind(scan, next);
  const year = written === null ? nearest(scan, rule) : resolvedYear(scan, written);
  const day = year === null ? null : dayOf(rule, year);
  const isFixed = rule.kind === 'fixed' && grain === 'day';
  return dateReading(scan, at, written?.next ?? next, {
    ...NO_DATE_PARTS,
    grain,
    year: written?.year ?? null,
    month: isFixed ? rule.month : null,
    day: isFixed ? rule.day : null,
    relative: (written?.year ?? null) === null,
    ...isoDays(day === null ? null : grain === 'day' ? { from: day, to: day } : weekendAt(day, rule)),
  });
}

/** From the day to the end of the nearest weekend, or from its beginning to the day; at Easter from Friday to Monday. */
function weekendAt(day: number, rule: HolidayRule): Days {
  if (rule.kind === 'easter') return { from: day - rule.offset - 2, to: day - rule.offset + 1 };
  const sunday = 7;
  const toSunday = sunday - weekdayOf(day);
  const last = toSunday <= 4 ? day + toSunday : day + toSunday - sunday;
  return { from: Math.min(day, last - 1), to: Math.max(day, last) };
}

/** The year whose day lies nearest to the reference. */
function nearest(scan: Scan, rule: HolidayRule): number | null {
  const reference = referenceDay(scan);
  if (reference === null) return null;
  const { year } = civil(reference);
  const distance = (candidate: number): number =>
    Math.abs((dayOf(rule, candidate) ?? Number.POSITIVE_INFINITY) - reference);
  return [year - 1, year, year + 1].reduce((best, candidate) =>
    distance(candidate) < distance(best) ? candidate : best,
  );
}

function dayOf(rule: HolidayRule, year: number): number | null {
  switch (rule.kind) {
    case 'fixed':
      return dayNumber(year, rule.month, rule.day);
    case 'nth':
      return nthWeekday(year, rule);
    case 'easter':
      return easter(year) + rule.offset;
  }
}

function nthWeekday(year: number, rule: HolidayRule & { readonly kind: 'nth' }): number | null {
  const { month, weekday, n, offset } = rule;
  if (n > 0) {
    const first = dayNumber(year, month, 1);
    return first === null ? null : first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7 + offset;
  }
  const after = dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1);
  return after === null ? null : after - 1 - ((weekdayOf(after - 1) - weekday + 7) % 7) + offset;
}

/** Easter Sunday as a day number: the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return dayNumber(year, month, day) ?? 0;
}
