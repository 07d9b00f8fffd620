/** Times told: the dates that a text ties a figure to, by the clause it stands in or by the story it is a part of. */

import type { AnalysedSentence } from '../corpus/index/corpusIndex.ts';
import { type Comparison, compareQuantities } from '../quantity/compare.ts';
import type { DateQuantity, Quantity } from '../quantity/quantity.ts';
import type { Token } from '../text/tokens.ts';

/** The dates that a figure is tied to, and by what. */
export interface TimeTold {
  readonly dates: readonly DateQuantity[];
  /** A clause with `when` tells of nothing but its date: `the worst since 1952, when 300 farms were lost`. */
  readonly by: 'when' | 'clause' | 'story';
}

/**
 * The time of `quantity`: the date that its clause with `when` hangs on; or else the dates of its clause; or else the one
 * its sentence opens with; or, where its sentence has no date at all, the one that opens a sentence shortly before. Null
 * where none is told. `before` are the sentences before, in order.
 */
export function timeTold(
  sentence: AnalysedSentence,
  quantity: Quantity,
  before: readonly AnalysedSentence[],
): TimeTold | null {
  const dates = datesOf(sentence).filter((date) => date !== quantity);
  if (dates.length === 0) return storyTime(before);
  const { tokens } = sentence.sentence;
  const apart = dates.map((date) => ({ date, words: wordsBetween(tokens, date, quantity) }));
  const when = apart.find(({ words }) => opensWithWhen(words));
  if (when !== undefined) return { dates: [when.date], by: 'when' };
  const beside = apart.flatMap(({ date, words }) => (isOneClause(words) ? [date] : []));
  if (beside.length > 0) return { dates: beside, by: 'clause' };
  const [first] = dates;
  return first !== undefined && opens(sentence, first) && first.end <= quantity.start
    ? { dates: [first], by: 'clause' }
    : null;
}

/** The dates of a sentence, in order. */
export function datesOf({ quantities }: AnalysedSentence): readonly DateQuantity[] {
  return quantities.filter((one) => one.kind === 'date');
}

/** Whether the date is told from the day of the text, within days of it: `on Sunday`, `yesterday`, `over the weekend`. */
export function isOfTheseDays({ year, weekday, grain, distance }: DateQuantity): boolean {
  if (year !== null) return false;
  return (
    weekday !== null || grain === 'weekend' || (distance !== null && Math.abs(distance) <= DAYS_OF_A_WEEK)
  );
}

const DAYS_OF_A_WEEK = 7;

/** Whether two dates are surely of one time. */
export function areOneTime(one: DateQuantity, other: DateQuantity): boolean {
  return !UNLIKE.has(compareQuantities(one, other));
}

const UNLIKE: ReadonlySet<Comparison> = new Set(['different', 'incomparable']);

/** A story set in another time opens with its date: `In September 1971, … The gang got away with …`. */
function storyTime(before: readonly AnalysedSentence[]): TimeTold | null {
  for (const sentence of before.slice(-STORY_REACH).reverse()) {
    const [first, second] = datesOf(sentence);
    if (first === undefined) continue;
    return second === undefined && opens(sentence, first) ? { dates: [first], by: 'story' } : null;
  }
  return null;
}

/** Sentences behind its date that are surely of the same story. */
export const STORY_REACH = 2;

/** Whether the sentence opens with the date, but for a preposition. */
function opens({ sentence }: AnalysedSentence, date: DateQuantity): boolean {
  return (sentence.tokens[1]?.end ?? 0) > date.extent.start;
}

/** The words between two quantities, lower-case; null where one holds the other. */
function wordsBetween(tokens: readonly Token[], date: DateQuantity, quantity: Quantity): Between | null {
  const isBefore = date.start < quantity.start;
  const [first, second] = isBefore ? [date, quantity] : [quantity, date];
  if (first.extent.end > second.extent.start) return null;
  const words = tokens.filter(({ start, end }) => start >= first.extent.end && end <= second.extent.start);
  return { words: words.map(({ lower }) => lower), isBefore };
}

interface Between {
  readonly words: readonly string[];
  /** Whether the date comes first. */
  readonly isBefore: boolean;
}

function opensWithWhen(between: Between | null): boolean {
  if (between === null || !between.isBefore) return false;
  const { words } = between;
  const at = words[0] === ',' ? 1 : 0;
  return words[at] === 'when' && !words.slice(at + 1).some((word) => CLAUSE_ENDS.has(word));
}

function isOneClause(between: Between | null): boolean {
  return between !== null && !between.words.some((word) => CLAUSE_ENDS.has(word));
}

/** Marks and words beyond which another clause begins. */
const CLAUSE_ENDS: ReadonlySet<string> = new Set(
  ', ; : – — ( ) [ ] " “ ” and but while who which where when after before as because although though'.split(
    ' ',
  ),
);
