/** The segment builder: gathers what the articles of one segment are filed under, before anything is written. */

import { officeOf } from '../../claims/title.ts';
import { normsOf } from '../../text/normalise.ts';
import { spellingKey } from '../../text/spelling.ts';
import { hasFigure } from '../analyse.ts';
import type { AnalysedArticle, AnalysedSentence } from '../analysed.ts';
import type { Article } from '../article.ts';
import { isValueKey, keysOf } from '../index/keys.ts';
import { indexedNames } from '../index/knownNames.ts';
import { mentionOrder } from '../index/nameCorpus.ts';
import { MOST_KEYS } from '../index/ranking.ts';
import { ARTICLE_ALIGNMENT } from '../index/wordStream.ts';
import type { OutlinedSentence } from './outline.ts';

/** A mention whose name and title are still words. */
export interface BuiltMention {
  readonly sentence: number;
  readonly order: number;
  readonly start: number;
  readonly length: number;
  readonly written: string;
  readonly kind: 'person' | 'body';
  readonly title: { readonly text: string; readonly start: number; readonly length: number } | null;
}

/** An article with its place in the segment. */
export interface BuiltArticle {
  readonly article: Article;
  readonly firstSentence: number;
  readonly sentences: number;
  readonly firstWord: number;
  readonly words: number;
  readonly outline: readonly OutlinedSentence[];
  /** The terms of all its sentences. */
  readonly terms: ReadonlySet<string>;
}

/** The content of a segment while it is gathered. */
export class SegmentBuilder {
  readonly articles: BuiltArticle[] = [];
  /** How many keys each sentence has, at most `MOST_KEYS`. */
  readonly lengths: number[] = [];
  /** Sentences by key, places by word. */
  readonly sentences = new Map<string, number[]>();
  readonly words = new Map<string, number[]>();
  /** Mentions by the words of the name. */
  readonly names = new Map<string, BuiltMention[]>();
  /** Names by the spelling key of each of their words, with how many mentions have it; and by office. */
  readonly nameWords = new Map<string, Map<string, number>>();
  readonly offices = new Map<string, Map<string, number>>();
  /** The words of names as they stand. */
  readonly rawWords = new Set<string>();
  /** How many sentences there are; an article without any takes a number all the same, by which it is found. */
  sentenceCount = 0;
  /** A blank place comes before each article, so that no phrase reaches over two, and each begins as in `WordStream`. */
  placeCount = ARTICLE_ALIGNMENT;

  add(analysed: AnalysedArticle): void {
    const firstSentence = this.lengths.length;
    const firstWord = this.placeCount;
    const terms = new Set<string>();
    const order = mentionOrder(analysed.article.id);
    for (const own of analysed.sentences) {
      const at = this.lengths.length;
      for (const name of indexedNames(analysed.article.text, own.sentence)) this.#addName(name, at, order);
      const keys = keysOf(own);
      for (const key of keys) {
        push(this.sentences, key, at);
        if (!isValueKey(key)) terms.add(key);
      }
      this.lengths.push(Math.min(keys.size, MOST_KEYS));
    }
    this.sentenceCount += analysed.sentences.length;
    if (analysed.sentences.length === 0) this.lengths.push(0);
    const tokens = analysed.sentences.flatMap(({ sentence }) => sentence.tokens);
    normsOf(analysed.article.text, tokens, (norm) => push(this.words, spellingKey(norm), this.placeCount++));
    const words = this.placeCount - firstWord;
    this.placeCount += ARTICLE_ALIGNMENT - (this.placeCount % ARTICLE_ALIGNMENT);
    const sentences = this.lengths.length - firstSentence;
    const outline = analysed.sentences.map((own) => ({ ...spanOf(own), hasFigure: hasFigure(own) }));
    this.articles.push({
      article: analysed.article,
      firstSentence,
      sentences,
      firstWord,
      words,
      outline,
      terms,
    });
  }

  #addName(name: ReturnType<typeof indexedNames>[number], sentence: number, order: number): void {
    const { start, end, text: written, kind, title, titleSpan } = name;
    const key = name.words.join(' ');
    const span =
      title === null || titleSpan === null
        ? null
        : { text: title, start: titleSpan.start, length: titleSpan.end - titleSpan.start };
    push(this.names, key, { sentence, order, start, length: end - start, written, kind, title: span });
    for (const word of new Set(name.words)) {
      count(this.nameWords, spellingKey(word), key);
      this.rawWords.add(word);
    }
    const office = title === null ? null : officeOf(title);
    if (office !== null) count(this.offices, office, key);
  }
}

function spanOf({ sentence: { start, end, paragraph } }: AnalysedSentence) {
  return { start, end, paragraph };
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function count(counts: Map<string, Map<string, number>>, key: string, name: string): void {
  const known = counts.get(key);
  if (known === undefined) counts.set(key, new Map([[name, 1]]));
  else known.set(name, (known.get(name) ?? 0) + 1);
}
