/** Dates in another date's style. */

import { civil, parseIso, weekdayOf } from '../dates/days.ts';
import { MONTHS, WEEKDAYS } from '../lexicon/calendar.ts';
import type { DateQuantity } from '../quantity.ts';
import { ordinalInDigits } from './numberWords.ts';

const WEEKDAY_NAMES = [
  '',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
const MONTH_NAMES =
  ' January February March April May June July August September October November December'.split(' ');
/** Associated Press style: March to July are never cut. */
const SHORT_MONTHS = ' Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

/** The source's day in the draft's form where it can be told, else the source's own words. */
export function writeDate(source: DateQuantity, draft: DateQuantity): string {
  const day = source.from !== null && source.from === source.to ? parseIso(source.from) : null;
  if (draft.grain === 'day' && isWeekdayAlone(draft)) return weekdayName(source, day) ?? source.text;
  if (draft.grain === 'year' && draft.year !== null && source.year !== null) return String(source.year);
  if (draft.grain === 'day' && draft.month !== null && draft.day !== null && day !== null) {
    return withMonth(day, draft) ?? source.text;
  }
  return source.text;
}

function isWeekdayAlone({ weekday, month, day, text }: DateQuantity): boolean {
  return weekday !== null && month === null && day === null && WEEKDAYS.has(text.toLowerCase());
}

function weekdayName(source: DateQuantity, day: number | null): string | null {
  const weekday = source.weekday ?? (day === null ? null : weekdayOf(day));
  return weekday === null ? null : (WEEKDAY_NAMES[weekday] ?? null);
}

/** The draft's date with weekday, month, day and year put in the place of its own. Dates in figures are left alone. */
function withMonth(day: number, draft: DateQuantity): string | null {
  const { year, month, date } = civil(day);
  let wrote = false;
  const written = draft.text.replace(/\p{L}+\.?|\d+(?:st|nd|rd|th)?/giu, (part) => {
    const word = part.toLowerCase().replace('.', '');
    if (WEEKDAYS.has(word)) return WEEKDAY_NAMES[weekdayOf(day)] ?? part;
    if (MONTHS.has(word)) {
      wrote = true;
      return (
        (word.length > 4 || word === 'may' || word === 'june' || word === 'july'
          ? MONTH_NAMES
          : SHORT_MONTHS)[month] ?? part
      );
    }
    if (/^\d{4}$/.test(part)) return String(year);
    if (/^\d{1,2}$/.test(part)) return String(date);
    return /^\d{1,2}\p{L}/u.test(part) ? ordinalInDigits(date) : part;
  });
  return wrote ? written : null;
}
