/** Bounds: adds `more than`, `about`, `or more` to the figure they stand with. */

import { BOUNDS_BEFORE, BOUNDS_BEHIND } from '../lexicon/bounds.ts';
import type { Bound, Figure } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { endBefore, lowerAt, startOf, touches } from '../scan.ts';

interface FoundBound {
  readonly bound: Bound;
  readonly first: number;
  readonly next: number;
}

/** The reading with the bound words around it; unchanged where there are none. */
export function withBound(scan: Scan, reading: Reading, after: number): Reading {
  const { quantity } = reading;
  if (quantity === null || quantity.kind === 'ordinal' || quantity.kind === 'score') return reading;
  const found =
    quantity.kind === 'date'
      ? null
      : (before(scan, reading, quantity, after) ?? behind(scan, reading, quantity));
  if (found === null) return reading;
  const extent = { start: startOf(scan, found.first), end: endBefore(scan, found.next) };
  return { first: found.first, next: found.next, quantity: { ...quantity, bound: found.bound, extent } };
}

/** `after` is the end of the reading before: its tokens are taken. */
function before(scan: Scan, reading: Reading, figure: Figure, after: number): FoundBound | null {
  const article = lowerAt(scan, reading.first - 1);
  const last =
    article === 'a' || article === 'an' || article === 'the' ? reading.first - 2 : reading.first - 1;
  const own =
    phraseBefore(scan, reading.first - 1, after) ??
    (figure.kind === 'number' ? null : phraseBefore(scan, last, after));
  if (own === null) return null;
  return excluded(scan, own) ? null : { ...own, next: reading.next };
}

function phraseBefore(scan: Scan, last: number, after: number): FoundBound | null {
  const phrases = BOUNDS_BEFORE.get(lowerAt(scan, last));
  if (phrases === undefined) return null;
  for (const { words, bound } of phrases) {
    const first = last - words.length + 1;
    if (first >= after && words.every((word, index) => lowerAt(scan, first + index) === word))
      return { bound, first, next: last + 1 };
  }
  return null;
}

/** Verbs before `over`, `under`, `above` that make it a direction: `took over 20 firms`, `came under`. */
const PARTICLE_VERBS: ReadonlySet<string> = new Set(
  'took take takes taken taking hand handed turned turn go went came come fly flew'.split(' '),
);

/** `some` before a percentage or an age is approximate too, but `rose above`, `took over` are no bounds. */
function excluded(scan: Scan, found: FoundBound): boolean {
  const word = lowerAt(scan, found.first);
  if (found.next - found.first > 1) return false;
  if (word === 'over' || word === 'under' || word === 'above')
    return PARTICLE_VERBS.has(lowerAt(scan, found.first - 1));
  return false;
}

function behind(scan: Scan, reading: Reading, figure: Figure): FoundBound | null {
  const mark = lowerAt(scan, reading.next);
  const phrases = BOUNDS_BEHIND.get(mark);
  if (phrases === undefined) return null;
  if (mark === '+' && !touches(scan, reading.next)) return null;
  for (const { words, bound } of phrases) {
    if (!words.every((word, index) => lowerAt(scan, reading.next + index) === word)) continue;
    if (words.length === 1 && words[0] !== '+' && figure.kind !== 'number' && words[0] !== 'plus') continue;
    if (words.length === 1 && /^(?:approximately|roughly)$/.test(words[0] ?? '')) continue;
    return { bound, first: reading.first, next: reading.next + words.length };
  }
  return null;
}
