/** Dates against dates: by the days both stand for, else by the parts that both give. */

import type { Comparison } from '../compare.ts';
import { parseIso, weekdayOf } from '../dates/days.ts';
import type { DateQuantity } from '../quantity.ts';

export function compareDates(draft: DateQuantity, article: DateQuantity): Comparison {
  if (draft.grain === 'time' || article.grain === 'time') return compareTimes(draft, article);
  if (sameWords(draft, article)) return 'equal';
  const parts = compareParts(draft, article);
  if (bothRelative(draft, article) && parts !== 'incomparable') return parts;
  if (draft.from === null || draft.to === null || article.from === null || article.to === null) return parts;
  return compareDays(draft.from, draft.to, article.from, article.to);
}

function compareTimes(draft: DateQuantity, article: DateQuantity): Comparison {
  if (draft.minute === null || article.minute === null) return 'incomparable';
  return draft.minute === article.minute ? 'equal' : 'different';
}

/** `last year` against `last year`: a draft takes over the article's own day. */
function sameWords(draft: DateQuantity, article: DateQuantity): boolean {
  if (!draft.relative || !article.relative || draft.grain !== article.grain) return false;
  return draft.text.toLowerCase() === article.text.toLowerCase();
}

/** Two weekdays, or two days of a month without a year, are compared as written: each counts from its own article. */
function bothRelative(draft: DateQuantity, article: DateQuantity): boolean {
  return draft.relative && article.relative && hasParts(draft) && hasParts(article);
}

function hasParts({ weekday, month, day }: DateQuantity): boolean {
  return weekday !== null || month !== null || day !== null;
}

const PARTS = ['year', 'month', 'day'] as const;

/** Equal where all parts that both give agree; `within` where one gives more of them. */
function compareParts(draft: DateQuantity, article: DateQuantity): Comparison {
  let shared = 0;
  let own = 0;
  for (const part of PARTS) {
    const a = draft[part];
    const b = article[part];
    if (a !== null && b !== null && a !== b) return 'different';
    if (a !== null && b !== null) shared += 1;
    if ((a === null) !== (b === null)) own += 1;
  }
  const a = weekdayIn(draft);
  const b = weekdayIn(article);
  const weekdaysCount = shared === 0 && a !== null && b !== null;
  if (weekdaysCount && a !== b) return 'different';
  if (shared === 0 && !weekdaysCount) return 'incomparable';
  return own === 0 || weekdaysCount ? 'equal' : 'within';
}

/** The weekday written, or that of the one day covered. */
function weekdayIn({ weekday, from, to }: DateQuantity): number | null {
  if (weekday !== null || from === null || from !== to) return weekday;
  const day = parseIso(from);
  return day === null ? null : weekdayOf(day);
}

/** ISO dates sort as text. */
function compareDays(from: string, to: string, articleFrom: string, articleTo: string): Comparison {
  if (from === articleFrom && to === articleTo) return 'equal';
  const holds = from <= articleFrom && articleTo <= to;
  const held = articleFrom <= from && to <= articleTo;
  return holds || held ? 'within' : 'different';
}
