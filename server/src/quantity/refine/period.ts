/** Periods: joins two dates to one (`from Monday to Tuesday`, `Oct. 2 to October 22`, `between 1990 and 1995`). */

import type { DateQuantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { endBefore, isDash, lowerAt, startOf, touches } from '../scan.ts';

const JOINTS: ReadonlySet<string> = new Set(['to', 'through', 'until', 'till', 'thru']);

/** The two readings as one period, or null where they do not belong together. */
export function joinPeriod(scan: Scan, one: Reading, two: Reading): Reading | null {
  const { quantity: first } = one;
  const { quantity: last } = two;
  if (first?.kind !== 'date' || last?.kind !== 'date' || first.grain === 'time' || last.grain === 'time')
    return null;
  if (!joins(scan, one, two) || first.grain !== last.grain) return null;
  const ordered = inOrder(first, last);
  return ordered === null
    ? null
    : { first: one.first, next: two.next, quantity: period(scan, one, two, first, ordered) };
}

function joins(scan: Scan, one: Reading, two: Reading): boolean {
  if (two.first !== one.next + 1)
    return (
      two.first === one.next + 2 &&
      lowerAt(scan, two.first - 1) === 'the' &&
      JOINTS.has(lowerAt(scan, one.next))
    );
  const joint = lowerAt(scan, one.next);
  if (joint === 'and') return lowerAt(scan, one.first - 1) === 'between';
  if (isDash(scan, one.next)) return touches(scan, one.next) === touches(scan, one.next + 1);
  return JOINTS.has(joint);
}

/** The end of `Monday to Tuesday` follows its start: where the days resolve the wrong way round the start lies a week back. */
function inOrder(first: DateQuantity, last: DateQuantity): DateQuantity | null {
  if (first.from === null || last.to === null || first.from <= last.to) return first;
  return first.weekday !== null && first.day === null ? { ...first, from: null } : null;
}

function period(
  scan: Scan,
  one: Reading,
  two: Reading,
  first: DateQuantity,
  last: DateQuantity,
): DateQuantity {
  const span = { start: startOf(scan, one.first), end: endBefore(scan, two.next) };
  const end = two.quantity?.kind === 'date' ? two.quantity : last;
  const same = <Part>(a: Part, b: Part): Part | null => (a === b ? a : null);
  return {
    ...first,
    ...span,
    text: scan.text.slice(span.start, span.end),
    extent: span,
    year: same(first.year, end.year),
    month: same(first.month, end.month),
    day: null,
    weekday: null,
    from: last.from === null ? null : first.from,
    to: last.from === null ? null : end.to,
    relative: first.relative || end.relative,
  };
}
