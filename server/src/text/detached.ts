/** Detached strings: parts of a text that do not keep the whole of it in memory. */

/**
 * `part` as a string of its own. Engines keep a part that was cut out of a text as a view of the text (V8 does from 13
 * UTF-16 units on), so whatever keeps the part keeps the text: a draft's words would keep every version of the draft.
 */
export function detached(part: string): string {
  // Joined to another character it must be copied before it can be cut again.
  return ` ${part}`.slice(1);
}
