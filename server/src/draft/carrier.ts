/** Carriers: what was read in one version of a text, carried to where the next version has the same words. */

import type { Span } from '../text/span.ts';
import { type Change, changeBetween, movedBy } from './change.ts';

/** What was read at one place, and the stretch of the text that it depends on; this may reach over the text's ends. */
export interface Read<Value> extends Span {
  readonly value: Value;
}

/** Values read at places of a text, for as long as each version of it has a use for them. */
export interface Carrier<Value> {
  /** Begins to read `text`. What was read of the version before is carried over where it stands unchanged. */
  begin(text: string): void;
  /**
   * What stands at the offset `place`: what the version before had there, if the stretch that it depends on is the same
   * and `isSame` finds it to be what is asked for, given by how many UTF-16 units it has moved; else what `read` gives.
   * A value that has moved is moved by `move`.
   */
  at(place: number, isSame: (value: Value, by: number) => boolean, read: () => Read<Value>): Value;
  /** Ends the reading of a text that was read to its end. A reading that was broken off leaves what was known before. */
  end(): void;
}

/** An empty carrier. Every place of a text has one value at most. */
export function createCarrier<Value>(move: (value: Value, by: number) => Value): Carrier<Value> {
  let before: Version<Value> = { text: '', reads: new Map() };
  let now: Version<Value> = before;
  let change: Change = { prefix: 0, before: 0, after: 0 };
  const carried = (place: number): { readonly read: Read<Value>; readonly by: number } | null => {
    const by = movedBy(change, place, place);
    const read = by === null ? undefined : before.reads.get(place - by);
    if (by === null || read === undefined) return null;
    return movedBy(change, read.start + by, read.end + by) === by ? { read, by } : null;
  };
  return {
    begin(text) {
      change = changeBetween(before.text, text);
      now = { text, reads: new Map() };
    },
    at(place, isSame, read) {
      const known = carried(place);
      const isKnown = known !== null && isSame(known.read.value, known.by);
      const own = isKnown ? moveRead(known.read, known.by, move) : read();
      now.reads.set(place, own);
      return own.value;
    },
    end() {
      before = now;
    },
  };
}

interface Version<Value> {
  readonly text: string;
  /** By their places. */
  readonly reads: Map<number, Read<Value>>;
}

function moveRead<Value>(
  read: Read<Value>,
  by: number,
  move: (value: Value, by: number) => Value,
): Read<Value> {
  if (by === 0) return read;
  return { value: move(read.value, by), start: read.start + by, end: read.end + by };
}
