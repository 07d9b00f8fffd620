/** Names on disk: what the articles know of names and offices. */

import { spellingKey } from '../../text/spelling.ts';
import { hasOtherFirst, inNameOrder, isSame, knownNameIn, similarNames } from '../index/knownNames.ts';
import { type KnownName, MOST_HOLDERS, type NameAnswer } from '../index/nameCorpus.ts';
import type { Database } from './database.ts';
import { MentionRows } from './mentionRows.ts';
import { RawWords } from './rawWords.ts';
import type { Shelf } from './retrieval.ts';
import { KIND } from './schema.ts';
import { StoredMentions } from './storedMentions.ts';
import type { TermDictionary } from './terms.ts';

/** Most names answered for one word, those with most mentions: the word is then one that very many share. */
const MOST_NAMES = 256;

/** Names whose answer is kept until the segments change: those of a long draft, 10 kB each at most. */
const MOST_ANSWERED = 512;

/** A name by the number of its term, and how often the articles have it. */
interface CountedName {
  readonly number: number;
  readonly count: number;
}

/** Which names of a term are told: those whose words pass, and `most` of them. */
interface Choice {
  readonly passes?: (words: readonly string[]) => boolean;
  readonly most?: number;
}

/** Answers by the dictionary and the postings of a shelf. */
export class DiskNames {
  readonly #shelf: Shelf;
  readonly #terms: TermDictionary;
  readonly #rawWords: RawWords;
  /** What is known of a name, by its words: a draft asks for the same names at every change. */
  readonly #answered = new Map<string, readonly KnownName[]>();

  /** Room for the mentions of one name after the other: a draft asks for hundreds. */
  readonly #mentions = new MentionRows();

  constructor(database: Database, shelf: Shelf, terms: TermDictionary) {
    this.#shelf = shelf;
    this.#terms = terms;
    this.#rawWords = new RawWords(database);
  }

  answer(words: readonly string[]): NameAnswer {
    const last = words[words.length - 1] ?? '';
    const known = this.#namesOf(KIND.nameWord + spellingKey(last), {
      passes: (own) => isSame(own, words),
    });
    const unknown = words.filter(
      (word) => this.#shelf.postings.countOf(KIND.nameWord + spellingKey(word)) === 0,
    );
    const [strange] = unknown;
    const similar = strange === undefined || unknown.length > 1 ? [] : this.#similar(words, strange);
    return { known, similar };
  }

  holders(office: string): readonly KnownName[] {
    return this.#namesOf(KIND.office + office, { most: MOST_HOLDERS }).filter(({ offices }) =>
      offices.some((held) => held.office === office),
    );
  }

  #similar(words: readonly string[], strange: string): readonly KnownName[] {
    const keys = new Set(this.#rawWords.like(strange).map(spellingKey));
    const beside = words.flatMap((word) =>
      this.#namesOf(KIND.nameWord + spellingKey(word), { passes: (own) => hasOtherFirst(own, strange) }),
    );
    const names = new Map(
      [...[...keys].flatMap((key) => this.#namesOf(KIND.nameWord + key)), ...beside].map((name) => [
        name.words.join(' '),
        name,
      ]),
    );
    return similarNames(words, [...names.values()].sort(inNameOrder));
  }

  /** The names in the lists of a term whose words pass, of very many those with most mentions; by their words. */
  #namesOf(term: string, { passes, most = MOST_NAMES }: Choice = {}): KnownName[] {
    const { segments, postings } = this.#shelf;
    if (postings.countOf(term) === 0) return [];
    const numbers = new Set<number>();
    for (const segment of segments.all) {
      for (const number of postings.listOf(segment, term, Number.POSITIVE_INFINITY)) numbers.add(number);
    }
    const living = [...numbers]
      .filter((number) => passes === undefined || passes(this.#terms.textOf(number).split(' ')))
      .map((number) => ({ number, count: postings.countOfNumber(number) }))
      .filter(({ count }) => count > 0);
    return this.#mostFrequent(living, most)
      .flatMap((name) => this.#known(name))
      .sort(inNameOrder);
  }

  /** The texts of the names with most mentions; of equal ones those that come first. */
  #mostFrequent(names: readonly CountedName[], most: number): readonly string[] {
    const least = names.map(({ count }) => count).sort((a, b) => b - a)[most - 1] ?? 0;
    // Most names have one mention, and of ten thousand with a common word few have to be looked up.
    return names
      .filter(({ count }) => count >= least)
      .map(({ number, count }) => ({ text: this.#terms.textOf(number), count }))
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
      .slice(0, most)
      .map(({ text }) => text);
  }

  /** Forgets what was answered: the segments changed. */
  clear(): void {
    this.#answered.clear();
    this.#rawWords.clear();
  }

  #known(text: string): readonly KnownName[] {
    const known = this.#answered.get(text) ?? this.#read(text);
    if (this.#answered.size >= MOST_ANSWERED) this.#answered.clear();
    this.#answered.set(text, known);
    return known;
  }

  #read(text: string): readonly KnownName[] {
    const { segments, postings } = this.#shelf;
    const rows = this.#mentions;
    rows.clear();
    for (const segment of segments.all) {
      postings.read(segment, KIND.name + text, (records) =>
        rows.read(records, segment.firstSentence, segments.goneSentences),
      );
    }
    rows.sift();
    if (rows.length === 0) return [];
    const count = postings.countOf(KIND.name + text);
    return [knownNameIn(text.split(' '), new StoredMentions(this.#shelf, this.#terms, rows, count))];
  }
}
