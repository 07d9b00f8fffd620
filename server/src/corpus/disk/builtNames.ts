/** Built names: the mentions of the names of a segment while it is gathered, as rows of numbers. */

import type { Name } from '../../claims/name.ts';
import { addRow, ROW } from './nameRecord.ts';

/**
 * The names of a segment. Rows are those of `nameRecord`, one behind the other, but for what is still a word: `written` and
 * `title` are places among `writtenNames` and `titles`. A segment has tens of thousands of mentions and few titles.
 */
export class BuiltNames {
  /** Rows of mentions by the words of the name, parted by blanks. */
  readonly rows = new Map<string, number[]>();
  /** The place of each name as written, from 0. */
  readonly writtenNames = new Map<string, number>();
  /** The place of each title, from 1. */
  readonly titles = new Map<string, number>([[NO_TITLE, 0]]);

  /** Files a mention in a sentence of the segment; `order` is that of its article. */
  add(name: Name, sentence: number, order: number): void {
    const { start, end, text, words, kind, title, titleSpan } = name;
    const key = words.join(' ');
    const known = this.rows.get(key);
    const rows = known ?? [];
    if (known === undefined) this.rows.set(key, rows);
    addRow(rows, {
      sentence,
      order,
      start,
      length: end - start,
      written: placeOf(this.writtenNames, text),
      kind,
      title:
        title === null || titleSpan === null
          ? null
          : {
              term: placeOf(this.titles, title),
              start: titleSpan.start,
              length: titleSpan.end - titleSpan.start,
            },
    });
  }
}

/** Stands at 0, which is no title. */
const NO_TITLE = '';

/** How many mentions there are in rows. */
export function countOfRows({ length }: { readonly length: number }): number {
  return length / ROW;
}

function placeOf(places: Map<string, number>, text: string): number {
  const known = places.get(text);
  if (known !== undefined) return known;
  const place = places.size;
  places.set(text, place);
  return place;
}
