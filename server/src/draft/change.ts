/** Changes: what two versions of a text have in common before and behind the stretch that differs. */

/** Two texts agree up to `prefix`, and from `before` in the one and `after` in the other to their ends. */
export interface Change {
  readonly prefix: number;
  readonly before: number;
  readonly after: number;
}

/** The change between two versions. Linear in their length. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix += 1;
  let suffix = 0;
  const most = shorter - prefix;
  const last = before.length - 1;
  const by = after.length - before.length;
  while (suffix < most && before.charCodeAt(last - suffix) === after.charCodeAt(last - suffix + by))
    suffix += 1;
  return { prefix, before: before.length - suffix, after: after.length - suffix };
}

/**
 * By how many UTF-16 units the stretch `start..end` of the later text has moved; null when the change touches it. A
 * stretch that reaches over the end of the text has that end in it.
 */
export function movedBy({ prefix, before, after }: Change, start: number, end: number): number | null {
  const isNone = prefix === before && prefix === after;
  if (end <= prefix || isNone) return 0;
  return start >= after ? after - before : null;
}
