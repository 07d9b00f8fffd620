/** Look-ahead: finds what comes next in a text, without looking through any part of it twice for the same thing. */

export interface LookAhead {
  /** The offset of `needle` at or after `from`, or the length of the text. `from` may not decrease for one needle. */
  next(needle: string, from: number): number;
  /** The offset of the line break before the next blank line, or the length of the text. `from` may not decrease. */
  paragraphEnd(from: number): number;
}

const PARAGRAPH_END = /\n[ \t\r]*\n/g;

export function createLookAhead(text: string): LookAhead {
  const known = new Map<string, number>();
  let paragraph = -1;
  return {
    next(needle, from) {
      const before = known.get(needle) ?? -1;
      if (before >= from) return before;
      const found = text.indexOf(needle, from);
      const next = found < 0 ? text.length : found;
      known.set(needle, next);
      return next;
    },
    paragraphEnd(from) {
      if (paragraph >= from) return paragraph;
      PARAGRAPH_END.lastIndex = from;
      paragraph = PARAGRAPH_END.exec(text)?.index ?? text.length;
      return paragraph;
    },
  };
}
