/** Dates as readers see them: `1 January 2020`. */

import type { IsoDate } from '../corpus/article.ts';

/** The date in words; what is no date comes back as it is. */
export function longDate(date: IsoDate): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : format().format(time);
}

/** Made when the first date is written: it loads the language's data, for 20 ms. */
function format(): Intl.DateTimeFormat {
  made ??= new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return made;
}

let made: Intl.DateTimeFormat | undefined;

/** What stands in the place of a date that is not known. */
export const UNDATED = 'undated';
