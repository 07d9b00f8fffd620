/** Ascending lists: steps through one of them without looking at every number. */

/** Index of the first number of `list` from index `from` on that is at least `number`; by leaps that double. */
export function nextAt(list: Uint32Array, number: number, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < list.length && (list[low + step] ?? 0) < number) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, list.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
