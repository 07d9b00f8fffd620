/** Triggers: which parsers a token may open. Tokens that open none are passed over with one table lookup. */

import type { Token } from '../text/tokens.ts';
import { readAgo } from './dates/ago.ts';
import { readNamedTime, readTime } from './dates/clock.ts';
import { readHoliday } from './dates/holiday.ts';
import { readMonthDate, readShiftedMonth, readYearMonth } from './dates/monthDate.ts';
import { readDaysOfMonth, readNth } from './dates/nth.ts';
import { readNumericDate, readWeekdayNumericDate } from './dates/numericDate.ts';
import { PART_WORDS, readPartOf } from './dates/partOf.ts';
import { readQuarter, readShortQuarter, readYearQuarter, readYearsQuarter } from './dates/quarter.ts';
import { readNow, readRelativeDay, readShiftedPeriod } from './dates/relative.ts';
import { readSeason } from './dates/season.ts';
import { readSpokenTime } from './dates/spokenTime.ts';
import { readDayAlone, readWeekday, readWeekThenDay } from './dates/weekday.ts';
import { readWeekOf } from './dates/weekOf.ts';
import { readCentury, readShortDecade, readWrittenYear, readYear } from './dates/year.ts';
import {
  readAgeDecade,
  readAgeWord,
  readAppositionAge,
  readBigAge,
  readPredicateAge,
} from './figures/age.ts';
import { readArticleDuration } from './figures/articleDuration.ts';
import { readArticleMeasure } from './figures/articleMeasure.ts';
import { readFeetInches } from './figures/feetInches.ts';
import { readFigure } from './figures/figure.ts';
import { readMagnitude } from './figures/magnitude.ts';
import { MULTIPLES, readMultiple } from './figures/multiple.ts';
import { readOrdinal } from './figures/ordinal.ts';
import { readCountedScore, readScore } from './figures/score.ts';
import { readTelephone } from './figures/telephone.ts';
import { readTemperatureDecade } from './figures/temperatureDecade.ts';
import {
  DECADE_WORDS,
  MONTHS,
  PERIODS,
  RELATIVE_DAYS,
  SEASONS,
  SHIFTS,
  WEEKDAYS,
} from './lexicon/calendar.ts';
import { CODES, DOLLAR_PREFIXES, SIGNS } from './lexicon/currencies.ts';
import { HOLIDAYS } from './lexicon/holidays.ts';
import {
  DENOMINATORS,
  DOZENS,
  ORDINALS,
  SCALES,
  TENS,
  UNITS,
  VAGUE,
  VULGAR_FRACTIONS,
} from './lexicon/numbers.ts';
import { UNITS_OF_MEASURE } from './lexicon/units.ts';
import { scaleNamed } from './numerals/words.ts';
import type { Parser } from './reading.ts';
import { isNumber, isWord, lowerAt } from './scan.ts';

/** `the` opens a date only before a number, a word that opens something itself, or `day`: most often it is not asked. */
const readAfterThe: Parser = (scan, at) => {
  const next = lowerAt(scan, at + 1);
  if (lowerAt(scan, at - 1) === 'within') return readArticleDuration(scan, at) ?? readMonthDate(scan, at);
  if (!isNumber(scan, at + 1) && !BY_WORD.has(next) && next !== 'day') return null;
  return readRelativeDay(scan, at) ?? readMonthDate(scan, at);
};

const readSeasonAlone: Parser = (scan, at) => readSeason(scan, at, at, null);

/** For a token of digits, in order: dates before figures, special shapes before general ones. */
const AT_NUMBER: readonly Parser[] = [
  readNumericDate,
  readMonthDate,
  readCentury,
  readQuarter,
  readNth,
  readDaysOfMonth,
  readDayAlone,
  readYearQuarter,
  readYearMonth,
  readTime,
  readSpokenTime,
  readTelephone,
  readYear,
  readAgo,
  readAgeDecade,
  readTemperatureDecade,
  readShortDecade,
  readFeetInches,
  readBigAge,
  readScore,
  readOrdinal,
  readAppositionAge,
  readPredicateAge,
  readFigure,
];

/** For a word that may open a number in words. */
const AT_NUMBER_WORD: readonly Parser[] = [
  readMonthDate,
  readCentury,
  readNth,
  readWrittenYear,
  readTime,
  readSpokenTime,
  readAgo,
  readOrdinal,
  readCountedScore,
  readFigure,
];
const AT_ORDINAL: readonly Parser[] = [
  readMonthDate,
  readCentury,
  readQuarter,
  readNth,
  readDayAlone,
  readOrdinal,
];

/** `a` opens a number only before a word of one or a unit: most often nothing is asked. */
const readAfterArticle: Parser = (scan, at) => {
  const word = lowerAt(scan, at + 1);
  if (isWord(scan, at + 1) && !BEHIND_ARTICLE.has(word) && scaleNamed(word) === undefined) return null;
  return (
    (word === 'quarter' ? readSpokenTime(scan, at) : null) ??
    readAgo(scan, at) ??
    readFigure(scan, at) ??
    readArticleDuration(scan, at) ??
    readArticleMeasure(scan, at)
  );
};

const BEHIND_ARTICLE: ReadonlySet<string> = new Set([
  ...[VAGUE, DENOMINATORS, TENS, DOZENS, PERIODS, UNITS_OF_MEASURE].flatMap((words) => [...words.keys()]),
]);

const BY_WORD: ReadonlyMap<string, readonly Parser[]> = table([
  [[...ORDINALS.keys()], AT_ORDINAL],
  [[...UNITS.keys(), ...TENS.keys()], AT_NUMBER_WORD],
  [
    [...SCALES.keys(), ...DOZENS.keys(), ...VAGUE.keys(), 'minus', 'negative'],
    [readAgo, readFigure],
  ],
  [
    ['half', 'quarter'],
    [readSpokenTime, readAgo, readFigure],
  ],
  [[...VULGAR_FRACTIONS.keys(), ...SIGNS.keys(), ...DOLLAR_PREFIXES.keys()], [readFigure]],
  [[...CODES].map((code) => code.toLowerCase()), [readFigure]],
  [['a', 'an'], [readAfterArticle]],
  [['c', 'r', 's', 'us'], [readFigure]],
  [[...MONTHS.keys()], [readMonthDate]],
  [[...WEEKDAYS.keys()], [readMonthDate, readWeekdayNumericDate, readWeekday]],
  [
    [...SHIFTS.keys()],
    [readNth, readYearsQuarter, readWeekThenDay, readWeekday, readShiftedMonth, readShiftedPeriod],
  ],
  [['now'], [readNow]],
  [['week', 'month'], [readWeekOf]],
  [[...PART_WORDS], [readPartOf]],
  [[...HOLIDAYS.keys()], [readHoliday]],
  [[...RELATIVE_DAYS.keys()], [readRelativeDay]],
  [[...SEASONS.keys()], [readSeasonAlone]],
  [[...DECADE_WORDS.keys(), "'", '‘', '’', '`'], [readShortDecade]],
  [['the'], [readAfterThe]],
  [['noon', 'midday', 'midnight'], [readNamedTime]],
  [['q', 'h'], [readShortQuarter]],
  [['age', 'aged', 'ages'], [readAgeWord]],
  [['magnitude'], [readMagnitude]],
  [[...MULTIPLES.keys(), 'double', 'triple', 'quadruple'], [readMultiple]],
]);

/** Later rows replace earlier ones, so that `second` is an ordinal before it is anything else. */
function table(
  rows: readonly (readonly [readonly string[], readonly Parser[]])[],
): ReadonlyMap<string, readonly Parser[]> {
  const parsers = new Map<string, readonly Parser[]>();
  for (const [words, list] of rows) for (const word of words) parsers.set(word, list);
  return parsers;
}

/** The parsers to try at a token, in order; undefined for most tokens. */
export function parsersFor(token: Token): readonly Parser[] | undefined {
  return token.kind === 'number' ? AT_NUMBER : BY_WORD.get(token.lower);
}
