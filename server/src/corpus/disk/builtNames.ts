/** Built names: the mentions of the names of a segment while it is gathered, as rows of numbers. */

import type { Name } from '../../claims/name.ts';
import { addRow } from './nameRecord.ts';
import { byKey, NumberLists, Numbers } from './numberLists.ts';

/**
 * The names of a segment. Rows are those of `nameRecord`, but for what is still a word: `written` and `title` are places
 * among `writtenNames` and `titles`. A segment has tens of thousands of mentions and few titles.
 */
export class BuiltNames {
  /** The rows of all mentions, in the order in which they were added. */
  readonly rows = new Numbers();
  /** The place of each name as written, from 0. */
  readonly writtenNames = new Map<string, number>();
  /** The place of each title, from 1. */
  readonly titles = new Map<string, number>([[NO_TITLE, 0]]);
  readonly #names = new Map<string, number>();
  readonly #mentions = new NumberLists();

  /** Files a mention in a sentence of the segment; `order` is that of its article. */
  add(name: Name, sentence: number, order: number): void {
    const { start, end, text, words, kind, title, titleSpan } = name;
    this.#mentions.push(placeOf(this.#names, words.join(' ')), this.rows.length);
    addRow(this.rows, {
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

  /** Where the rows of each name begin among `rows`, ascending, by the words of the name, parted by blanks. */
  mentionsByName(): ReadonlyMap<string, Uint32Array> {
    return byKey(this.#names.keys(), this.#mentions.read(this.#names.size));
  }
}

/** Stands at 0, which is no title. */
const NO_TITLE = '';

function placeOf(places: Map<string, number>, text: string): number {
  const known = places.get(text);
  if (known !== undefined) return known;
  const place = places.size;
  places.set(text, place);
  return place;
}
