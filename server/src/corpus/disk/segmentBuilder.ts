/** The segment builder: gathers what the articles of one segment are filed under, before anything is written. */

import { normsOf } from '../../text/normalise.ts';
import { spellingKey } from '../../text/spelling.ts';
import { termOf } from '../../text/terms.ts';
import type { Token } from '../../text/tokens.ts';
import { hasFigure } from '../analyse.ts';
import type { AnalysedArticle, AnalysedSentence } from '../analysed.ts';
import type { Article } from '../article.ts';
import { valueKeys } from '../index/keys.ts';
import { indexedNames } from '../index/knownNames.ts';
import { mentionOrder } from '../index/nameCorpus.ts';
import { MOST_KEYS } from '../index/ranking.ts';
import { ARTICLE_ALIGNMENT } from '../index/wordStream.ts';
import { BuiltNames } from './builtNames.ts';
import type { OutlinedSentence } from './outline.ts';

/** An article with its place in the segment. */
export interface BuiltArticle {
  readonly article: Article;
  readonly firstSentence: number;
  readonly sentences: number;
  readonly firstWord: number;
  readonly words: number;
  readonly outline: readonly OutlinedSentence[];
  /** The terms of all its sentences, each once, as places among the keys of `SegmentBuilder.sentences`. */
  readonly terms: readonly number[];
}

/** The sentences that have one key, ascending. */
interface KeyList {
  /** Its place among all keys. */
  readonly place: number;
  readonly sentences: number[];
  /** The last of them, and the first sentence of its article. */
  last: number;
  lastArticle: number;
}

/** The content of a segment while it is gathered. */
export class SegmentBuilder {
  readonly articles: BuiltArticle[] = [];
  /** How many keys each sentence has, at most `MOST_KEYS`. */
  readonly lengths: number[] = [];
  readonly names = new BuiltNames();
  /** How many sentences there are; an article without any takes a number all the same, by which it is found. */
  sentenceCount = 0;
  /** A blank place comes before each article, so that no phrase reaches over two, and each begins as in `WordStream`. */
  placeCount = ARTICLE_ALIGNMENT;
  readonly #keys = new Map<string, KeyList>();
  /** The lists of `#keys` once more, by the words that have their term, null for words without one. */
  readonly #keysByWord = new Map<string, KeyList | null>();
  readonly #words = new Map<string, number[]>();
  /** The lists of `#words` once more, by the words that have their key: a word is looked up once, not key by key. */
  readonly #wordsByNorm = new Map<string, number[]>();

  /** Sentences by key, in the order in which the keys were met. */
  get sentences(): ReadonlyMap<string, { readonly sentences: readonly number[] }> {
    return this.#keys;
  }

  /** Places by the spelling key of the word. */
  get words(): ReadonlyMap<string, readonly number[]> {
    return this.#words;
  }

  add({ article, sentences: analysed }: AnalysedArticle): void {
    const firstSentence = this.lengths.length;
    const firstWord = this.placeCount;
    const order = mentionOrder(article.id);
    const terms: number[] = [];
    for (const own of analysed) {
      for (const name of indexedNames(article.text, own.sentence))
        this.names.add(name, this.lengths.length, order);
      this.lengths.push(Math.min(this.#addKeys(own, firstSentence, terms), MOST_KEYS));
    }
    this.sentenceCount += analysed.length;
    if (analysed.length === 0) this.lengths.push(0);
    this.#addWords(article.text, analysed);
    this.articles.push({
      article,
      firstSentence,
      sentences: this.lengths.length - firstSentence,
      firstWord,
      words: this.placeCount - firstWord,
      outline: analysed.map(outlineOf),
      terms,
    });
    this.placeCount += ARTICLE_ALIGNMENT - (this.placeCount % ARTICLE_ALIGNMENT);
  }

  /** Files the next sentence under its keys and tells how many it has. What is new to its article goes into `terms`. */
  #addKeys({ sentence: { tokens }, quantities }: AnalysedSentence, article: number, terms: number[]): number {
    const sentence = this.lengths.length;
    let count = 0;
    for (const token of tokens) {
      const list = token.kind === 'word' ? this.#listOfWord(token) : null;
      if (list === null || !addTo(list, sentence)) continue;
      count += 1;
      if (list.lastArticle === article) continue;
      list.lastArticle = article;
      terms.push(list.place);
    }
    for (const quantity of quantities)
      for (const key of valueKeys(quantity)) if (addTo(this.#listOf(key), sentence)) count += 1;
    return count;
  }

  /** The list of a word's term: a word that was met before is looked up once, and not its term again. */
  #listOfWord(word: Token): KeyList | null {
    const known = this.#keysByWord.get(word.text);
    if (known !== undefined) return known;
    const term = termOf(word);
    const list = term === null ? null : this.#listOf(term);
    this.#keysByWord.set(word.text, list);
    return list;
  }

  #listOf(key: string): KeyList {
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    const list = { place: this.#keys.size, sentences: [], last: -1, lastArticle: -1 };
    this.#keys.set(key, list);
    return list;
  }

  #addWords(text: string, analysed: readonly AnalysedSentence[]): void {
    const tokens = analysed.flatMap(({ sentence }) => sentence.tokens);
    normsOf(text, tokens, (norm) => {
      const list = this.#wordsByNorm.get(norm) ?? this.#placesOf(norm);
      list.push(this.placeCount++);
    });
  }

  /** The list of a word that was not met before. */
  #placesOf(norm: string): number[] {
    const key = spellingKey(norm);
    const list = this.#words.get(key) ?? [];
    this.#words.set(key, list);
    this.#wordsByNorm.set(norm, list);
    return list;
  }
}

/** Puts the sentence at the end of the list; false when it is there already. */
function addTo(list: KeyList, sentence: number): boolean {
  if (list.last === sentence) return false;
  list.sentences.push(sentence);
  list.last = sentence;
  return true;
}

function outlineOf(own: AnalysedSentence): OutlinedSentence {
  const { start, end, paragraph } = own.sentence;
  return { start, end, paragraph, hasFigure: hasFigure(own) };
}
