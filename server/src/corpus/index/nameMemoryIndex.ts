/** The name index in memory: every name of every article under each of its words, and under the office it holds. */

import type { Name } from '../../claims/name.ts';
import { officeOf } from '../../claims/title.ts';
import { spellingKey } from '../../text/spelling.ts';
import type { AnalysedArticle } from './corpusIndex.ts';
import {
  hasOtherFirst,
  indexedNames,
  inNameOrder,
  isSame,
  knownName,
  LETTERS_APART,
  looksLike,
  mostMentioned,
  similarNames,
  type WrittenMention,
} from './knownNames.ts';
import {
  type KnownName,
  MOST_HOLDERS,
  mentionOrder,
  type NameAnswer,
  type NameCorpus,
} from './nameCorpus.ts';

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
  readonly words: readonly string[];
  readonly mentions: WrittenMention[];
}

class NameMemoryIndex implements MutableNameCorpus {
  /** Entries by their words on end. */
  readonly #entries = new Map<string, Entry>();
  /** Entries by each of their words' spelling keys. */
  readonly #byWord = new Map<string, Set<Entry>>();
  readonly #byOffice = new Map<string, Set<Entry>>();
  /** Words by their first letter and length, for words that are misspelt. */
  readonly #byShape = new Map<string, Set<string>>();
  readonly #ofArticle = new Map<
    string,
    { readonly article: AnalysedArticle; readonly entries: Set<Entry> }
  >();

  put(article: AnalysedArticle): void {
    this.remove(article.article.id);
    const entries = new Set<Entry>();
    for (const { sentence } of article.sentences) {
      for (const name of indexedNames(article.article.text, sentence)) entries.add(this.#file(article, name));
    }
    this.#ofArticle.set(article.article.id, { article, entries });
  }

  async article(id: string): Promise<AnalysedArticle | undefined> {
    return this.#ofArticle.get(id)?.article;
  }

  remove(id: string): void {
    for (const entry of this.#ofArticle.get(id)?.entries ?? []) {
      const kept = entry.mentions.filter((mention) => mention.article !== id);
      entry.mentions.splice(0, entry.mentions.length, ...kept);
      if (kept.length === 0) this.#drop(entry);
    }
    this.#ofArticle.delete(id);
  }

  async names(queries: readonly (readonly string[])[]): Promise<readonly NameAnswer[]> {
    return queries.map((words) => this.#answer(words));
  }

  async holders(offices: readonly string[]): Promise<readonly (readonly KnownName[])[]> {
    return offices.map((office) => {
      const holders = [...(this.#byOffice.get(office) ?? [])].filter((entry) => holds(entry, office));
      return mostMentioned(knownNames(holders), MOST_HOLDERS);
    });
  }

  #file(article: AnalysedArticle, name: Name): Entry {
    const key = name.words.join(' ');
    const known = this.#entries.get(key);
    const entry: Entry = known ?? { words: name.words, mentions: [] };
    const office = name.title === null ? null : officeOf(name.title);
    const { start, end, title, titleSpan, text, kind } = name;
    const order = mentionOrder(article.article.id);
    entry.mentions.push({
      article: article.article.id,
      start,
      end,
      title,
      titleSpan,
      office,
      text,
      kind,
      order,
    });
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
    const same = [...(this.#byWord.get(spellingKey(last)) ?? [])].filter((entry) =>
      isSame(entry.words, words),
    );
    const known = knownNames(same);
    const unknown = words.filter((word) => !this.#byWord.has(spellingKey(word)));
    const [strange] = unknown;
    const similar = strange === undefined || unknown.length > 1 ? [] : this.#similar(words, strange);
    return { known, similar };
  }

  /** Names that hold a word which looks like the unknown one; with another first letter only beside a word that is known. */
  #similar(words: readonly string[], strange: string): readonly KnownName[] {
    const candidates = new Set<Entry>();
    for (const word of this.#wordsLike(strange)) {
      for (const entry of this.#byWord.get(spellingKey(word)) ?? []) candidates.add(entry);
    }
    for (const word of words) {
      for (const entry of this.#byWord.get(spellingKey(word)) ?? []) {
        if (hasOtherFirst(entry.words, strange)) candidates.add(entry);
      }
    }
    return similarNames(words, knownNames([...candidates]));
  }

  #wordsLike(word: string): string[] {
    const found: string[] = [];
    for (let length = word.length - LETTERS_APART; length <= word.length + LETTERS_APART; length += 1) {
      for (const other of this.#byShape.get(shapeOf(word.charAt(0), length)) ?? []) {
        if (looksLike(word, other)) found.push(other);
      }
    }
    return found;
  }
}

function knownNames(entries: readonly Entry[]): KnownName[] {
  return entries.map(({ words, mentions }) => knownName(words, mentions)).sort(inNameOrder);
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
