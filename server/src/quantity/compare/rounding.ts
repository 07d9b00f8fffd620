/** Rounding: whether one number is another as a writer would round it. */

import type { Figure } from '../quantity.ts';

/** Two numbers are one when they differ by no more than binary fractions do. */
const DUST = 1e-9;

export function isSameNumber(a: number, b: number): boolean {
  return Math.abs(a - b) <= DUST * Math.max(1, Math.abs(a), Math.abs(b));
}

/**
 * Largest relative error of a rounded figure. A number without a hedge may stand for one within a twentieth when
 * its writing shows the precision (`2 billion` for 2.1 billion), within a fortieth when only its zeros do
 * (`5,000` for 5,112). A hedged one may be an eighth off (`about 100` for 110), as far as round numbers lie apart.
 */
const TOLERANCE = { written: 0.05, zeros: 0.025, hedged: 0.125, hedgedLeast: 0.05, unit: 0.025 } as const;

/** From here on, final zeros of a plain number are read as rounding: nobody rounds 21 people to 20 without saying so. */
const ZEROS_ROUND_FROM = 1000;

/** Whether the draft's number (in `draft.low`) is `value`, the article's in the draft's unit, rounded. */
export function roundsTo(draft: Figure, value: number, article: Figure): boolean {
  const gap = Math.abs(draft.low - value);
  const relative = gap / Math.max(Math.abs(value), Number.MIN_VALUE);
  if (draft.factor !== article.factor) return roundsInUnit(draft, gap, relative);
  if (draft.kind === 'ordinal' || draft.kind === 'age' || draft.kind === 'designation') return false;
  const half = impliedStep(draft) / 2;
  if (draft.bound === 'about') {
    return relative <= TOLERANCE.hedgedLeast || (gap <= half && relative <= TOLERANCE.hedged);
  }
  if (gap <= draft.step / 2 + DUST && isCoarser(draft, article)) {
    return draft.step > 1
      ? relative <= TOLERANCE.written
      : isMeasured(draft) || relative <= TOLERANCE.written;
  }
  return draft.low >= ZEROS_ROUND_FROM && gap <= half && relative <= TOLERANCE.zeros;
}

/** A converted figure is rounded again: `20 miles` for 32 kilometres. */
function roundsInUnit(draft: Figure, gap: number, relative: number): boolean {
  const hedged = draft.bound === 'about';
  if (relative <= (hedged ? TOLERANCE.written : TOLERANCE.unit)) return true;
  return (
    draft.dimension !== 'time' &&
    gap <= draft.step / 2 &&
    relative <= (hedged ? TOLERANCE.hedged : TOLERANCE.written)
  );
}

/** The draft writes fewer places than the article, so it may have rounded. */
function isCoarser(draft: Figure, article: Figure): boolean {
  return article.step < draft.step;
}

/** Percentages and measures are rounded to whole numbers as a matter of course: 12 for 12.4 per cent. */
function isMeasured(figure: Figure): boolean {
  return figure.kind === 'percent' || figure.kind === 'measure' || figure.kind === 'temperature';
}

/** The place of the last digit that is no zero: 1000 for 5,000, 10 for 750. Never finer than the written step. */
function impliedStep(figure: Figure): number {
  const value = Math.abs(figure.low);
  if (value === 0 || !Number.isFinite(value)) return figure.step;
  const magnitude = 10 ** (Math.floor(Math.log10(value) + DUST) - figure.significant + 1);
  return Math.max(figure.step, magnitude);
}
