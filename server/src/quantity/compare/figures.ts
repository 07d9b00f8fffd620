/** Figures against figures: the same number, a rounded one, one in another unit, or one inside a bound. */

import type { Comparison } from '../compare.ts';
import { DEGREE, TEMPERATURE_SCALES } from '../lexicon/units.ts';
import type { Figure } from '../quantity.ts';
import { compareBounds, compareBoundsOf } from './bounds.ts';
import { dimensionsMeet, periodsIn } from './dimensions.ts';
import { isSameNumber, roundsTo } from './rounding.ts';
import { isFraction } from './shares.ts';

/** A figure's two ends in the unit both are compared in. */
interface Ends {
  readonly low: number;
  readonly high: number;
}

export function compareFigures(draft: Figure, article: Figure): Comparison {
  if (meetsPart(draft, article)) return 'within';
  if (isMillions(draft, article) || isMillions(article, draft)) return 'equal';
  switch (dimensionsMeet(draft, article)) {
    case 'never':
      return compareElided(draft, article);
    case 'when-equal':
      return sameNumbers(draft, article) ? 'equal' : 'incomparable';
    case 'as-share':
      return compareShares(draft, article);
    case 'as-rate':
      return compareRates(draft, article);
    case 'as-degrees':
      return compareDegrees(draft, article);
    case 'always':
      break;
  }
  // `half` of them is no other count than 400; `400` is told where an article has half of them.
  if (isFraction(draft) && !isFraction(article) && article.parts === undefined) return 'incomparable';
  if (draft.kind === 'score' || article.kind === 'score') return compareScores(draft, article);
  const ends = inUnitOf(draft, article);
  const converted = draft.factor !== article.factor || draft.shift !== article.shift;
  const found = compareValues(draft, ends, article);
  return converted && (found === 'equal' || found === 'rounded') ? 'converted' : found;
}

/** The article's value in the draft's unit. */
function inUnitOf(draft: Figure, article: Figure): Ends {
  if (draft.factor === article.factor && draft.shift === article.shift) return article;
  const convert = (value: number): number =>
    ((value + article.shift) * article.factor) / draft.factor - draft.shift;
  return { low: convert(article.low), high: convert(article.high) };
}

function compareValues(draft: Figure, ends: Ends, article: Figure): Comparison {
  if (isSameNumber(draft.low, ends.low) && isSameNumber(draft.high, ends.high)) {
    return compareBoundsOf(draft, article);
  }
  if (draft.vague || article.vague) return compareVague(draft, ends, article);
  if (draft.low < draft.high) return compareRange(draft, ends, article);
  if (ends.low < ends.high) return isEndOfChange(draft, ends, article) ? 'equal' : draftInRange(draft, ends);
  if (roundsTo(draft, ends.low, article)) return roundedBound(draft, article);
  return insideBound(draft, ends.low, article) ? 'within' : 'different';
}

/** Rounding blurs strict bounds, so only those that point the other way are changes. */
function roundedBound(draft: Figure, article: Figure): Comparison {
  const found = compareBounds(draft.bound, article.bound);
  if (found === 'equal' || found === 'within') return 'rounded';
  if (found !== 'bound-changed') return found;
  return article.bound === 'exact' || article.bound === 'about' ? 'rounded' : found;
}

/**
 * `dozens` holds for 36, and `two` is what `a couple` says. `36` is more than `dozens` tells and no other value, so that it
 * is neither borne out nor contradicted.
 */
function compareVague(draft: Figure, ends: Ends, article: Figure): Comparison {
  const meet = draft.low <= ends.high && ends.low <= draft.high;
  if (!meet) return 'different';
  if (draft.vague) return 'within';
  return article.high - article.low <= 1 ? 'within' : 'incomparable';
}

function compareRange(draft: Figure, ends: Ends, article: Figure): Comparison {
  if (article.low < article.high) {
    const low = { ...draft, high: draft.low };
    const high = { ...draft, low: draft.high };
    return roundsTo(low, ends.low, article) && roundsTo(high, ends.high, article) ? 'rounded' : 'different';
  }
  return draft.low <= ends.low && ends.low <= draft.high ? 'within' : 'different';
}

/** `rises to 61` for `from 38 to 61`, which may be told of a change. */
function isEndOfChange(draft: Figure, ends: Ends, { fromTo }: Figure): boolean {
  if (fromTo !== true || (draft.bound !== 'exact' && draft.bound !== 'about')) return false;
  return isSameNumber(draft.low, ends.low) || isSameNumber(draft.low, ends.high);
}

/** One number for a range of the article: right for its end under the bound that the end is. */
function draftInRange(draft: Figure, ends: Ends): Comparison {
  const lower = draft.bound === 'at-least' || draft.bound === 'more-than';
  if (lower) return isSameNumber(draft.low, ends.low) ? 'within' : 'different';
  const upper = draft.bound === 'at-most' || draft.bound === 'less-than' || draft.bound === 'nearly';
  if (upper) return isSameNumber(draft.high, ends.high) ? 'within' : 'different';
  return draft.bound === 'about' && draft.low >= ends.low && draft.low <= ends.high ? 'within' : 'different';
}

/**
 * How far a value may lie beyond the bound that a writer gives for it. `more than 5,000` is said of 5,200 and
 * of 7,000; of 9,000 it would be true and misleading. `nearly` reaches a tenth, as dictionaries explain it.
 */
const REACH = { bound: 1.5, nearly: 1.1 } as const;
/**
 * The same where the article bounds its value the same way (`over 5.5 million` for more than 5,735,000). On the
 * development sets 2 of 12 right pairs of such bounds lie further apart than this, and 70 of 72 that were made wrong.
 */
const REACH_OF_BOUND = { rounder: 1.1, inUnit: 1.25 } as const;

function insideBound(draft: Figure, value: number, article: Figure): boolean {
  const number = draft.low;
  switch (draft.bound) {
    case 'at-least':
    case 'more-than':
      return value > number && value <= number * reachBelow(draft, article) && !limitsAbove(article);
    case 'at-most':
    case 'less-than':
      return value < number && value * reachAbove(draft, article) >= number && !limitsBelow(article);
    case 'nearly':
      return value < number && value * REACH.nearly >= number && !limitsBelow(article);
    case 'exact':
    case 'about':
      // `21 years` for `over two decades`.
      return (
        draft.factor !== article.factor &&
        limitsBelow(article) &&
        number > value &&
        number <= value * REACH.nearly
      );
  }
}

function reachBelow(draft: Figure, article: Figure): number {
  return limitsBelow(article) ? reachOfBound(draft, article) : REACH.bound;
}

function reachAbove(draft: Figure, article: Figure): number {
  return limitsAbove(article) ? reachOfBound(draft, article) : REACH.bound;
}

function reachOfBound(draft: Figure, article: Figure): number {
  if (draft.factor !== article.factor) return REACH_OF_BOUND.inUnit;
  return draft.significant < article.significant ? REACH_OF_BOUND.rounder : 1;
}

function limitsAbove({ bound }: Figure): boolean {
  return bound === 'at-most' || bound === 'less-than';
}

function limitsBelow({ bound }: Figure): boolean {
  return bound === 'at-least' || bound === 'more-than';
}

/** `two-thirds` against `66%`: a share may be rounded to the nearest familiar fraction. */
const SHARE_TOLERANCE = 1.5;

function compareShares(draft: Figure, article: Figure): Comparison {
  const percent = (figure: Figure): number =>
    figure.dimension === 'percent' ? figure.low : figure.low * 100;
  const gap = Math.abs(percent(draft) - percent(article));
  if (gap > SHARE_TOLERANCE) return 'different';
  return gap < 1e-9 ? compareBounds(draft.bound, article.bound) : roundedBound(draft, article);
}

/** `£3 a month` for £34 a year: another rate says nothing, since nobody knows how even it is. */
function compareRates(draft: Figure, article: Figure): Comparison {
  const times = periodsIn(article.per, draft.per);
  if (times === null) return 'incomparable';
  const low = article.low / times;
  const high = article.high / times;
  const found = compareValues(draft, { low, high }, { ...article, low, high, step: article.step / times });
  return found === 'equal' || found === 'rounded' ? 'converted' : 'incomparable';
}

/** Degrees of a scale that is not written are those of the article's, or what they come to in the other. */
function compareDegrees(draft: Figure, article: Figure): Comparison {
  const [bare, scaled] = draft.unit === DEGREE.name ? [draft, article] : [article, draft];
  if (sameNumbers(draft, article)) return compareBounds(draft.bound, article.bound);
  const scales = [scaled, ...TEMPERATURE_SCALES.filter(({ name }) => name !== scaled.unit)];
  const found = scales.map(({ factor, shift }) => {
    const meant = { ...bare, factor, shift, dimension: scaled.dimension };
    return bare === draft ? compareFigures(meant, article) : compareFigures(draft, meant);
  });
  return found.find((one) => one !== 'different') ?? 'different';
}

/**
 * A number whose unit goes without saying bears out the same amount in that unit; what it counts otherwise is not known. A
 * decimal (`the old mark of 44.1`) counts nothing by itself, and is the same by chance too seldom to be told as another.
 */
function compareElided(draft: Figure, article: Figure): Comparison {
  if (isBareDecimal(article) !== isBareDecimal(draft) && sameNumbers(draft, article)) return 'equal';
  const own = article.unit === null ? draft : withUnit(draft);
  const other = draft.unit === null ? article : withUnit(article);
  if (own.dimension !== other.dimension || (own === draft && other === article)) return 'incomparable';
  const found = compareFigures(own, other);
  return found === 'different' || found === 'bound-changed' ? 'incomparable' : found;
}

function isBareDecimal({ kind, unit, dimension, low, text }: Figure): boolean {
  return (
    kind === 'number' &&
    unit === null &&
    dimension === 'count' &&
    !Number.isInteger(low) &&
    /^\d+\.\d+$/.test(text)
  );
}

/** The figure in the unit that goes without saying. */
function withUnit(figure: Figure): Figure {
  const { elided, ...bare } = figure;
  return elided === undefined ? figure : { ...bare, ...elided };
}

/** A match won 3-1 is lost 1-3 by the other side. */
function compareScores(draft: Figure, article: Figure): Comparison {
  if (draft.kind !== article.kind) return 'incomparable';
  const same = draft.low === article.low && draft.high === article.high;
  const turned = draft.low === article.high && draft.high === article.low;
  return same || turned ? 'equal' : 'different';
}

/** `98m users` reads as metres by itself; against 98 million it does not. */
function isMillions(short: Figure, long: Figure): boolean {
  return (
    short.unit === 'm' && long.dimension === 'count' && long.low === short.low * 1e6 && long.high === long.low
  );
}

/** One side counts a part or the whole of what the other gives as `11 out of 14`. */
function meetsPart(draft: Figure, article: Figure): boolean {
  if (draft.parts !== undefined && article.parts === undefined)
    return article.dimension === 'count' && article.low === draft.parts[0] && article.high === article.low;
  if (article.parts === undefined || draft.parts !== undefined) return false;
  return draft.dimension === 'count' && draft.high === draft.low && article.parts.includes(draft.low);
}

function sameNumbers(draft: Figure, article: Figure): boolean {
  return isSameNumber(draft.low, article.low) && isSameNumber(draft.high, article.high);
}
