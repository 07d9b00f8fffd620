/** Name keys: what the names of a segment are filed under besides their own words. */

import { officeOf } from '../../claims/title.ts';
import { spellingKey } from '../../text/spelling.ts';
import type { BuiltMention } from './segmentBuilder.ts';

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
export function nameKeysOf(names: ReadonlyMap<string, readonly BuiltMention[]>): NameKeys {
  const words = new Map<string, Counts>();
  const offices = new Map<string, Counts>();
  const rawWords = new Set<string>();
  const officeByTitle = new Map<string, string | null>();
  for (const [name, mentions] of names) {
    for (const word of new Set(name.split(' '))) {
      rawWords.add(word);
      count(words, spellingKey(word), name, mentions.length);
    }
    for (const { title } of mentions) {
      const office = title === null ? null : knownOffice(officeByTitle, title.text);
      if (office !== null) count(offices, office, name, 1);
    }
  }
  return { words, offices, rawWords };
}

/** The office of a title: the same few titles come again and again. */
function knownOffice(known: Map<string, string | null>, title: string): string | null {
  const before = known.get(title);
  if (before !== undefined) return before;
  const office = officeOf(title);
  known.set(title, office);
  return office;
}

function count(counts: Map<string, Counts>, key: string, name: string, by: number): void {
  const own = counts.get(key) ?? new Map<string, number>();
  own.set(name, (own.get(name) ?? 0) + by);
  counts.set(key, own);
}
