/** Percentages: `77%`, `77 per cent`, `half a percent`, `3 percentage points`, `25 basis points`. */

import type { Scan } from '../scan.ts';
import { lowerAt, pastHyphen } from '../scan.ts';
import type { Amount } from './amount.ts';
import type { Suffix } from './suffix.ts';

const PERCENT: ReadonlySet<string> = new Set(['%', '٪', '％', 'percent', 'percents', 'pct', 'percentage']);

export function readPercentSign(scan: Scan, amount: Amount): Suffix | null {
  const at = percentIndex(scan, amount);
  const word = lowerAt(scan, at);
  const two = word === 'per' && lowerAt(scan, pastHyphen(scan, at + 1)) === 'cent';
  if (two) return percent(scan, pastHyphen(scan, at + 1) + 1);
  if (PERCENT.has(word)) return percent(scan, at + 1);
  return word === 'basis' && isPoint(lowerAt(scan, at + 1)) ? points(at + 2, 'basis point', 0.01) : null;
}

/** Past a hyphen, and behind a fraction past the `a` of `half a percent` and the `of one` of `a tenth of one percent`. */
function percentIndex(scan: Scan, { unitAt, form }: Amount): number {
  const at = pastHyphen(scan, unitAt);
  if (form !== 'fraction') return at;
  const article = lowerAt(scan, at) === 'of' ? at + 1 : at;
  return ONE.has(lowerAt(scan, article)) ? pastHyphen(scan, article + 1) : at;
}

const ONE: ReadonlySet<string> = new Set(['a', 'one', '1']);

function percent(scan: Scan, next: number): Suffix {
  const points_ = pastHyphen(scan, next);
  if (isPoint(lowerAt(scan, points_))) return points(points_ + 1, 'percentage point', 1);
  return { next, valueNext: next, parts: { kind: 'percent', unit: '%', dimension: 'percent' } };
}

function points(next: number, unit: string, factor: number): Suffix {
  return { next, valueNext: next, parts: { kind: 'percent', unit, factor, dimension: 'percentage point' } };
}

function isPoint(word: string): boolean {
  return word === 'point' || word === 'points';
}
