/** Quarters and halves of a year: `third quarter of 2016`, `Q3 2019`, `2017 q1`, `the first half of 2018`. */

import { ordinalAt } from '../figures/ordinal.ts';
import { SHIFTS } from '../lexicon/calendar.ts';
import { dateReading, NO_DATE_PARTS, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { lowerAt, pastHyphen, touches } from '../scan.ts';
import { isoDays, monthDays } from './days.ts';
import { resolvedYear, type YearBehind, yearAt, yearBehind } from './yearNumber.ts';

/** Reads `third quarter`, `second-quarter`, `first half of 2018` from the ordinal. */
export function readQuarter(scan: Scan, at: number): Reading | null {
  const ordinal = ordinalAt(scan, at);
  if (ordinal === null || ordinal.value > 4) return null;
  const noun = pastHyphen(scan, ordinal.next);
  const word = lowerAt(scan, noun);
  const year = yearBehind(scan, noun + 1);
  if (word === 'quarter')
    return part(scan, at, year?.next ?? noun + 1, { number: ordinal.value, months: 3 }, year);
  if (word !== 'half' || year === null || ordinal.value > 2) return null;
  return part(scan, at, year.next, { number: ordinal.value, months: 6 }, year);
}

/** Reads `Q3`, `Q1 2016`, `H2 2019` from the letter. */
export function readShortQuarter(scan: Scan, at: number): Reading | null {
  const letter = lowerAt(scan, at);
  if ((letter !== 'q' && letter !== 'h') || !touches(scan, at + 1)) return null;
  const number = Number(lowerAt(scan, at + 1));
  const months = letter === 'q' ? 3 : 6;
  if (!/^[1-4]$/.test(lowerAt(scan, at + 1)) || (number > 2 && months === 6) || touches(scan, at + 2))
    return null;
  const before = pastHyphen(scan, at - 1) === at ? at - 2 : at - 1;
  const year = yearBehind(scan, at + 2);
  if (year === null && months === 6 && yearAt(scan, before) === null) return null;
  return part(scan, at, year?.next ?? at + 2, { number, months }, year);
}

/** Reads `next year's third quarter` from the modifier. */
export function readYearsQuarter(scan: Scan, at: number): Reading | null {
  const shift = SHIFTS.get(lowerAt(scan, at));
  if (shift === undefined || lowerAt(scan, at + 1) !== 'year' || lowerAt(scan, at + 2) !== "'s") return null;
  const ordinal = ordinalAt(scan, at + 3);
  if (ordinal === null || ordinal.value > 4) return null;
  const noun = pastHyphen(scan, ordinal.next);
  if (lowerAt(scan, noun) !== 'quarter') return null;
  return part(
    scan,
    at,
    noun + 1,
    { number: ordinal.value, months: 3 },
    { year: null, shift, next: noun + 1 },
  );
}

/** Reads `2017 Q1`, `2019-H2`, `2016 the third quarter` from the year. */
export function readYearQuarter(scan: Scan, at: number): Reading | null {
  const year = yearAt(scan, at);
  if (year === null) return null;
  const from = pastHyphen(scan, at + 1);
  const letter = lowerAt(scan, from);
  const number = Number(lowerAt(scan, from + 1));
  if (
    (letter !== 'q' && letter !== 'h') ||
    !touches(scan, from + 1) ||
    !(number >= 1 && number <= (letter === 'q' ? 4 : 2))
  )
    return null;
  return part(
    scan,
    at,
    from + 2,
    { number, months: letter === 'q' ? 3 : 6 },
    { year, shift: null, next: from + 2 },
  );
}

function part(
  scan: Scan,
  first: number,
  next: number,
  piece: { readonly number: number; readonly months: number },
  year: YearBehind | null,
): Reading {
  const base = resolvedYear(scan, year ?? { year: null, shift: 0, next });
  const last = piece.number * piece.months;
  const days =
    base === null
      ? null
      : { from: monthDays(base, last - piece.months + 1).from, to: monthDays(base, last).to };
  return dateReading(scan, first, next, {
    ...NO_DATE_PARTS,
    grain: 'quarter',
    year: year?.year ?? null,
    relative: (year?.year ?? null) === null,
    ...isoDays(days),
  });
}
