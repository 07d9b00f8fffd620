/** The segment builder: gathers what the articles of one segment are filed under, before anything is written. */

import { eachNorm, normOfWord } from '../../text/normalise.ts';
import { spellingKey } from '../../text/spelling.ts';
import { termOf } from '../../text/terms.ts';
import type { Token } from '../../text/tokens.ts';
import type { AnalysedArticle, AnalysedSentence } from '../analysed.ts';
import type { Article } from '../article.ts';
import { valueKeys } from '../index/keys.ts';
import { indexedNames } from '../index/knownNames.ts';
import { mentionOrder } from '../index/nameCorpus.ts';
import { MOST_KEYS } from '../index/ranking.ts';
import { ARTICLE_ALIGNMENT } from '../index/wordStream.ts';
import { BuiltNames } from './builtNames.ts';
import { byKey, NumberLists, Numbers } from './numberLists.ts';
import type { OutlinedSentence } from './outline.ts';

/** An article with its place in the segment. */
export interface BuiltArticle {
  readonly article: Article;
  readonly firstSentence: number;
  readonly sentences: number;
  readonly firstWord: number;
  readonly words: number;
  readonly outline: readonly OutlinedSentence[];
  /** Where its terms stand among `SegmentBuilder.terms`: from the first index to before the last. */
  readonly terms: readonly [from: number, to: number];
}

/** The list of the sentences that have one key. */
interface KeyList {
  /** Its place among all keys. */
  readonly place: number;
  /** The last of the sentences, and the first sentence of its article. */
  last: number;
  lastArticle: number;
}

/** What a word is filed under, as it is written; looked up once wherever it stands. */
interface FiledWord {
  /** The list of its term, null where it has none. */
  readonly term: KeyList | null;
  /** The list of its places; null until it first stands by itself, from where its norm is that of the word alone. */
  places: number | null;
}

/** The content of a segment while it is gathered. */
export class SegmentBuilder {
  readonly articles: BuiltArticle[] = [];
  /** How many keys each sentence has, at most `MOST_KEYS`. */
  readonly lengths: number[] = [];
  readonly names = new BuiltNames();
  /** The terms of one article after the other, each once in an article, as places among `keys`. */
  readonly terms = new Numbers();
  /** How many sentences there are; an article without any takes a number all the same, by which it is found. */
  sentenceCount = 0;
  /** A blank place comes before each article, so that no phrase reaches over two, and each begins as in `WordStream`. */
  placeCount = ARTICLE_ALIGNMENT;
  readonly #keys = new Map<string, KeyList>();
  readonly #sentences = new NumberLists();
  /** Lists of places by the spelling key of the word. */
  readonly #words = new Map<string, number>();
  readonly #places = new NumberLists();
  readonly #filed = new Map<string, FiledWord>();

  /** The keys of all sentences, in the order in which they were met. */
  keys(): Iterable<string> {
    return this.#keys.keys();
  }

  /** The sentences that have each key, ascending, as they are so far; in the order of `keys`. */
  sentencesByKey(): ReadonlyMap<string, Uint32Array> {
    return byKey(this.#keys.keys(), this.#sentences.read(this.#keys.size));
  }

  /** The places of each word by its spelling key, ascending, as they are so far. */
  placesByWord(): ReadonlyMap<string, Uint32Array> {
    return byKey(this.#words.keys(), this.#places.read(this.#words.size));
  }

  add({ article, sentences: analysed }: AnalysedArticle): void {
    const firstSentence = this.lengths.length;
    const firstWord = this.placeCount;
    const firstTerm = this.terms.length;
    const order = mentionOrder(article.id);
    const tokens: Token[] = [];
    const filed: (FiledWord | null)[] = [];
    const outline: OutlinedSentence[] = [];
    for (const own of analysed) {
      const sentence = this.lengths.length;
      for (const name of indexedNames(article.text, own.sentence)) this.names.add(name, sentence, order);
      const terms = this.#addTerms(own.sentence.tokens, firstSentence, tokens, filed);
      this.lengths.push(Math.min(terms + this.#addValues(own), MOST_KEYS));
      outline.push(outlineOf(own));
    }
    this.sentenceCount += analysed.length;
    if (analysed.length === 0) this.lengths.push(0);
    this.#addWords(article.text, tokens, filed);
    this.articles.push({
      article,
      firstSentence,
      sentences: this.lengths.length - firstSentence,
      firstWord,
      words: this.placeCount - firstWord,
      outline,
      terms: [firstTerm, this.terms.length],
    });
    this.placeCount += ARTICLE_ALIGNMENT - (this.placeCount % ARTICLE_ALIGNMENT);
  }

  /**
   * Files the next sentence, of the article that begins with sentence `article`, under the terms of its tokens and tells how
   * many it has. The tokens go behind those of the sentences before, and with each what it is filed under.
   */
  #addTerms(own: readonly Token[], article: number, tokens: Token[], filed: (FiledWord | null)[]): number {
    let count = 0;
    for (const token of own) {
      const word = token.kind === 'word' ? this.#filedWord(token) : null;
      tokens.push(token);
      filed.push(word);
      const list = word === null ? null : word.term;
      if (list === null || !this.#addTo(list)) continue;
      count += 1;
      if (list.lastArticle === article) continue;
      list.lastArticle = article;
      this.terms.push(list.place);
    }
    return count;
  }

  /** Files the next sentence under its values and tells how many keys it has of them. */
  #addValues({ quantities }: AnalysedSentence): number {
    let count = 0;
    for (const quantity of quantities)
      for (const key of valueKeys(quantity)) if (this.#addTo(this.#listOf(key))) count += 1;
    return count;
  }

  /** Puts the next sentence at the end of the list; false when it is there already. */
  #addTo(list: KeyList): boolean {
    const sentence = this.lengths.length;
    if (list.last === sentence) return false;
    this.#sentences.push(list.place, sentence);
    list.last = sentence;
    return true;
  }

  #filedWord(word: Token): FiledWord {
    const known = this.#filed.get(word.text);
    if (known !== undefined) return known;
    const term = termOf(word);
    const filed: FiledWord = { term: term === null ? null : this.#listOf(term), places: null };
    this.#filed.set(word.text, filed);
    return filed;
  }

  #listOf(key: string): KeyList {
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    const list = { place: this.#keys.size, last: -1, lastArticle: -1 };
    this.#keys.set(key, list);
    return list;
  }

  #addWords(text: string, tokens: readonly Token[], filed: readonly (FiledWord | null)[]): void {
    eachNorm(
      text,
      tokens,
      (word, at) => {
        const own = filed[at];
        const places = own?.places ?? this.#placesOf(normOfWord(word));
        if (own) own.places = places;
        this.#places.push(places, this.placeCount++);
      },
      (norm) => this.#places.push(this.#placesOf(norm), this.placeCount++),
    );
  }

  /** The list of the places of a word. */
  #placesOf(norm: string): number {
    const key = spellingKey(norm);
    const known = this.#words.get(key);
    if (known !== undefined) return known;
    const list = this.#words.size;
    this.#words.set(key, list);
    return list;
  }
}

function outlineOf({ sentence, quantities }: AnalysedSentence): OutlinedSentence {
  const { start, end, paragraph, tokens } = sentence;
  const hasFigure = quantities.length > 0 || tokens.some(({ kind }) => kind === 'number');
  return { start, end, paragraph, hasFigure };
}
