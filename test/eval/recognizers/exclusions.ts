/** Exclusions: classes of cases that are not measured, each with its reason. A class is told by its shape, never by item. */

import type { Expected, ExpectedKind } from './expected.ts';

interface Exclusion {
  readonly reason: string;
  readonly kinds: readonly ExpectedKind[];
  /** Matches the whole expected expression, lower case. */
  readonly shape: RegExp;
}

const EXCLUSIONS: readonly Exclusion[] = [
  {
    reason: 'a formula: 1e10, 1.1^23, one over three (in news, “over three” is a bound)',
    kinds: ['number'],
    shape: /\d(?:e[+-]?\d|\^)| over /,
  },
  { reason: 'the order of a query: percent of 10', kinds: ['percentage'], shape: /^per ?cents? of / },
  {
    reason: 'a duration without a number: all day, full week, another month, some days',
    kinds: ['duration'],
    shape: /^(?:all|full|whole|another|some)[ -]/,
  },
  {
    reason: 'a period or season that only an article or a possessive points to: the week, my weekend, summer',
    kinds: ['date', 'daterange'],
    shape: /^(?:(?:the|my|this) )?(?:day|week|weekend|month|year|summer|winter|spring|fall|eoy)$/,
  },
  {
    reason:
      'counted from what the text tells, not from its date: the next day, two days later, the following week',
    kinds: ['date', 'daterange'],
    shape:
      /^(?:the )?(?:(?:next|last|past|following) day|day (?:before|after)|following (?:week|quarter)|.* later)$/,
  },
  {
    reason:
      'a number of periods up to or from now: past 3 weeks (read as the duration 3 weeks, which is what is checked)',
    kinds: ['daterange'],
    shape:
      /^(?:next|past|last|previous|coming|following) (?:\d+|few|several|couple|two|three|eleven) ?\p{L}+$/u,
  },
  {
    reason: 'a bare number taken for a day or a date: on 15, for the 27, on 4.22, Friday 7-6',
    kinds: ['date'],
    shape:
      /^(?:the |(?:this )?friday )?(?:\d{1,2}|\d{1,2}[.-]\d{1,2}|second|twenty second|thirty|thirty first)$/,
  },
  {
    reason:
      'a date in no customary order or with spaces inside: 23-2020-September, 2016 - 11, 20161016, 08/12,15',
    kinds: ['date', 'daterange'],
    shape:
      /^(?:\d{4} ?[/-] \d{1,2}|\d{4} [/-] ?\d{1,2}|\d{1,2} ?[/-] \d{4}|\d{1,2} [/-] ?\d{4}|\d{8}|\d{4} \d\d \d\d|\d\d\/\d\d, ?\d+|\d+-\d+-\p{L}+|\p{L}+-\d{4}-\d+|\d+\/\d+\/\p{L}+)$/u,
  },
  {
    reason: 'a numbered week: week 10 (in news, of a season or a course)',
    kinds: ['daterange'],
    shape: /^week \d+$/,
  },
];

const OTHER_TYPES = 'only times of day, times with dates, or recurring sets (weekly, every Monday)';
const NO_QUANTITY = 'an address of four numbers, or a label: 192.168.1.2, SCP-173';

/** Why a case is left out, or null. */
export function exclusionOf(input: string, expected: readonly Expected[], type: ExpectedKind): string | null {
  if (type === 'other') return OTHER_TYPES;
  if (/^(?:\d+\.){3}\d+$|^[A-Z]{2,}-\d+$/.test(input)) return NO_QUANTITY;
  for (const { reason, kinds, shape } of EXCLUSIONS) {
    const hit = expected.some(({ kind, text }) => kinds.includes(kind) && shape.test(text.toLowerCase()));
    if (hit) return reason;
  }
  return null;
}
