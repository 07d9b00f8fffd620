/** Raised text (`sup`): whether what stands above the line is part of the figure or word before it. */

/**
 * - `part`: read on with what is before it, as in `1st` and `km2`
 * - `apart`: read, but not on with it, as the fraction of `5 1/2`
 * - `mark`: a mark that leads to a note, which is no part of the text
 * - `power`: the exponent of a power of ten
 */
export type Raised = 'part' | 'apart' | 'mark' | 'power';

/** Figures, signs and whatever stands in brackets, alone or several; letters are the end of an ordinal or of a name. */
const NOTE_MARK = /^(?:\[[^[\]]{0,60}\]|[\d*†‡§¶,;–\s()-])+$/u;

const EXPONENT = /^[-−–]?\d{1,3}$/u;

/** A symbol of length or time, after which 2 and 3 make squares and cubes. `in` is a word unless a figure stands before it. */
const SYMBOL = /(?<![\p{L}'’])(?:[kcmdµμn]?m|[mµμ]?s|ft|yd|mi)$|\d\s?in$/u;

/** `$44m`: millions, not metres. */
const MONEY = /\p{Sc}\s?[\d.,]{1,20}\s?m$/u;

/** `R²`, `mc²`: a letter that stands alone is rarely a word with a note. */
const VARIABLE = /(?<![\p{L}\p{N}'’])(?:[A-Za-z]|mc)$/u;

const TEN = /(?<![\d.,])10$/;

/**
 * What the raised `text` is between `before` and `after`, of which the next few characters are enough. A figure that is
 * raised after a word or a figure is a mark unless that is a symbol, a variable or a ten: read as more digits it would make
 * another figure, and a mark that is lost says nothing of the fact.
 */
export function raisedKind(before: string, text: string, after: string, isLink: boolean): Raised {
  const raised = text.trim();
  if (/^\d{1,2}$/.test(raised) && /^\s?[/⁄]\s?\d/.test(after)) return 'apart';
  if (EXPONENT.test(raised) && !isLink) {
    if (TEN.test(before)) return 'power';
    const isFactor = (SYMBOL.test(before) && !MONEY.test(before)) || VARIABLE.test(before);
    if (/^[-−–]?[1-4]$/u.test(raised) && isFactor) return 'part';
  }
  return NOTE_MARK.test(raised) ? 'mark' : 'part';
}

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A text with its digits as raised characters: `4` as `⁴`. */
export function raisedDigits(text: string): string {
  return text.replace(/\d/g, (digit) => RAISED_DIGITS.charAt(Number(digit)));
}

/** The figure of an exponent in raised characters: `-6` as `⁻⁶`. */
export function raisedFigure(figure: string): string {
  return raisedDigits(figure.trim().replace(/[-−–]/gu, '⁻'));
}
