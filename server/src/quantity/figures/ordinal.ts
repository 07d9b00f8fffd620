/** Ordinals: `first`, `82nd`, `twenty-first`, `No. 1`. Names such as `82nd Airborne` and `First Lady` are none. */

import { MONTHS, WEEKDAYS } from '../lexicon/calendar.ts';
import { ORDINAL_SUFFIXES, ORDINALS, TENS } from '../lexicon/numbers.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import { significantDigits } from '../numerals/numeral.ts';
import { AGE, COUNT, type FigureParts, figureReading, nothing, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isCapitalised, isNumber, isWord, lowerAt, pastHyphen, startsSentence, touches } from '../scan.ts';
import { timeUnitAt } from '../timeUnitAt.ts';

/** An ordinal's value and where it ends. */
export interface Ordinal {
  readonly value: number;
  readonly next: number;
}

/** Reads `82nd`, `first`, `twenty-first`, without asking what follows. */
export function ordinalAt(scan: Scan, at: number): Ordinal | null {
  if (isNumber(scan, at)) {
    // Most numbers stand alone, and need no closer look.
    if (!touches(scan, at + 1) || !ORDINAL_SUFFIXES.has(lowerAt(scan, at + 1))) return null;
    const digits = lowerAt(scan, at).replaceAll(',', '');
    return /^\d{1,6}$/.test(digits) ? { value: Number(digits), next: at + 2 } : null;
  }
  const ten = TENS.get(lowerAt(scan, at));
  if (ten !== undefined) {
    const unit = ORDINALS.get(lowerAt(scan, pastHyphen(scan, at + 1)));
    return unit !== undefined && unit < 10 ? { value: ten + unit, next: pastHyphen(scan, at + 1) + 1 } : null;
  }
  const word = ORDINALS.get(lowerAt(scan, at));
  return word === undefined ? null : { value: word, next: at + 1 };
}

/** Words behind an ordinal that make a set phrase of it: `first lady`, `second thoughts`, `third degree`. */
const SET_PHRASES: ReadonlySet<string> = wordSet(
  'lady ladies hand thoughts thought degree party world glance sight class aid name names responder responders',
);

/** Words before an ordinal that ends its clause and still ranks: `finished third,`, `the first.`, `tied for first`. */
const BEFORE_RANK: ReadonlySet<string> = wordSet(
  'the finished finish finishing placed came coming ranked ranks in tied for his her its their was is remains stay stayed',
);

export function readOrdinal(scan: Scan, at: number): Reading | null {
  const ordinal = ordinalAt(scan, at);
  if (ordinal === null) return null;
  const digits = isNumber(scan, at);
  const following = lowerAt(scan, ordinal.next);
  if (!digits && isSetPhrase(scan, at, ordinal.next)) return null;
  if (namesSomething(scan, at, ordinal.next, following)) return named(scan, at, ordinal);
  if (following === 'birthday' && ordinal.value > 1) return birthday(scan, at, ordinal);
  return figureReading(
    scan,
    { first: at, next: ordinal.next, valueFirst: at, valueNext: ordinal.next },
    {
      ...COUNT,
      kind: 'ordinal',
      low: ordinal.value,
      high: ordinal.value,
      dimension: 'ordinal',
      ...elapsedAt(scan, ordinal),
    },
  );
}

/** The stretch of time that is over with `the 10th day`, within its last day, or at `the 40th anniversary`. */
function elapsedAt(scan: Scan, { value, next }: Ordinal): Pick<FigureParts, 'elapsed'> {
  const at = pastHyphen(scan, next);
  if (ANNIVERSARIES.has(lowerAt(scan, at))) {
    const days = (value * AGE.factor) / DAY;
    return { elapsed: [days, days] };
  }
  const unit = timeUnitAt(scan, at);
  if (unit === null || unit.factor < DAY) return {};
  return { elapsed: [((value - 1) * unit.factor) / DAY, (value * unit.factor) / DAY] };
}

const ANNIVERSARIES: ReadonlySet<string> = wordSet('anniversary birthday');
/** Seconds. */
const DAY = 86_400;

/** `14th Amendment`, `Ninth Circuit`: the number of what is called so. The first few in words (`Third Reich`) are all name. */
function named(scan: Scan, at: number, { value, next }: Ordinal): Reading {
  if (!isNumber(scan, at) && value <= NAMES_UP_TO) return nothing(at, next);
  const unit = lowerAt(scan, next).replaceAll('.', '');
  return figureReading(
    scan,
    { first: at, next, valueFirst: at, valueNext: next },
    { ...COUNT, kind: 'designation', low: value, high: value, unit, dimension: `name:${unit}` },
  );
}

/** `First Lady`, `Second World War`, `Third Way`. */
const NAMES_UP_TO = 3;

/** `her 53rd birthday` tells an age. */
function birthday(scan: Scan, at: number, { value, next }: Ordinal): Reading {
  return figureReading(
    scan,
    { first: at, next: next + 1, valueFirst: at, valueNext: next },
    { ...AGE, low: value, high: value, significant: significantDigits(value) },
  );
}

/** `at first`, `But first, …`, `they first met`, `second-degree`: an adverb or a set phrase and no rank. */
function isSetPhrase(scan: Scan, at: number, next: number): boolean {
  const before = lowerAt(scan, at - 1);
  const following = lowerAt(scan, pastHyphen(scan, next));
  if (before === 'at' || (following === 'and' && lowerAt(scan, next + 1) === 'foremost')) return true;
  if (!isWord(scan, next) && pastHyphen(scan, next) === next) return !BEFORE_RANK.has(before);
  const verb = lowerAt(scan, at) === 'first' && (following.endsWith('ed') || PAST_FORMS.has(following));
  return (verb && !DETERMINERS.has(before)) || SET_PHRASES.has(following);
}

/** Past forms without -ed that `first` stands before. */
const PAST_FORMS: ReadonlySet<string> = wordSet(
  'began begun met came went saw seen heard made took taken spoke said told brought bought became got gave wrote won lost ran ' +
    'sold broke broken drew rose fell found learned learnt thought known knew felt held sent shot built',
);

const DETERMINERS: ReadonlySet<string> = wordSet(
  "the a an his her its their my our your this that 's for in and",
);

/** `82nd Airborne`, `42nd Street`, `14th Amendment`: a name follows in capitals, and it is no month or weekday. */
function namesSomething(scan: Scan, at: number, next: number, following: string): boolean {
  if (!isWord(scan, next) || !isCapitalised(scan, next) || MONTHS.has(following) || WEEKDAYS.has(following))
    return false;
  return isNumber(scan, at) || !startsSentence(scan, at) || !isCapitalised(scan, at);
}
