/** Wording: how findings name articles and dates, the same on every surface. */

import type { Evidence } from '../check/finding.ts';
import type { IsoDate } from '../corpus/article.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2020-01-01` as `1 January 2020`; anything else as it stands. */
export function longDate(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  const name = month === undefined ? undefined : MONTHS[month - 1];
  return name === undefined || day === undefined ? date : `${day} ${name} ${year}`;
}

/** `Gulf Wire (1 January 2020)`; the title where no outlet is known, without the date where none is known. */
export function sourceName(evidence: Pick<Evidence, 'outlet' | 'title' | 'published'>): string {
  const name = evidence.outlet ?? `“${evidence.title}”`;
  return evidence.published === null ? name : `${name} (${longDate(evidence.published)})`;
}

/** A passage cut at a word to at most `limit` UTF-16 units, with an ellipsis where it was cut. */
export function shorten(passage: string, limit: number): string {
  const flat = passage.replace(/\s+/g, ' ').trim();
  if (flat.length <= limit) return flat;
  const blank = flat.lastIndexOf(' ', limit - 1);
  return `${flat.slice(0, blank > limit / 2 ? blank : limit - 1)}…`;
}
