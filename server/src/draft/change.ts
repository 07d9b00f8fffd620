/** Changes: what two versions of a text have in common before and behind the stretch that differs. */

import type { Span } from '../text/span.ts';

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
 * Where a stretch of the later text stood in the earlier one, by its start; null when the change touches it. A stretch
 * may reach over the end of the text, which is part of it then.
 */
export function startBefore({ prefix, before, after }: Change, { start, end }: Span): number | null {
  const isNone = prefix === before && prefix === after;
  if (end <= prefix || isNone) return start;
  return start >= after ? start - after + before : null;
}
