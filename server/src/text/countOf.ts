/** Counts in words, as every page and report says them. */

/** `1 claim`, `2 claims`. */
export function countOf(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
