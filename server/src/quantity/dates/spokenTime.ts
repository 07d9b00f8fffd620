/** Times of day in words: `a quarter past eight`, `half past nine`, `at ten to six`, `by ten in the evening`. */

import { NO_NOUN } from '../lexicon/noNoun.ts';
import { TENS, UNITS } from '../lexicon/numbers.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import { dateReading, NO_DATE_PARTS, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isNumber, isWord, lowerAt, pastHyphen } from '../scan.ts';
import { halfOfDayAt, minuteOfDay } from './halfOfDay.ts';

/** Reads from the first word. Without a half of the day the minute is that of the morning. */
export function readSpokenTime(scan: Scan, at: number): Reading | null {
  return tellsTime(scan, at) ? (readByMinutes(scan, at) ?? readByHour(scan, at)) : null;
}

/** Whether a word that ties minutes to an hour, or an hour to its half of the day, is near: behind most numbers there is none. */
function tellsTime(scan: Scan, at: number): boolean {
  if (TIES.has(lowerAt(scan, at + 1))) return true;
  return !isNumber(scan, at) && (TIES.has(lowerAt(scan, at + 2)) || TIES.has(lowerAt(scan, at + 3)));
}

const TIES: ReadonlySet<string> = wordSet('past to minute minutes in at');

interface Count {
  readonly value: number;
  readonly next: number;
}

/** `a quarter past eight`, `twenty minutes to nine`, `half past ten in the morning`. */
function readByMinutes(scan: Scan, at: number): Reading | null {
  const minutes = minutesAt(scan, at);
  if (minutes === null) return null;
  const joint = lowerAt(scan, minutes.next);
  if (joint !== 'past' && (joint !== 'to' || !countsDown(scan, at, minutes))) return null;
  const hour = hourAt(scan, minutes.next + 1);
  if (hour === null) return null;
  const half = halfOfDayAt(scan, hour.next);
  if (half === null && !endsTime(scan, hour.next)) return null;
  const offset = joint === 'past' ? minutes.value : -minutes.value;
  return timeReading(scan, at, half?.next ?? hour.next, minuteOfDay(hour.value, half, offset));
}

/** Minutes as they are told of an hour. */
interface Minutes extends Count {
  /** Whether the words are those of a time and nothing else: a quarter, a half, or so many minutes. */
  readonly named: boolean;
}

function minutesAt(scan: Scan, at: number): Minutes | null {
  const from = lowerAt(scan, at) === 'a' ? at + 1 : at;
  if (lowerAt(scan, from) === 'quarter') return { value: 15, next: from + 1, named: true };
  if (lowerAt(scan, at) === 'half') return { value: 30, next: at + 1, named: true };
  const count = from > at ? null : countAt(scan, at);
  if (count === null || count.value < 1 || count.value > MOST_MINUTES) return null;
  const named = /^minutes?$/.test(lowerAt(scan, count.next));
  return { value: count.value, next: named ? count.next + 1 : count.next, named };
}

/** Half an hour and more is told to the hour that comes. */
const MOST_MINUTES = 29;

/** A whole number below a hundred, in figures or words. */
function countAt(scan: Scan, at: number): Count | null {
  const word = lowerAt(scan, at);
  if (/^\d{1,2}$/.test(word)) return { value: Number(word), next: at + 1 };
  const unit = UNITS.get(word);
  if (unit !== undefined) return { value: unit, next: at + 1 };
  const ten = TENS.get(word);
  if (ten === undefined) return null;
  const last = pastHyphen(scan, at + 1);
  const rest = UNITS.get(lowerAt(scan, last));
  return rest === undefined || rest > 9
    ? { value: ten, next: at + 1 }
    : { value: ten + rest, next: last + 1 };
}

function hourAt(scan: Scan, at: number): Count | null {
  const word = lowerAt(scan, at);
  if (word === 'noon' || word === 'midday') return { value: 12, next: at + 1 };
  if (word === 'midnight') return { value: 0, next: at + 1 };
  const hour = countAt(scan, at);
  return hour === null || hour.value < 1 || hour.value > 12 ? null : hour;
}

/** `to` counts down to an hour behind a quarter or so many minutes, and behind `at` (`at ten to six`); else it joins a range. */
function countsDown(scan: Scan, at: number, { value, named }: Minutes): boolean {
  if (lowerAt(scan, at) === 'half') return false;
  const before = lowerAt(scan, at - 1);
  if (named) return before !== 'from' && before !== 'by';
  return BEFORE_TIME.has(before) && TOLD_TO.has(value) && !/^\d/.test(lowerAt(scan, at));
}

const TOLD_TO: ReadonlySet<number> = new Set([5, 10, 20, 25]);
const BEFORE_TIME: ReadonlySet<string> = wordSet('at until till');

function endsTime(scan: Scan, at: number): boolean {
  return !isWord(scan, at) || NO_NOUN.has(lowerAt(scan, at)) || lowerAt(scan, at) === "o'clock";
}

/** `at ten in the evening`, `until six in the morning`: behind a word of time, since counts stand before such words too. */
function readByHour(scan: Scan, at: number): Reading | null {
  if (!BEFORE_HOUR.has(lowerAt(scan, at - 1))) return null;
  const hour = countAt(scan, at);
  if (hour === null || hour.value < 1 || hour.value > 12) return null;
  const half = halfOfDayAt(scan, hour.next);
  return half === null ? null : timeReading(scan, at, half.next, minuteOfDay(hour.value, half, 0));
}

const BEFORE_HOUR: ReadonlySet<string> = wordSet(
  'at by until till from around about before after since past',
);

function timeReading(scan: Scan, first: number, next: number, minute: number): Reading {
  return dateReading(scan, first, next, { ...NO_DATE_PARTS, grain: 'time', minute });
}
