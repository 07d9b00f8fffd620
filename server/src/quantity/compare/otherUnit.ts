/** Other units: the same number in another unit or currency, as a slip of the pen leaves it. */

import type { Figure, Quantity } from '../quantity.ts';

/**
 * The draft's figure as it would be in the article's unit, where both give the same number and nothing but the unit sets them
 * apart: `$55m` and £55m, `8.8 km` and 8.8 miles. Null elsewhere, and where one name or sign may stand for both currencies.
 */
export function inUnitOf(draft: Quantity, article: Quantity): Figure | null {
  if (draft.kind === 'date' || article.kind === 'date' || draft.kind !== article.kind) return null;
  if (draft.unit === article.unit || draft.unit === null || article.unit === null) return null;
  if (draft.vague || draft.low !== article.low || draft.high !== article.high) return null;
  if (draft.kind === 'money' ? !areOtherCurrencies(draft, article) : !areOtherUnits(draft, article))
    return null;
  const { unit, factor, shift, dimension, per } = article;
  return { ...draft, unit, factor, shift, dimension, per };
}

function areOtherUnits(draft: Figure, article: Figure): boolean {
  const isMeasured = draft.kind === 'measure' || draft.kind === 'temperature';
  return isMeasured && draft.dimension === article.dimension;
}

function areOtherCurrencies(draft: Figure, article: Figure): boolean {
  const [one, two] = [codeOf(draft.dimension), codeOf(article.dimension)];
  return (
    one !== two &&
    draft.factor === article.factor &&
    !SHARED_NAMES.some((codes) => codes.has(one) && codes.has(two))
  );
}

function codeOf(dimension: string): string {
  return dimension.slice(dimension.indexOf(':') + 1);
}

/** Codes, and names that do not tell the country, which may all be told by one word or sign: dollars, pounds, `¥`. */
const SHARED_NAMES: readonly ReadonlySet<string>[] = [
  'USD AUD CAD NZD HKD SGD TWD BRL MXN ARS CLP COP',
  'peso MXN ARS CLP COP PHP',
  'GBP EGP',
  'franc CHF',
  'krone SEK NOK DKK',
  'JPY CNY',
  'INR PKR LKR IDR',
  'dinar KWD IQD',
  'dirham AED',
  'riyal rial SAR QAR IRR',
].map((codes) => new Set(codes.split(' ')));
