/** Slots: the place a quantity holds in its sentence, that is which terms stand around it and how near. */

import type { AnalysedSentence } from '../corpus/index/corpusIndex.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Span } from '../text/span.ts';

/** A quantity with its surroundings. Two slots that are alike hold the same fact. */
export interface Slot {
  readonly sentence: AnalysedSentence;
  readonly quantity: Quantity;
  /** For each term of the sentence how near it stands, from 1 (touching) towards 0; 0 for terms inside the quantity. */
  readonly nearness: readonly number[];
  /** Indices of the terms before the quantity, nearest first. */
  readonly left: readonly number[];
  /** Indices of the terms after the quantity, nearest first. */
  readonly right: readonly number[];
  /** Index of the first token of the extent and of the first one after it. */
  readonly firstToken: number;
  readonly lastToken: number;
}

const slotsKept = new WeakMap<Quantity, Slot>();

/** The slot of one quantity of `sentence`. Linear in the sentence, and made once as long as sentence and quantity are in use. */
export function slotOf(sentence: AnalysedSentence, quantity: Quantity): Slot {
  const kept = slotsKept.get(quantity);
  if (kept?.sentence === sentence) return kept;
  const slot = slotAt(sentence, quantity, quantity.extent);
  slotsKept.set(quantity, slot);
  return slot;
}

/** The slot that `quantity` would have if it stood at `place`. */
export function slotAt(sentence: AnalysedSentence, quantity: Quantity, place: Span): Slot {
  const { tokens } = sentence.sentence;
  const firstToken = firstIndex(tokens, (token) => token.end > place.start);
  const lastToken = firstIndex(tokens, (token) => token.start >= place.end);
  const breaks = breaksBefore(sentence, rivalryOf(quantity));
  const nearness: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  for (const [index, term] of sentence.terms.entries()) {
    const gap = gapBetween(term.token, firstToken, lastToken);
    const edge = term.token < firstToken ? firstToken - 1 : lastToken - 1;
    const crossed = Math.abs((breaks[term.token] ?? 0) - (breaks[edge] ?? 0));
    nearness.push(gap === 0 ? 0 : 1 / (1 + (gap - 1 + crossed * BREAK_COST) / HALF_DISTANCE));
    if (term.token < firstToken) left.unshift(index);
    else if (term.token >= lastToken) right.push(index);
  }
  return { sentence, quantity, nearness, left, right, firstToken, lastToken };
}

/** A term this many tokens away counts half. Reporters put who, what and how many within a clause of 8 to 12 words. */
const HALF_DISTANCE = 5;
/** Crossing a comma or a clause word is worth this many tokens of distance. */
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
