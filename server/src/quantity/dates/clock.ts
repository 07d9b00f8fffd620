/** Times of day: `3 p.m.`, `11:30`, `10 o'clock`, `1900 GMT`, `noon`, `midnight`. */

import { UNITS } from '../lexicon/numbers.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import { dateReading, NO_DATE_PARTS, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isCapitalised, isDash, isNumber, lowerAt, touches } from '../scan.ts';
import { HALVES, halfOfDayAt, minuteOfDay } from './halfOfDay.ts';

const ZONES: ReadonlySet<string> = wordSet(
  'gmt utc bst est edt cst cdt mst mdt pst pdt et ct pt cet cest hours hrs',
);

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly next: number;
}

/** Reads a time from its hour. */
export function readTime(scan: Scan, at: number): Reading | null {
  const clock = readClock(scan, at);
  if (clock === null) return readMilitary(scan, at) ?? readSlip(scan, at);
  const half = HALVES.get(lowerAt(scan, clock.next));
  if (half !== undefined && clock.hour >= 1 && clock.hour <= 12) {
    const hour = (clock.hour % 12) + (half === 'pm' ? 12 : 0);
    return timeReading(scan, at, clock.next + 1, hour * 60 + clock.minute);
  }
  if (half !== undefined) return readSlip(scan, at);
  const oclock = lowerAt(scan, clock.next) === "o'clock";
  if (oclock && clock.hour <= 12) {
    const part = halfOfDayAt(scan, clock.next + 1);
    return timeReading(scan, at, part?.next ?? clock.next + 1, minuteOfDay(clock.hour, part, 0));
  }
  return clock.next > at + 1 ? timeReading(scan, at, clock.next, clock.hour * 60 + clock.minute) : null;
}

/** `at 20 a.m.`: no such hour, but a time nonetheless, and no other time equals it. */
function readSlip(scan: Scan, at: number): Reading | null {
  const written = lowerAt(scan, at);
  const half = lowerAt(scan, at + 1);
  if (!/^\d{1,3}$/.test(written) || !HALVES.has(half)) return null;
  // `am` is a verb as well.
  if (half === 'am' && !touches(scan, at + 1) && !BEFORE_TIME.has(lowerAt(scan, at - 1))) return null;
  return timeReading(scan, at, at + 2, Number(written) * 60);
}

const BEFORE_TIME: ReadonlySet<string> = wordSet('at by from until till around about to');

/** `7`, `7:30`, `7.30` before `a.m.`, `seven`. */
function readClock(scan: Scan, at: number): Clock | null {
  const written = lowerAt(scan, at);
  if (!isNumber(scan, at)) {
    const hour = UNITS.get(written);
    return hour === undefined || hour > 12 ? null : { hour, minute: 0, next: at + 1 };
  }
  const isEnd = isDash(scan, at - 1) && HALVES.has(lowerAt(scan, at - 2));
  if (touches(scan, at) && !isEnd && /[\w./:$£€#-]/.test(lowerAt(scan, at - 1))) return null;
  if (/^\d{1,2}$/.test(written) && Number(written) <= 24) {
    const minutes =
      lowerAt(scan, at + 1) === ':' && touches(scan, at + 1) && touches(scan, at + 2)
        ? lowerAt(scan, at + 2)
        : '';
    if (!/^[0-5]\d$/.test(minutes)) return { hour: Number(written), minute: 0, next: at + 1 };
    if (
      touches(scan, at + 3) &&
      (lowerAt(scan, at + 3) === '.' || lowerAt(scan, at + 3) === ':') &&
      isNumber(scan, at + 4)
    )
      return null;
    return { hour: Number(written), minute: Number(minutes), next: at + 3 };
  }
  const [hour = '', minute = ''] = written.split('.');
  if (!/^\d{1,2}$/.test(hour) || !/^[0-5]\d$/.test(minute) || !HALVES.has(lowerAt(scan, at + 1))) return null;
  return { hour: Number(hour), minute: Number(minute), next: at + 1 };
}

/** `1900 GMT`, `0630 hours`. */
function readMilitary(scan: Scan, at: number): Reading | null {
  const written = lowerAt(scan, at);
  if (!/^(?:[01]\d|2[0-3])[0-5]\d$/.test(written) || !ZONES.has(lowerAt(scan, at + 1))) return null;
  if (lowerAt(scan, at + 1) === 'hours' && !written.startsWith('0')) return null;
  return timeReading(scan, at, at + 1, Number(written.slice(0, 2)) * 60 + Number(written.slice(2)));
}

const NOON = 720;

/** Reads `noon`, `midday`, `midnight`. */
export function readNamedTime(scan: Scan, at: number): Reading | null {
  const word = lowerAt(scan, at);
  if (isCapitalised(scan, at) && isCapitalised(scan, at + 1)) return null;
  if (word === 'noon' || word === 'midday') return timeReading(scan, at, at + 1, NOON);
  return word === 'midnight' ? timeReading(scan, at, at + 1, 0) : null;
}

function timeReading(scan: Scan, first: number, next: number, minute: number): Reading {
  return dateReading(scan, first, next, { ...NO_DATE_PARTS, grain: 'time', minute });
}
