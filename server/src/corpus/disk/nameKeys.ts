/** Name keys: what the names of a segment are filed under besides their own words. */

import { officeOf } from '../../claims/title.ts';
import { spellingKey } from '../../text/spelling.ts';
import type { BuiltNames } from './builtNames.ts';
import { titleOf } from './nameRecord.ts';

/** Names, by their words parted by blanks, and how many mentions each of them has. */
type Counts = Map<string, number>;

export interface NameKeys {
  /** The names that hold a word, by its spelling key. */
  readonly words: ReadonlyMap<string, Counts>;
  /** The names that are given an office, with how many mentions give it. */
  readonly offices: ReadonlyMap<string, Counts>;
  /** The words of names as they stand. */
  readonly rawWords: ReadonlySet<string>;
}

/** The keys of names, told once all mentions are gathered: a name is looked at once, however often it is mentioned. */
export function nameKeysOf(
  { rows, titles }: BuiltNames,
  mentionsByName: ReadonlyMap<string, Uint32Array>,
): NameKeys {
  const words = new Map<string, Counts>();
  const offices = new Map<string, Counts>();
  const rawWords = new Set<string>();
  // The same few titles come again and again.
  const officeOfTitle = [...titles.keys()].map((title) => (title === '' ? null : officeOf(title)));
  const all = rows.read();
  for (const [name, mentions] of mentionsByName) {
    for (const word of new Set(name.split(' '))) {
      rawWords.add(word);
      count(words, spellingKey(word), name, mentions.length);
    }
    for (const office of officesIn(mentions, all, officeOfTitle)) count(offices, office, name, 1);
  }
  return { words, offices, rawWords };
}

/** The offices that mentions give, once for each that does; `rows` are those of all mentions. */
function officesIn(
  mentions: Uint32Array,
  rows: Uint32Array,
  officeOfTitle: readonly (string | null)[],
): readonly string[] {
  const offices: string[] = [];
  for (const at of mentions) {
    const office = officeOfTitle[titleOf(rows, at)] ?? null;
    if (office !== null) offices.push(office);
  }
  return offices;
}

function count(counts: Map<string, Counts>, key: string, name: string, by: number): void {
  const own = counts.get(key) ?? new Map<string, number>();
  own.set(name, (own.get(name) ?? 0) + by);
  counts.set(key, own);
}
