/** Suffixes: what stands behind an amount and says what it counts. Tried in order; the first that reads wins. */

import type { FigureParts } from '../reading.ts';
import type { Scan } from '../scan.ts';
import type { Amount } from './amount.ts';
import { readShock } from './magnitude.ts';
import { readMeasureUnit } from './measure.ts';
import { readMoneyName } from './moneyName.ts';
import { readMultipleWord } from './multipleWord.ts';
import { readPercentSign } from './percentSign.ts';
import { readTemperatureUnit } from './temperatureUnit.ts';
import { readTimeUnit } from './timeUnit.ts';

/** A unit read behind an amount. */
export interface Suffix {
  /** One past the last token of the unit. */
  readonly next: number;
  /** One past the last token of the value: the same for `%` and money, before the unit for measures. */
  readonly valueNext: number;
  readonly parts: Partial<FigureParts>;
  /** Added to the value, for a second part in a smaller unit: `6 feet 2 inches`. */
  readonly plus?: number;
}

type SuffixReader = (scan: Scan, amount: Amount) => Suffix | null;

const READERS: readonly SuffixReader[] = [
  readPercentSign,
  readTemperatureUnit,
  readMoneyName,
  readMultipleWord,
  readTimeUnit,
  readMeasureUnit,
  readShock,
];

export function readSuffix(scan: Scan, amount: Amount): Suffix | null {
  if (amount.unitAt >= scan.tokens.length) return null;
  for (const read of READERS) {
    const suffix = read(scan, amount);
    if (suffix !== null) return suffix;
  }
  return null;
}
