/** Day arithmetic on calendar dates, without a clock or a time zone. */

import type { IsoDate } from '../../corpus/article.ts';

const DAY_MS = 86_400_000;
/** 1 January 1970 was a Thursday. */
const EPOCH_WEEKDAY = 4;

/** Days since 1 January 1970 of a date; null when the month has no such day. Months count from 1. */
export function dayNumber(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return epochDay(year, month, day);
}

function daysIn(year: number, month: number): number {
  return epochDay(year, month + 1, 1) - epochDay(year, month, 1);
}

/** `Date.UTC` reads years below 100 as 19xx, so they are set apart. Months past 12 roll over. */
function epochDay(year: number, month: number, day: number): number {
  const shifted = year >= 0 && year < 100 ? year + 400 : year;
  const days = Math.floor(Date.UTC(shifted, month - 1, day) / DAY_MS);
  return shifted === year ? days : days - 146_097;
}

/** Days since 1 January 1970 of an ISO date; null for anything else. */
export function parseIso(date: IsoDate): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  return match === null ? null : dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The ISO date of a day number; years outside 0001 to 9999 give null. */
export function isoOf(day: number): IsoDate | null {
  const { year, month, date } = civil(day);
  if (year < 1 || year > 9999) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** Year, month (1 to 12) and day of the month of a day number. */
export function civil(day: number): { readonly year: number; readonly month: number; readonly date: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + EPOCH_WEEKDAY - 1) % 7) + 7) % 7) + 1;
}

/** First and last day covered. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

export function monthDays(year: number, month: number): Days {
  const from = epochDay(year, month, 1);
  return { from, to: from + daysIn(year, month) - 1 };
}

export function yearDays(year: number): Days {
  return { from: epochDay(year, 1, 1), to: epochDay(year, 12, 31) };
}

/** The ISO dates of a stretch of days; both null where either cannot be written. */
export function isoDays(days: Days | null): { readonly from: IsoDate | null; readonly to: IsoDate | null } {
  if (days === null) return { from: null, to: null };
  const from = isoOf(days.from);
  const to = isoOf(days.to);
  return from === null || to === null ? { from: null, to: null } : { from, to };
}

/** Moves a day by whole months; the day of the month is capped at the month's last. */
export function addMonths(day: number, months: number): number {
  const { year, month, date } = civil(day);
  const index = year * 12 + month - 1 + months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  return epochDay(target.year, target.month, Math.min(date, daysIn(target.year, target.month)));
}
