/** Expected expressions: Recognizers-Text's types, units and resolutions in this project's terms. */

import { z } from 'zod';
import type { Quantity } from '../../../server/src/quantity/quantity.ts';

/** What a case is counted under. `other` types (times, recurring sets) are left out. */
export type ExpectedKind =
  | 'number'
  | 'ordinal'
  | 'percentage'
  | 'currency'
  | 'dimension'
  | 'temperature'
  | 'age'
  | 'date'
  | 'daterange'
  | 'duration'
  | 'other';

/** First and last day, each null where the specification leaves it open. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
  /** Both ends stand in the text (`(2016-05-03,2016-05-05,P2D)`), so that the end may be the last day itself. */
  readonly written: boolean;
}

/**
 * The value to be found: a number with a unit name, seconds, or any one of several stretches of days
 * (the specifications give the past and the future reading); `any` where none is given, `none` where the
 * expression holds no number at all (`dollar`, `fahrenheit`).
 */
export type ExpectedValue =
  | { readonly number: number; readonly unit: string | null }
  | { readonly seconds: number }
  | { readonly days: readonly DayRange[] }
  | 'any'
  | 'none';

export interface Expected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: ExpectedKind;
  readonly value: ExpectedValue;
}

const textOrNull = z.string().nullish();

const resolutionSchema = z
  .object({
    value: textOrNull,
    unit: textOrNull,
    Timex: textOrNull,
    values: z.array(z.record(z.string(), z.string())).optional(),
    FutureResolution: z.record(z.string(), z.string()).optional(),
    PastResolution: z.record(z.string(), z.string()).optional(),
  })
  .nullable();

export const expectedSchema = z
  .object({
    text: z.string(),
    start: z.number(),
    end: z.number(),
    type: z.string().nullable(),
    resolution: resolutionSchema,
  })
  .transform(
    ({ text, start, end, type, resolution }): Expected => ({
      text,
      start,
      end,
      kind: kindOf(type ?? ''),
      value: resolved(kindOf(type ?? ''), resolution),
    }),
  );

const KINDS: Readonly<Record<string, ExpectedKind>> = {
  number: 'number',
  ordinal: 'ordinal',
  percentage: 'percentage',
  currency: 'currency',
  dimension: 'dimension',
  temperature: 'temperature',
  age: 'age',
  date: 'date',
  daterange: 'daterange',
  duration: 'duration',
};

function kindOf(type: string): ExpectedKind {
  return KINDS[type.replace('datetimeV2.', '')] ?? 'other';
}

function resolved(kind: ExpectedKind, resolution: z.infer<typeof resolutionSchema>): ExpectedValue {
  if (resolution === null) return 'any';
  if (kind === 'date' || kind === 'daterange' || kind === 'duration') return calendarValue(resolution);
  if (resolution.value === null || resolution.value === undefined) return 'none';
  return { number: Number(resolution.value.replace('%', '')), unit: resolution.unit ?? null };
}

function calendarValue(resolution: NonNullable<z.infer<typeof resolutionSchema>>): ExpectedValue {
  const readings = [
    ...(resolution.values ?? []),
    ...[resolution.FutureResolution, resolution.PastResolution].filter((reading) => reading !== undefined),
  ];
  const seconds = readings.map(({ type, value, duration }) =>
    Number(duration ?? (type === 'duration' ? value : undefined)),
  );
  if (seconds.some((value) => !Number.isNaN(value)))
    return { seconds: seconds.find((value) => !Number.isNaN(value)) ?? 0 };
  const days = readings
    .map((reading) => daysOf(reading, resolution.Timex ?? reading.timex ?? ''))
    .filter((range) => range.from !== null || range.to !== null);
  return days.length === 0 ? 'any' : { days };
}

/** Their ends are exclusive, and 1 January of the year 1 stands for no date. */
function daysOf(reading: Readonly<Record<string, string>>, timex: string): DayRange {
  const written = timex.startsWith('(');
  const date = reading.date ?? (reading.type === 'date' ? reading.value : undefined);
  if (date !== undefined)
    return isDay(date) ? { from: date, to: date, written } : { from: null, to: null, written };
  const start = reading.startDate ?? reading.start;
  const end = reading.endDate ?? reading.end;
  return { from: isDay(start) ? start : null, to: isDay(end) ? dayBefore(end) : null, written };
}

function isDay(date: string | undefined): date is string {
  return date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) && date !== '0001-01-01';
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

const MODEL_TYPES: Readonly<Record<string, ExpectedKind>> = {
  NumberModel: 'number',
  OrdinalModel: 'ordinal',
  PercentModel: 'percentage',
  CurrencyModel: 'currency',
  DimensionModel: 'dimension',
  TemperatureModel: 'temperature',
  AgeModel: 'age',
  DateExtractor: 'date',
  DateParser: 'date',
  HolidayExtractor: 'date',
  DatePeriodExtractor: 'daterange',
  DatePeriodParser: 'daterange',
  DurationExtractor: 'duration',
  DurationParser: 'duration',
};

/** The type a case counts under: that of its first relevant expression, else its model's. */
export function typeOf(model: string, expected: readonly Expected[]): ExpectedKind {
  return (
    expected.find(({ kind }) => kind !== 'other')?.kind ??
    (expected.length > 0 ? 'other' : (MODEL_TYPES[model] ?? 'other'))
  );
}

const MODEL_KINDS: Readonly<Record<string, readonly Quantity['kind'][]>> = {
  NumberModel: ['number'],
  OrdinalModel: ['ordinal'],
  PercentModel: ['percent'],
  CurrencyModel: ['money'],
  DimensionModel: ['measure'],
  TemperatureModel: ['temperature'],
  AgeModel: ['age'],
  DurationExtractor: ['duration'],
  DurationParser: ['duration'],
};

/** Kinds that must not be found where a model's case expects nothing. */
export function kindsOf(model: string): ReadonlySet<Quantity['kind']> {
  return new Set(MODEL_KINDS[model] ?? ['date']);
}
