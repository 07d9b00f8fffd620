/** Dates of publication: from the many ways a file writes one to `YYYY-MM-DD`. */

import { strict } from 'chrono-node/en';

/** A calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;

/** `2020-01-31`, `2020/01/31` or the start of `2020-01-31T08:00:00Z`. The day written counts, in whatever zone. */
const ISO = /^(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)/;

/** Day and month cannot be told apart in `01/02/2020`. */
const AMBIGUOUS = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/;

/** Without a digit there is no year; most texts state no date at all, and the first parse takes 70 ms. */
const DIGIT = /\d/;

/** The date that `written` gives in full (day, month and year), or null when it gives none or it cannot be told. */
export function toIsoDate(written: string): IsoDate | null {
  const text = written.trim();
  const iso = ISO.exec(text);
  if (iso !== null) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (!DIGIT.test(text) || AMBIGUOUS.test(text) || text.length > LONGEST_DATE) return null;
  const parts = strict.parse(text)[0]?.start;
  if (parts === undefined || !parts.isCertain('year') || !parts.isCertain('month') || !parts.isCertain('day'))
    return null;
  return isoDate(parts.get('year') ?? 0, parts.get('month') ?? 0, parts.get('day') ?? 0);
}

/** `Wednesday, 30 September 2020 at 23:59:59 Central European Summer Time` has 67 characters. */
const LONGEST_DATE = 100;

/** The date of these parts, or null when the calendar has none such. */
function isoDate(year: number, month: number, day: number): IsoDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
