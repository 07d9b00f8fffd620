/** Names with digits: `F-16`, `Covid-19`, `Boeing 737`, `Route 66`, `9/11`, list numbers, telephone numbers, versions. */

import { MONTHS } from '../lexicon/calendar.ts';
import { NO_NOUN } from '../lexicon/noNoun.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import { COUNT, figureReading, nothing, type Place, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import {
  hasLineBreak,
  isCapitalised,
  isDash,
  isNumber,
  isWord,
  lowerAt,
  startsSentence,
  touches,
} from '../scan.ts';
import type { Amount } from './amount.ts';

/** Nouns behind which a bare number is a label. A class each, not an item: what is numbered, not which one. */
const NUMBERED: ReadonlySet<string> = wordSet(
  'flight route highway interstate freeway motorway channel section chapter article rule boeing airbus apollo soyuz iphone ipad galaxy ' +
    'windows playstation xbox exit gate room page pages figure table phase level grade category type stage division formula area ' +
    'terminal platform pier block proposition prop amendment title resolution psalm building apartment apt suite box unit bus train ' +
    'line lane volume vol issue episode season part act version model mark class division district ward precinct zone sector ' +
    'camp task force group team squad brigade battalion regiment no number nr nrs numbers # act bowl sr i id lot case docket count game week day round lap hole',
);

/** Lower-case words that a hyphen ties to a real figure: `mid-20s`, `top-10`, `pre-1990`. */
const BEFORE_FIGURES: ReadonlySet<string> = wordSet(
  'mid pre post early late top under over sub age ages magnitude to and by in of per about nearly almost am pm a.m. p.m.',
);

/** Marks that tie digits to an address, a handle, a path or a version. */
const TIES: ReadonlySet<string> = wordSet('/ @ _ = & ~ \\ # + . :');

/** Words that may precede a figure in capitals at the start of a sentence or in a headline. */
const CAPITALISED_NO_NAME: ReadonlySet<string> = wordSet(
  'about over under at in on of by for from with and or but nearly almost around roughly some more less fewer up least than the a an after ' +
    'before since until between during when while all only just another these those his her their its our my your as to last next past ' +
    'first top aged age killed wounded injured arrested one two three',
);

/** Returns a designation, or a reading without a quantity, when the bare digits at this amount belong to a name. */
export function readNameWithDigits(scan: Scan, amount: Amount): Reading | null {
  const { first, next, form } = amount;
  if (form === 'words') return null;
  if (runsOn(scan, next))
    return isWord(scan, next) && lowerAt(scan, next) !== 's'
      ? code(scan, amount, pastRun(scan, next))
      : nothing(first, pastRun(scan, next));
  if (isListNumber(scan, first, next) || isAreaCode(scan, first, next)) return nothing(first, next);
  if (form === 'fraction' || amount.range) return null;
  const plain = /^\d{1,4}$/.test(scan.tokens[first]?.text ?? '') && next === first + 1;
  if (plain && isNumbered(scan, first, next)) return designation(scan, amount);
  if (plain && isInRow(scan, first, next))
    return labelled(scan, { first, next, valueFirst: first, valueNext: next }, 'number', amount);
  return plain && isModel(scan, first, next) ? code(scan, amount, next) : null;
}

/** `gives the Greens 39 of the 101 seats`: a part of a whole is no name. */
function isPartOfCount(scan: Scan, next: number): boolean {
  if (lowerAt(scan, next) !== 'of') return false;
  return isNumber(scan, lowerAt(scan, next + 1) === 'the' ? next + 2 : next + 1);
}

/** `a ball lost at the 12.`, `on the 88`: one of a row of numbered things, with nothing behind that it could count. */
function isInRow(scan: Scan, first: number, next: number): boolean {
  const place = lowerAt(scan, first - 2);
  if (lowerAt(scan, first - 1) !== 'the' || (place !== 'at' && place !== 'on')) return false;
  const behind = lowerAt(scan, next);
  if (isWord(scan, next)) return behind !== 'of' && !touches(scan, next) && NO_NOUN.has(behind);
  return /^[.,;:!?)]?$/.test(behind);
}

/** The number of a numbered thing, comparable only with the numbers of things that are called alike. */
function designation(scan: Scan, { first, next, low, significant }: Amount): Reading {
  const label = labelBefore(scan, first);
  return labelled(scan, { first, next, valueFirst: first, valueNext: next }, label, { low, significant });
}

/** The word or mark before a number, past the full stop of `No. 4`. */
function labelBefore(scan: Scan, first: number): string {
  return lowerAt(scan, first - 1) === '.' ? lowerAt(scan, first - 2) : lowerAt(scan, first - 1);
}

/** All of these say `number`: `No. 4`, `#4`, `number 4`. */
const NUMBER_LABELS: ReadonlySet<string> = wordSet('no nr nrs number numbers #');

/** The digits of a code (`4A`, `#61`, `F-16`), called by the word or mark before them; `next` is the end of the code. */
function code(
  scan: Scan,
  { first, low, significant }: Pick<Amount, 'first' | 'low' | 'significant'>,
  next: number,
): Reading {
  const tie = isDash(scan, first - 1) && touches(scan, first) ? first - 2 : first - 1;
  const label = lowerAt(scan, tie);
  if (label === '' || !/^\d{1,6}$/.test(lowerAt(scan, first))) return nothing(first, next);
  return labelled(scan, { first, next, valueFirst: first, valueNext: first + 1 }, label, {
    low,
    significant,
  });
}

/** A number in words that ends a name (`Formula One`), called by the word before it. */
export function nameInWords(scan: Scan, { first, next, low, significant }: Amount): Reading {
  return labelled(scan, { first, next, valueFirst: first, valueNext: next }, lowerAt(scan, first - 1), {
    low,
    significant,
  });
}

function labelled(
  scan: Scan,
  place: Place,
  label: string,
  { low, significant }: Pick<Amount, 'low' | 'significant'>,
): Reading {
  const unit = NUMBER_LABELS.has(label) ? 'number' : label;
  const parts = {
    kind: 'designation',
    low,
    high: low,
    significant,
    unit,
    dimension: `name:${unit}`,
  } as const;
  return figureReading(scan, place, { ...COUNT, ...parts });
}

/** Returns a reading without a quantity when the digits are tied to what stands before them; else null. */
export function readTiedDigits(scan: Scan, amount: Amount): Reading | null {
  if (isCartridge(scan, amount.first)) return nothing(amount.first, amount.first + 3);
  const tied = amount.form !== 'words' && amount.currency === null && isTied(scan, amount.first);
  if (!tied) return null;
  const next = pastRun(scan, amount.next);
  return isPath(scan, amount.first) ? nothing(amount.first, next) : code(scan, amount, next);
}

/** `a .30-30 rifle`: the name of a cartridge, which no draft tells by itself. */
function isCartridge(scan: Scan, at: number): boolean {
  if (!/^\.\d\d$/.test(lowerAt(scan, at)) || !isDash(scan, at + 1) || !touches(scan, at + 1)) return false;
  return touches(scan, at + 2) && /^\d\d$/.test(lowerAt(scan, at + 2));
}

/** Digits of an address, a path, a version or a telephone number, which no draft tells by itself. */
function isPath(scan: Scan, at: number): boolean {
  const tie = lowerAt(scan, at - 1);
  return (
    (TIES.has(tie) && tie !== '#') ||
    lowerAt(scan, at - 2) === '@' ||
    (isDash(scan, at - 1) && isNumber(scan, at - 2))
  );
}

/** Digits that touch a letter, a hyphenated name or a path on their left: `A380`, `F-16`, `/2019/`. */
function isTied(scan: Scan, at: number): boolean {
  if (!touches(scan, at)) return false;
  if (isWord(scan, at - 1)) return !lowerAt(scan, at - 1).startsWith("'");
  if (TIES.has(lowerAt(scan, at - 1))) return lowerAt(scan, at - 1) !== ':' || isNumber(scan, at - 2);
  if (!isDash(scan, at - 1) || !touches(scan, at - 1) || lowerAt(scan, at).includes('.')) return false;
  if (isNumber(scan, at - 2)) return true;
  return isWord(scan, at - 2) && lowerAt(scan, at - 1) !== '—' && !BEFORE_FIGURES.has(lowerAt(scan, at - 2));
}

/** Digits that run on into letters, more digits or a path: `4x4`, `555-0123`, `192.168.1.1`, `9/11`, `7-Eleven`. */
function runsOn(scan: Scan, next: number): boolean {
  if (!touches(scan, next)) return false;
  if (isWord(scan, next)) return !lowerAt(scan, next).startsWith("'");
  if (!touches(scan, next + 1)) return false;
  const mark = lowerAt(scan, next);
  if (isDash(scan, next)) return mark !== '—' && endsDashed(scan, next + 1);
  return isNumber(scan, next + 1) && (mark === '/' || mark === '.' || mark === ':' || mark === '_');
}

/** Behind the hyphen: a name (`7-Eleven`), a long group (`555-0123`) or one more hyphen (`1-877-LAPD`). */
function endsDashed(scan: Scan, at: number): boolean {
  if (isWord(scan, at)) return isCapitalised(scan, at);
  return (
    isNumber(scan, at) &&
    (/^\d{4,}$/.test(lowerAt(scan, at)) || (isDash(scan, at + 1) && touches(scan, at + 1)))
  );
}

/** The area code of `(239) 252-9300`. */
function isAreaCode(scan: Scan, first: number, next: number): boolean {
  if (lowerAt(scan, first - 1) !== '(' || lowerAt(scan, next) !== ')') return false;
  return (
    isNumber(scan, next + 1) && isDash(scan, next + 2) && touches(scan, next + 2) && touches(scan, next + 3)
  );
}

/** Past everything that touches: the whole telephone number or address. */
function pastRun(scan: Scan, from: number): number {
  let next = from;
  while (touches(scan, next)) {
    const tied = isWord(scan, next) || isNumber(scan, next);
    const joint = touches(scan, next + 1) && (isWord(scan, next + 1) || isNumber(scan, next + 1));
    if (!tied && !joint) break;
    next += 1;
  }
  return next;
}

/** `1.` or `2)` at the start of a line, or between two sentences that were lines once. */
function isListNumber(scan: Scan, first: number, next: number): boolean {
  const mark = lowerAt(scan, next);
  if ((mark !== '.' && mark !== ')') || next !== first + 1 || !touches(scan, next)) return false;
  const token = scan.tokens[first];
  const before = scan.tokens[first - 1];
  if (token === undefined || token.end - token.start > 2 || scan.tokens[next + 1] === undefined) return false;
  if (before === undefined) return isLineStart(scan.text, token.start);
  if (hasLineBreak(scan.text, before.end, token.start)) return true;
  return startsSentence(scan, first) && lowerAt(scan, first - 1) !== '(' && opensSentence(scan, next + 1);
}

function opensSentence(scan: Scan, at: number): boolean {
  return !touches(scan, at) && (isCapitalised(scan, at) || /^["'“‘]$/.test(lowerAt(scan, at)));
}

/** Whether only blanks stand between the start of the line and this offset. Lists are not indented further than this. */
function isLineStart(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - DEEPEST_INDENT), at);
  return (
    before.slice(before.lastIndexOf('\n') + 1).trim() === '' &&
    (before.includes('\n') || at <= DEEPEST_INDENT)
  );
}

const DEEPEST_INDENT = 12;

/** Labels that are written with a full stop. */
const ABBREVIATED: ReadonlySet<string> = wordSet('no nr nrs vol prop apt');

/** A kind of numbered thing, or a name in capitals, before a number that counts nothing. */
function isNumbered(scan: Scan, first: number, next: number): boolean {
  const before = lowerAt(scan, first - 1);
  const dot = before === '.' && touches(scan, first - 1);
  const label = labelBefore(scan, first);
  if (NUMBERED.has(label) && !(dot && !ABBREVIATED.has(label))) return dot || !countsNoun(scan, next);
  if (dot || !isCapitalised(scan, first - 1) || !isWord(scan, first - 1)) return false;
  const abbreviation = /^[A-Z]{2,}$/.test(scan.tokens[first - 1]?.text ?? '');
  if (
    (startsSentence(scan, first - 1) && !abbreviation && !isTitle(scan, first, next)) ||
    CAPITALISED_NO_NAME.has(before) ||
    MONTHS.has(before)
  )
    return false;
  return !countsNoun(scan, next) && !isPartOfCount(scan, next);
}

/** `“Glasswalker 2” opens`: quotation marks around a name and its number. */
function isTitle(scan: Scan, first: number, next: number): boolean {
  const end = /^[,.!?]$/.test(lowerAt(scan, next)) ? next + 1 : next;
  return OPENING.test(lowerAt(scan, first - 2)) && CLOSING.test(lowerAt(scan, end)) && touches(scan, end);
}

const OPENING = /^["“‘']$/;
const CLOSING = /^["”’']$/;

/** `a 747`: an article before a bare number that counts nothing. */
function isModel(scan: Scan, first: number, next: number): boolean {
  const before = lowerAt(scan, first - 1);
  return (
    (before === 'a' || before === 'an') &&
    lowerAt(scan, next) !== '+' &&
    !isDash(scan, next) &&
    !countsNoun(scan, next)
  );
}

/** Whether a lower-case noun that the number could count follows: `737 people`, `66 miles`. */
function countsNoun(scan: Scan, next: number): boolean {
  return (
    isWord(scan, next) &&
    !isCapitalised(scan, next) &&
    !NO_NOUN.has(lowerAt(scan, next)) &&
    /s$|people|children|men$/.test(lowerAt(scan, next))
  );
}
