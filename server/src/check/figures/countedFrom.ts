/** Spans counted from a date: `12 minutes later`, `three years after she left`, `26 minutes behind schedule`. */

import type { Quantity } from '../../quantity/quantity.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';

/** On which side of a date the other time lies that a span leads to. */
export type Side = -1 | 1;

/** What may be counted from. */
interface Start {
  readonly date: Quantity;
}

export interface Counting<S extends Start> {
  readonly start: S;
  readonly side: Side;
}

/**
 * The dates that a span may be counted from, those of its own sentence first, each with the side on which the other time
 * lies; none where no word ties the span to another time. Dates of the sentence before are counted on from as the word says.
 */
export function countingsOf<S extends Start>(
  span: Span,
  tokens: readonly Token[],
  own: readonly S[],
  before: readonly S[],
): readonly Counting<S>[] {
  const tie = tieBehind(span, tokens);
  if (tie === null) return [];
  return [
    ...own.flatMap((start) => sidesOf(span, tie, start.date.extent, tokens).map((side) => ({ start, side }))),
    ...before.map((start) => ({ start, side: tie.side })),
  ];
}

/** The word that ties a span to another time. */
interface Tie {
  readonly side: Side;
  readonly end: number;
  /** Whether the other time is named behind it: `after the crash`, `later than planned`, `behind schedule`. */
  readonly namesOther: boolean;
}

/** The word behind a span where it is one that counts; null for anything else. */
function tieBehind(span: Span, tokens: readonly Token[]): Tie | null {
  const at = tokens.findIndex(({ start }) => start >= span.end);
  const word = tokens[at];
  const side = word === undefined ? undefined : SIDES.get(word.lower);
  if (word === undefined || side === undefined) return null;
  const next = tokens[at + 1];
  const compared = next?.lower === COMPARED.get(word.lower);
  if (word.lower === 'ahead' && !compared) return null;
  const namesOther = COMPARED.has(word.lower) ? compared : next?.kind === 'word' || next?.kind === 'number';
  return { side, end: word.end, namesOther };
}

const SIDES: ReadonlyMap<string, Side> = new Map([
  ['later', 1],
  ['after', 1],
  ['behind', 1],
  ['earlier', -1],
  ['before', -1],
  ['ahead', -1],
]);

/** Words that name another time only with a certain word behind them. */
const COMPARED: ReadonlyMap<string, string> = new Map([
  ['later', 'than'],
  ['earlier', 'than'],
  ['ahead', 'of'],
]);

/**
 * `at 9:40, 12 minutes after the alarm` counts from the alarm to 9:40, and so does `12 minutes after the alarm, at 9:40`:
 * the alarm lies on the other side. `12 minutes later` counts on from 9:40. Elsewhere the date may be either of the two.
 */
function sidesOf(span: Span, tie: Tie, date: Span, tokens: readonly Token[]): readonly Side[] {
  if (!tie.namesOther) return [tie.side];
  const other: Side = tie.side === 1 ? -1 : 1;
  const isBefore = date.end <= span.start;
  const between = isBefore ? wordsIn(tokens, date.end, span.start) : wordsIn(tokens, tie.end, date.start);
  const isOfMainClause = isBefore ? between.every((word) => APPOSING.has(word)) : between.includes(',');
  return isOfMainClause ? [other] : [tie.side, other];
}

/** What may stand between a date and the span that explains it. */
const APPOSING: ReadonlySet<string> = new Set([',', '-', '–', '—', '(', 'or', 'some', 'just', 'about']);

function wordsIn(tokens: readonly Token[], from: number, to: number): readonly string[] {
  return tokens.filter(({ start, end }) => start >= from && end <= to).map(({ lower }) => lower);
}
