/** Dates as readers see them: `1 January 2020`. */

import type { IsoDate } from '../corpus/article.ts';

const LONG = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The date in words; what is no date comes back as it is. */
export function longDate(date: IsoDate): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : LONG.format(time);
}

/** What stands in the place of a date that is not known. */
export const UNDATED = 'undated';
