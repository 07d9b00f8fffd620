/** Bounds: adds `more than`, `about`, `or more`, `before`, `since` to the figure or date they stand with. */

import { BOUNDS_BEFORE, BOUNDS_BEFORE_DATES, BOUNDS_BEHIND, type Phrase } from '../lexicon/bounds.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import type { Bound, Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { endBefore, lowerAt, startOf, touches } from '../scan.ts';
import { asAge } from './ages.ts';

interface FoundBound {
  readonly bound: Bound;
  readonly first: number;
  readonly next: number;
  /** What else the words make of the figure, where they do. */
  readonly turn?: (figure: Quantity) => Quantity;
}

/** The reading with the bound words around it; unchanged where there are none. `after` is where the reading before ends. */
export function withBound(scan: Scan, reading: Reading, after: number): Reading {
  const { quantity } = reading;
  if (quantity === null || quantity.kind === 'score' || quantity.kind === 'designation') return reading;
  const found =
    quantity.kind === 'date'
      ? beforeDate(scan, reading, after)
      : quantity.kind === 'ordinal'
        ? null
        : onBothSides(beforeFigure(scan, reading, quantity, after), behind(scan, reading, quantity));
  if (found === null || isDepth(scan, found.first, quantity)) return reading;
  const extent = { start: startOf(scan, found.first), end: endBefore(scan, found.next) };
  const bounded = { ...quantity, bound: found.bound, extent };
  return { first: found.first, next: found.next, quantity: found.turn?.(bounded) ?? bounded };
}

/** `no trawling below 600 metres`: below a length lies what is deeper as well as what is less. */
function isDepth(scan: Scan, first: number, quantity: Quantity): boolean {
  return quantity.kind === 'measure' && quantity.dimension === 'length' && lowerAt(scan, first) === 'below';
}

/** Words that are said of ages alone: `21 and older`. */
const OF_AGE: ReadonlySet<string> = new Set(['older', 'younger']);

/** `nearly 26,000-plus`: bounds that point to each other say that the figure is about right; else the first one counts. */
function onBothSides(before: FoundBound | null, after: FoundBound | null): FoundBound | null {
  if (before === null || after === null) return before ?? after;
  const opposed = FROM_BELOW.has(before.bound) ? FROM_ABOVE.has(after.bound) : FROM_BELOW.has(after.bound);
  const bound = opposed ? 'about' : before.bound;
  return { ...after, bound, first: before.first };
}

const FROM_BELOW: ReadonlySet<Bound> = new Set(['nearly', 'less-than', 'at-most']);
const FROM_ABOVE: ReadonlySet<Bound> = new Set(['more-than', 'at-least']);

function beforeDate(scan: Scan, reading: Reading, after: number): FoundBound | null {
  const the = lowerAt(scan, reading.first - 1) === 'the' ? 2 : 1;
  const found = phraseBefore(scan, reading.first - the, after, BOUNDS_BEFORE_DATES);
  return found === null ? null : { ...found, next: reading.next };
}

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/** `nearly a 20-percent rise`: an article may stand between the bound and a figure with a unit. */
function beforeFigure(scan: Scan, reading: Reading, figure: Quantity, after: number): FoundBound | null {
  const last = reading.first - 1;
  const past = figure.kind !== 'number' && ARTICLES.has(lowerAt(scan, last)) ? last - 1 : last;
  const found =
    phraseBefore(scan, last, after, BOUNDS_BEFORE) ??
    (past < last ? phraseBefore(scan, past, after, BOUNDS_BEFORE) : null) ??
    notAll(scan, last, figure);
  return found === null || isDirection(scan, found) || isDuring(scan, found, reading, figure)
    ? null
    : { ...found, next: reading.next };
}

/** `not 100% effective` says that some are left out, and not how many; of any other number `not` says that it is wrong. */
function notAll(scan: Scan, at: number, figure: Quantity): FoundBound | null {
  if (figure.kind !== 'percent' || figure.low !== 100 || !/^(?:not|[a-z]+n['’]t)$/.test(lowerAt(scan, at)))
    return null;
  return { bound: 'less-than', first: at, next: at + 1, turn: asPart };
}

/** The most that is still not all, as finely as shares are told. */
const MOST = 99.99;

function asPart(quantity: Quantity): Quantity {
  return quantity.kind === 'percent' ? { ...quantity, low: 0, high: MOST, vague: true } : quantity;
}

function phraseBefore(
  scan: Scan,
  last: number,
  after: number,
  table: ReadonlyMap<string, readonly Phrase[]>,
): FoundBound | null {
  for (const { words, bound } of table.get(lowerAt(scan, last)) ?? NONE) {
    const first = last - words.length + 1;
    if (first < after || !words.every((word, index) => lowerAt(scan, first + index) === word)) continue;
    return { bound, first, next: last + 1 };
  }
  return null;
}

const NONE: readonly Phrase[] = [];

/** Verbs before `over`, `under`, `above` that make it a direction: `took over 20 firms`, `came under`. */
const PARTICLE_VERBS: ReadonlySet<string> = wordSet(
  'took take takes taken taking hand handed turned turn go went came come fly flew',
);

/** Verbs before `up to` that make it a sum: `which added up to $10 million`. */
const SUMMING_VERBS: ReadonlySet<string> = wordSet('add adds added adding sum sums summed summing');

function isDirection(scan: Scan, found: FoundBound): boolean {
  const word = lowerAt(scan, found.first);
  if (word === 'up' && SUMMING_VERBS.has(lowerAt(scan, found.first - 1))) return true;
  const direction = word === 'over' || word === 'under' || word === 'above';
  return direction && found.next - found.first === 1 && PARTICLE_VERBS.has(lowerAt(scan, found.first - 1));
}

/** Events that come one after another, so that what goes on `over four games` goes on during them. */
const OCCASIONS: ReadonlySet<string> = wordSet(
  'games matches rounds sets innings laps races legs stages heats holes seasons episodes sessions meetings hearings ' +
    'visits trips shifts phases generations elections summers winters weekends evenings',
);

/** The most events that something is told to go on for; `over 300 games` are more than so many. */
const FEW = 12;

function isDuring(scan: Scan, found: FoundBound, reading: Reading, figure: Quantity): boolean {
  if (figure.kind !== 'number' || figure.low > FEW || found.next - found.first !== 1) return false;
  return lowerAt(scan, found.first) === 'over' && OCCASIONS.has(lowerAt(scan, reading.next));
}

function behind(scan: Scan, reading: Reading, figure: Quantity): FoundBound | null {
  const first = lowerAt(scan, reading.next);
  if (first === '+' && !touches(scan, reading.next)) return null;
  for (const { words, bound } of BOUNDS_BEHIND.get(first) ?? NONE) {
    if (!words.every((word, index) => lowerAt(scan, reading.next + index) === word)) continue;
    if (words.at(-1) === 'plus' && figure.kind !== 'number') continue;
    const found = { bound, first: reading.first, next: reading.next + words.length };
    return OF_AGE.has(words.at(-1) ?? '') ? { ...found, turn: asAge } : found;
  }
  return null;
}
