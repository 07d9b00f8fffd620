/** Slots: the place a quantity holds in its sentence, that is which terms stand around it and how near. */

import type { AnalysedSentence } from '../corpus/index/corpusIndex.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Span } from '../text/span.ts';
import { type Outcome, outcomesOf } from './contrasts.ts';
import { type Owner, ownerAt } from './owner.ts';

/** A quantity with its surroundings. Two slots that are alike hold the same fact. */
export interface Slot {
  readonly quantity: Quantity;
  readonly place: Place;
}

/** What stands around a stretch of a sentence. */
export interface Place {
  readonly sentence: AnalysedSentence;
  /** For each term of the sentence how near it stands, from 1 (touching) towards 0; 0 for terms inside the stretch. */
  readonly nearness: readonly number[];
  /** Indices of the `BESIDE` terms before the stretch, nearest first, and of those after it. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** The word or mark right before the stretch and the one right behind it, lower-case. */
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly outcomes: readonly Outcome[];
  readonly owner: Owner;
}

/** Terms on one side of a place that are looked at for their order. */
export const BESIDE = 3;

/** The slot of one quantity of `sentence`. */
export function slotOf(sentence: AnalysedSentence, quantity: Quantity): Slot {
  return slotAt(sentence, quantity, quantity.extent);
}

/** The slot that `quantity` would have if it stood at `stretch`, whose place is made once as long as that is in use. */
export function slotAt(sentence: AnalysedSentence, quantity: Quantity, stretch: Span): Slot {
  const rivalry = rivalryOf(quantity);
  const kept = placesKept[rivalry].get(stretch);
  if (kept?.sentence === sentence) return { quantity, place: kept };
  const place = placeOf(sentence, rivalry, stretch);
  placesKept[rivalry].set(stretch, place);
  return { quantity, place };
}

/** Linear in the sentence. */
function placeOf(sentence: AnalysedSentence, rivalry: Rivalry, stretch: Span): Place {
  const { terms } = sentence;
  const { tokens } = sentence.sentence;
  const first = firstIndex(tokens, (token) => token.end > stretch.start);
  const next = firstIndex(tokens, (token) => token.start >= stretch.end);
  const nearness = nearnessOf(sentence, breaksBefore(sentence, rivalry), first, next);
  const behind = firstIndex(terms, ({ token }) => token >= next);
  return {
    sentence,
    nearness,
    left: indicesFrom(firstIndex(terms, ({ token }) => token >= first) - 1, -1, terms.length),
    right: indicesFrom(behind, 1, terms.length),
    previous: tokens[first - 1]?.lower,
    next: tokens[next]?.lower,
    outcomes: outcomesOf(terms, nearness),
    owner: ownerAt(sentence, first, next),
  };
}

/** `first` and those that follow it in steps of `step`, `BESIDE` at most, as far as there are as many as `length`. */
function indicesFrom(first: number, step: 1 | -1, length: number): readonly number[] {
  const indices: number[] = [];
  for (let at = first; indices.length < BESIDE && at >= 0 && at < length; at += step) indices.push(at);
  return indices;
}

/** How near each term stands to what reaches from the token `first` to before the token `next`. */
function nearnessOf(
  { terms }: AnalysedSentence,
  breaks: readonly number[],
  first: number,
  next: number,
): readonly number[] {
  return terms.map(({ token }) => {
    const gap = gapBetween(token, first, next);
    if (gap === 0) return 0;
    const edge = token < first ? first - 1 : next - 1;
    const crossed = Math.abs((breaks[token] ?? 0) - (breaks[edge] ?? 0));
    return 1 / (1 + (gap - 1 + crossed * BREAK_COST) / HALF_DISTANCE);
  });
}

/**
 * A term this many tokens away counts half. Reporters put who, what and how many within a clause of 8 to 12 words. Of 2,023
 * right figures of the development set whose article has another one to confuse it with, the words near them alone put the
 * right place first for 84.7 % at 3, 84.0 % at 5 and 83.5 % at 8; the models were learned at 5.
 */
const HALF_DISTANCE = 5;
/** Crossing a comma or a clause word is worth this many tokens of distance; measured likewise, 83.1 % at 0 and 85.0 % at 6. */
const BREAK_COST = 3;

function gapBetween(token: number, first: number, last: number): number {
  if (token < first) return first - token;
  return token >= last ? token - last + 1 : 0;
}

function firstIndex<T>(items: readonly T[], test: (item: T) => boolean): number {
  const found = items.findIndex(test);
  return found === -1 ? items.length : found;
}

/** Quantities say either when (dates, durations) or what; only those of one sort draw the words around them apart. */
type Rivalry = 'when' | 'what';

/** By the stretches, which are objects of the article: its slots are asked for again with every claim. */
const placesKept: Readonly<Record<Rivalry, WeakMap<Span, Place>>> = {
  when: new WeakMap(),
  what: new WeakMap(),
};

function rivalryOf({ kind }: Quantity): Rivalry {
  return kind === 'date' || kind === 'duration' ? 'when' : 'what';
}

const breaksKept: Readonly<Record<Rivalry, WeakMap<AnalysedSentence, readonly number[]>>> = {
  when: new WeakMap(),
  what: new WeakMap(),
};

/**
 * For each token how many breaks stand before it or at it: marks and words that open a clause, and rival quantities,
 * since what stands beyond another figure is mostly told of that one.
 */
function breaksBefore(sentence: AnalysedSentence, rivalry: Rivalry): readonly number[] {
  const kept = breaksKept[rivalry].get(sentence);
  if (kept !== undefined) return kept;
  const rivals = sentence.quantities.filter((quantity) => rivalryOf(quantity) === rivalry);
  const starts = new Set(rivals.map(({ extent }) => extent.start));
  let count = 0;
  const breaks = sentence.sentence.tokens.map((token) => {
    if (CLAUSE_BREAKS.has(token.lower)) count += 1;
    if (starts.has(token.start)) count += 1;
    return count;
  });
  breaksKept[rivalry].set(sentence, breaks);
  return breaks;
}

const CLAUSE_BREAKS: ReadonlySet<string> = new Set([
  ...', ; : – — ( ) [ ] " “ ” and but while who which where when after before as because although though'.split(
    ' ',
  ),
]);
