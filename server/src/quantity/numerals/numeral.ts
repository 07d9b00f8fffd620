/** Numerals: one number as written, in figures or words, without its unit. */

/** A number read from `tokens[first..next)`. */
export interface Numeral {
  readonly first: number;
  /** One past the last token. */
  readonly next: number;
  /** `low` < `high` only for vague words. */
  readonly low: number;
  readonly high: number;
  /** Smallest step the writing expresses, scale applied. */
  readonly step: number;
  readonly significant: number;
  readonly vague: boolean;
  readonly form: 'digits' | 'words' | 'fraction';
  /** What the last scale word multiplied by, else 1. A range shares it: `5 to 7 million`. */
  readonly scale: number;
  /** The two counts of `11 out of 14`. */
  readonly parts?: readonly [part: number, whole: number];
}

/** The number of digits that carry information: `5,000` has one, `750` two, `2.10` three. */
export function significantDigits(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || !Number.isFinite(size)) return 1;
  if (Number.isSafeInteger(size)) return String(withoutZeros(size)).length;
  const [digits = ''] = size.toPrecision(15).split('e');
  return Math.max(1, digits.replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length);
}

function withoutZeros(integer: number): number {
  let rest = integer;
  while (rest % 10 === 0) rest /= 10;
  return rest;
}

/** `value` × `scale` without the dust of binary fractions: 2.1 × 1e9 is 2100000000. */
export function scaled(value: number, scale: number): number {
  return scale === 1 ? value : Number((value * scale).toPrecision(15));
}
