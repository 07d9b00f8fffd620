/** Temperatures by tens: `highs in the upper 50s`, `mid 60s`, `low 100s`, where the words around speak of the weather. */

import { DEGREE } from '../lexicon/units.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import { COUNT, figureReading, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isDash, lowerAt, touches } from '../scan.ts';

/** Thirds of the ten degrees, as forecasts use them: lower 0 to 3, mid 4 to 6, upper 7 to 9. */
const PARTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['low', [0, 3]],
  ['lower', [0, 3]],
  ['mid', [4, 6]],
  ['middle', [4, 6]],
  ['high', [7, 9]],
  ['upper', [7, 9]],
]);

const WEATHER: ReadonlySet<string> = wordSet(
  'high highs low lows temperature temperatures temps degrees daytime overnight forecast weather cooler colder warmer chilly sunny cloudy ' +
    'rain inland coastal upper lower',
);

/** How many words around are looked at: `highs will be in the mid 60s to low 70s`. */
const REACH = 10;

/** Reads from the number. */
export function readTemperatureDecade(scan: Scan, at: number): Reading | null {
  if (!/^[1-9]\d?0$/.test(lowerAt(scan, at)) || lowerAt(scan, at + 1) !== 's' || !touches(scan, at + 1))
    return null;
  const word = isDash(scan, at - 1) ? at - 2 : at - 1;
  const part = PARTS.get(lowerAt(scan, word));
  if (!speaksOfWeather(scan, part === undefined ? at : word)) return null;
  const [low, high] = part ?? [0, 9];
  const first = part === undefined ? at : word;
  const tens = Number(lowerAt(scan, at));
  return figureReading(
    scan,
    { first, next: at + 2, valueFirst: first, valueNext: at + 2 },
    {
      ...COUNT,
      kind: 'temperature',
      low: tens + low,
      high: tens + high,
      unit: DEGREE.name,
      dimension: DEGREE.dimension,
      vague: true,
    },
  );
}

function speaksOfWeather(scan: Scan, at: number): boolean {
  for (let near = Math.max(0, at - REACH); near <= at + REACH; near += 1) {
    if (near !== at && WEATHER.has(lowerAt(scan, near))) return true;
  }
  return false;
}
