/** The name index in memory: every name of every article under each of its words, and under the office it holds. */

import Fuse from 'fuse.js';
import { findNames, type Name } from '../../claims/name.ts';
import { officeOf } from '../../claims/title.ts';
import { editDistance } from '../../match/sameName.ts';
import { spellingKey } from '../../text/spelling.ts';
import type { AnalysedArticle } from './corpusIndex.ts';
import type { KnownName, NameAnswer, NameCorpus, NameMention } from './nameCorpus.ts';

/** A name corpus that can be changed article by article. */
export interface MutableNameCorpus extends NameCorpus {
  /** Adds an article, or replaces the one with the same id. */
  put(article: AnalysedArticle): void;
  /** Removes an article; unknown ids are no error. */
  remove(id: string): void;
}

/** An empty index. Everything is answered from memory, so nothing rejects. */
export function createNameIndex(): MutableNameCorpus {
  return new NameMemoryIndex();
}

interface Entry {
  readonly text: string;
  readonly words: readonly string[];
  readonly kind: Name['kind'];
  readonly mentions: NameMention[];
}

/** Runs of more capitalised words are headlines and lists. */
const LONGEST_NAME = 5;
/** Most similar names answered. */
const SIMILAR_SHOWN = 5;
/** Most letters by which a word of a similar name may differ. */
const LETTERS_APART = 2;

class NameMemoryIndex implements MutableNameCorpus {
  /** Entries by their words on end. */
  readonly #entries = new Map<string, Entry>();
  /** Entries by each of their words' spelling keys. */
  readonly #byWord = new Map<string, Set<Entry>>();
  readonly #byOffice = new Map<string, Set<Entry>>();
  /** Words by their first letter and length, for words that are misspelt. */
  readonly #byShape = new Map<string, Set<string>>();
  readonly #ofArticle = new Map<string, Set<Entry>>();

  put(article: AnalysedArticle): void {
    this.remove(article.article.id);
    const entries = new Set<Entry>();
    for (const { sentence } of article.sentences) {
      for (const name of findNames(article.article.text, sentence.tokens)) {
        if (name.words.length <= LONGEST_NAME) entries.add(this.#file(article, name));
      }
    }
    this.#ofArticle.set(article.article.id, entries);
  }

  remove(id: string): void {
    for (const entry of this.#ofArticle.get(id) ?? []) {
      const kept = entry.mentions.filter((mention) => mention.article.article.id !== id);
      entry.mentions.splice(0, entry.mentions.length, ...kept);
      if (kept.length === 0) this.#drop(entry);
    }
    this.#ofArticle.delete(id);
  }

  async names(queries: readonly (readonly string[])[]): Promise<readonly NameAnswer[]> {
    return queries.map((words) => this.#answer(words));
  }

  async holders(offices: readonly string[]): Promise<readonly (readonly KnownName[])[]> {
    return offices.map((office) =>
      [...(this.#byOffice.get(office) ?? [])].filter((entry) => holds(entry, office)),
    );
  }

  #file(article: AnalysedArticle, name: Name): Entry {
    const key = name.words.join(' ');
    const known = this.#entries.get(key);
    const entry: Entry = known ?? { text: name.text, words: name.words, kind: name.kind, mentions: [] };
    const office = name.title === null ? null : officeOf(name.title);
    const { start, end, title, titleSpan } = name;
    entry.mentions.push({ article, start, end, title, titleSpan, office });
    if (office !== null) addTo(this.#byOffice, office, entry);
    if (known !== undefined) return entry;
    this.#entries.set(key, entry);
    for (const word of name.words) {
      addTo(this.#byWord, spellingKey(word), entry);
      addTo(this.#byShape, shapeOf(word.charAt(0), word.length), word);
    }
    return entry;
  }

  #drop(entry: Entry): void {
    this.#entries.delete(entry.words.join(' '));
    for (const word of entry.words) {
      const others = this.#byWord.get(spellingKey(word));
      others?.delete(entry);
      if (others?.size !== 0) continue;
      this.#byWord.delete(spellingKey(word));
      this.#byShape.get(shapeOf(word.charAt(0), word.length))?.delete(word);
    }
    for (const [office, holders] of this.#byOffice) {
      holders.delete(entry);
      if (holders.size === 0) this.#byOffice.delete(office);
    }
  }

  #answer(words: readonly string[]): NameAnswer {
    const last = words[words.length - 1] ?? '';
    const known = [...(this.#byWord.get(spellingKey(last)) ?? [])];
    const unknown = words.filter((word) => !this.#byWord.has(spellingKey(word)));
    return { known, similar: unknown.length === 0 ? [] : this.#similar(words, unknown) };
  }

  /** Names that share the known words, or hold a word that looks like the unknown one; ranked by Fuse. */
  #similar(words: readonly string[], unknown: readonly string[]): KnownName[] {
    const [strange] = unknown;
    if (strange === undefined || unknown.length > 1) return [];
    const candidates = new Set<Entry>();
    for (const word of this.#wordsLike(strange)) {
      for (const entry of this.#byWord.get(spellingKey(word)) ?? []) candidates.add(entry);
    }
    const fuse = new Fuse([...candidates], {
      keys: ['text'],
      includeScore: true,
      ignoreLocation: true,
      threshold: 0.5,
    });
    return fuse.search(words.join(' '), { limit: SIMILAR_SHOWN }).map(({ item }) => item);
  }

  #wordsLike(word: string): string[] {
    const found: string[] = [];
    for (let length = word.length - LETTERS_APART; length <= word.length + LETTERS_APART; length += 1) {
      for (const other of this.#byShape.get(shapeOf(word.charAt(0), length)) ?? []) {
        if (editDistance(word, other, LETTERS_APART) <= LETTERS_APART) found.push(other);
      }
    }
    return found;
  }
}

function shapeOf(letter: string, length: number): string {
  return `${letter}${length}`;
}

function holds(entry: Entry, office: string): boolean {
  return entry.mentions.some((mention) => mention.office === office);
}

function addTo<T>(sets: Map<string, Set<T>>, key: string, item: T): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([item]));
  else set.add(item);
}
