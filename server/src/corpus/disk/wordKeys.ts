/** Word keys: the words of articles as the poll of a quote compares them, without anything else of their text. */

import { LRUCache } from 'lru-cache';
import { normsOf } from '../../text/normalise.ts';
import { tokensOfSentence } from '../../text/sentences.ts';
import { spellingKey } from '../../text/spelling.ts';
import type { Token } from '../../text/tokens.ts';
import type { AnalysedArticle } from '../analysed.ts';
import { sizeOf } from '../cacheSize.ts';
import type { KeyedArticle } from '../index/quoteMemoryIndex.ts';
import type { KeyList } from '../index/wordStream.ts';
import type { ArticleLoader } from './articleLoader.ts';
import { KeyVocabulary } from './keyVocabulary.ts';

/**
 * Words whose keys are kept, two bytes each: those of some 2,000 articles. For one quote dozens of articles are looked
 * into, which are nearly the same ones after each key that a writer presses in it; those of all quotes of a draft of
 * 5,000 words are 940 of 10,000.
 */
const WORDS_KEPT = 1_000_000;

/** The keys of the articles of an index, those looked into last kept. */
export class WordKeys {
  readonly #articles: ArticleLoader;
  /** By number. */
  readonly #kept = new LRUCache<number, KeyedArticle>({
    maxSize: WORDS_KEPT,
    sizeCalculation: ({ keys }) => sizeOf(keys),
  });
  #vocabulary = new KeyVocabulary();

  constructor(articles: ArticleLoader) {
    this.#articles = articles;
  }

  /** The article of that number with the spelling keys of `articleWords`, in order; undefined when there is none. */
  of(number: number): KeyedArticle | undefined {
    const kept = this.#kept.get(number);
    if (kept !== undefined) return kept;
    const article = this.#articles.load(number);
    if (article === undefined) return undefined;
    const [keys, { id }] = [keysOf(article), article.article];
    const load = (): AnalysedArticle | undefined => this.#articles.load(number);
    const list = this.#listOf(keys);
    if (list === null) return { id, keys, load };
    const keyed = { id, keys: list, load };
    this.#kept.set(number, keyed);
    return keyed;
  }

  /** The keys in little room; null for an article of more different words than there are numbers for. */
  #listOf(keys: readonly string[]): KeyList | null {
    const list = this.#vocabulary.listOf(keys);
    if (list !== null) return list;
    this.#vocabulary = new KeyVocabulary();
    this.#kept.clear();
    return this.#vocabulary.listOf(keys);
  }
}

/** Without the tokens and words of the article, which would take ten times the memory and outlive the question. */
function keysOf({ article: { text, prose }, sentences }: AnalysedArticle): readonly string[] {
  const tokens: Token[] = [];
  for (const { sentence } of sentences) {
    for (const token of tokensOfSentence(text, prose, sentence)) tokens.push(token);
  }
  const keys: string[] = [];
  normsOf(text, tokens, (norm) => keys.push(spellingKey(norm)));
  return keys;
}
