/** Years and longer: `in 1976`, `2001-2005`, `the 1950s`, `'60s`, `the sixties`, `20th century`, `2019/20`. */

import { ordinalAt } from '../figures/ordinal.ts';
import { DECADE_WORDS, MONTHS } from '../lexicon/calendar.ts';
import { DENOMINATORS, DOZENS, SCALES, TENS } from '../lexicon/numbers.ts';
import { UNITS_OF_MEASURE } from '../lexicon/units.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import { readWords } from '../numerals/words.ts';
import { dateReading, NO_DATE_PARTS, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isDash, isNumber, isWord, lowerAt, pastHyphen, touches } from '../scan.ts';
import { isoDays, yearDays } from './days.ts';
import { yearAt } from './yearNumber.ts';

/** Reads a year, a span of years or a decade from its figures. */
export function readYear(scan: Scan, at: number): Reading | null {
  const year = yearAt(scan, at);
  if (year === null || isTied(scan, at)) return null;
  if (touches(scan, at + 1) && lowerAt(scan, at + 1) === 's') return decade(scan, at, at + 2, year);
  const apostrophe = lowerAt(scan, at + 1) === "'" || lowerAt(scan, at + 1) === '’';
  if (apostrophe && touches(scan, at + 1) && lowerAt(scan, at + 2) === 's' && touches(scan, at + 2))
    return year % 10 === 0 && opensDecade(scan, at - 1)
      ? decade(scan, at, at + 3, year)
      : years(scan, at, at + 1, year, year);
  const last = lastYear(scan, at, year);
  if (last !== null) return years(scan, at, last.next, year, last.year);
  if (isWord(scan, at + 1) && touches(scan, at + 1) && lowerAt(scan, at + 1) !== "'s") return null;
  return isYear(scan, at, year) ? years(scan, at, at + 1, year, year) : null;
}

/** `the 1990's` are ten years, `1990's “Tango”` came out in one. */
function opensDecade(scan: Scan, at: number): boolean {
  const before = isDash(scan, at) ? lowerAt(scan, at - 1) : lowerAt(scan, at);
  return /^(?:the|early|mid|late)$/.test(before);
}

function isTied(scan: Scan, at: number): boolean {
  if (!touches(scan, at)) return false;
  const before = lowerAt(scan, at - 1);
  return (
    isWord(scan, at - 1) ||
    before === '$' ||
    before === '/' ||
    before === '#' ||
    before === '_' ||
    before === '@' ||
    before === '.'
  );
}

interface LastYear {
  readonly year: number;
  readonly next: number;
}

/** The end of `2001-2005`, `2001-05`, `2019/20`. */
function lastYear(scan: Scan, at: number, first: number): LastYear | null {
  const slash = lowerAt(scan, at + 1) === '/';
  if (
    (!isDash(scan, at + 1) && !slash) ||
    !touches(scan, at + 1) ||
    !touches(scan, at + 2) ||
    !isNumber(scan, at + 2)
  )
    return null;
  if (touches(scan, at + 3) && (isNumber(scan, at + 4) || isWord(scan, at + 3))) return null;
  const written = lowerAt(scan, at + 2);
  const full = yearAt(scan, at + 2);
  if (full !== null) return full > first ? { year: full, next: at + 3 } : null;
  if (!/^\d\d$/.test(written)) return null;
  const year = Math.floor(first / 100) * 100 + Number(written);
  return year > first && year - first < 50 && (Number(written) > 12 || year === first + 1)
    ? { year, next: at + 3 }
    : null;
}

const BEFORE_YEAR: ReadonlySet<string> = wordSet(
  'in since of by from until till to through during before after early late mid circa around fiscal year between summer winter spring fall autumn',
);

/** Years of living memory and plans: a bare number in them is a year unless something is counted. */
const RECENT = { first: 1850, last: 2069 } as const;

function isYear(scan: Scan, at: number, year: number): boolean {
  if (isUnit(scan, at + 1)) return false;
  const before = isDash(scan, at - 1) ? lowerAt(scan, at - 2) : lowerAt(scan, at - 1);
  const counted = countsPlural(scan, at + 1) && !isEdition(before, year);
  if (BEFORE_YEAR.has(before) || MONTHS.has(before))
    return !counted || (year >= RECENT.first && year <= RECENT.last && before === 'in');
  return (
    year >= RECENT.first &&
    year <= RECENT.last &&
    !counted &&
    (before === 'than'
      ? !/^(?:more|less|fewer|greater|higher|lower|larger|smaller)$/.test(lowerAt(scan, at - 2))
      : !/^(?:about|least|some|nearly|over|up)$/.test(before))
  );
}

function isUnit(scan: Scan, at: number): boolean {
  const word = lowerAt(scan, pastHyphen(scan, at));
  if (word === '%' || word === '°') return true;
  return (
    SCALES.has(word) ||
    DOZENS.has(word) ||
    (UNITS_OF_MEASURE.has(word) && word !== 'd' && word.length > 1) ||
    word === 'percent'
  );
}

/** `the 2013 bombings`, `other 2016 hopefuls`: a count of things already told of would be written with a comma, or be round. */
function isEdition(before: string, year: number): boolean {
  return BEFORE_EDITION.has(before) && year >= RECENT.first && year <= RECENT.last && year % 100 !== 0;
}

const BEFORE_EDITION: ReadonlySet<string> = wordSet("the other these those 's his her its their our");

/** A plural noun right behind: `2000 people`, `1918 troops`. Words such as `was` and `series` count nothing. */
function countsPlural(scan: Scan, at: number): boolean {
  const word = lowerAt(scan, at);
  if (
    !isWord(scan, at) ||
    /^(?:was|is|has|as|its|his|this|us|series|news|elections|'s|olympics|games|primaries|polls|midterms)$/.test(
      word,
    )
  )
    return false;
  return (
    /[a-z]{2}[^s']s$/.test(word) ||
    word === 'people' ||
    word === 'children' ||
    word === 'men' ||
    word === 'women'
  );
}

function years(scan: Scan, first: number, next: number, from: number, to: number): Reading {
  return dateReading(scan, first, next, {
    ...NO_DATE_PARTS,
    grain: 'year',
    year: from === to ? from : null,
    ...isoDays({ from: yearDays(from).from, to: yearDays(to).to }),
  });
}

function decade(scan: Scan, first: number, next: number, year: number): Reading {
  const century = year % 100 === 0 && year < 1900;
  const last = year + (century ? 99 : 9);
  return dateReading(scan, first, next, {
    ...NO_DATE_PARTS,
    grain: century ? 'century' : 'decade',
    year,
    ...isoDays({ from: yearDays(year).from, to: yearDays(last).to }),
  });
}

/** Reads `'60s`, `the 80s`, `the sixties`, `the 800s` from the token behind `the` or the apostrophe. */
export function readShortDecade(scan: Scan, at: number): Reading | null {
  const mark = /^['‘’`]$/.test(lowerAt(scan, at));
  const number = mark ? at + 1 : at;
  const before = lowerAt(scan, number - 1);
  const the =
    before === 'the' ||
    /^(?:early|late|mid)$/.test(isDash(scan, number - 1) ? lowerAt(scan, number - 2) : before);
  const word = DECADE_WORDS.get(lowerAt(scan, number));
  if (word !== undefined) return the ? decade(scan, number, number + 1, 1900 + word) : null;
  if (lowerAt(scan, number + 1) !== 's' || !touches(scan, number + 1)) return null;
  // `the '900s` is a slip of the pen, and `the 900s` long ago: both are told with a year, and so can be compared.
  if (/^[1-9]00$/.test(lowerAt(scan, number)))
    return mark || the ? decade(scan, at, number + 2, Number(lowerAt(scan, number))) : null;
  if (!/^[1-9]0$/.test(lowerAt(scan, number))) return null;
  if (!mark && (!the || Number(lowerAt(scan, number)) < 20)) return null;
  return decade(scan, at, number + 2, 1900 + Number(lowerAt(scan, number)));
}

/** Reads `21st century`, `the nineteenth-century` from the ordinal. */
export function readCentury(scan: Scan, at: number): Reading | null {
  const ordinal = ordinalAt(scan, at);
  if (ordinal === null || ordinal.value > 30) return null;
  const at2 = pastHyphen(scan, ordinal.next);
  if (!/^centur(?:y|ies)$/.test(lowerAt(scan, at2))) return null;
  const first = (ordinal.value - 1) * 100 + 1;
  return dateReading(scan, at, at2 + 1, {
    ...NO_DATE_PARTS,
    grain: 'century',
    year: first,
    ...isoDays({ from: yearDays(first).from, to: yearDays(first + 99).to }),
  });
}

/** Reads years in words: `nineteen ninety-six`, `two thousand and twenty` behind `in`. */
export function readWrittenYear(scan: Scan, at: number): Reading | null {
  const head = lowerAt(scan, at);
  const century = head === 'nineteen' ? 1900 : head === 'eighteen' ? 1800 : head === 'twenty' ? 2000 : null;
  if (century !== null) {
    const rest = readWords(scan, at + 1);
    const starts = TENS.has(lowerAt(scan, at + 1)) || (rest !== null && rest.low >= 10 && rest.low < 20);
    if (rest === null || !starts || rest.low > 99 || DENOMINATORS.has(lowerAt(scan, rest.next))) return null;
    return years(scan, at, rest.next, century + rest.low, century + rest.low);
  }
  if (head !== 'two' || lowerAt(scan, at + 1) !== 'thousand' || lowerAt(scan, at - 1) !== 'in') return null;
  const words = readWords(scan, at);
  if (
    words === null ||
    words.low > 2099 ||
    (isWord(scan, words.next) && /s$/.test(lowerAt(scan, words.next)))
  )
    return null;
  return years(scan, at, words.next, words.low, words.low);
}
