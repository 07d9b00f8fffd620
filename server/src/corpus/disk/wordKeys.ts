/** Word keys: the words of articles as the poll of a quote compares them, without anything else of their text. */

import { detached } from '../../text/detached.ts';
import { normsOf } from '../../text/normalise.ts';
import { tokensOfSentence } from '../../text/sentences.ts';
import { spellingKey } from '../../text/spelling.ts';
import type { Token } from '../../text/tokens.ts';
import type { AnalysedArticle } from '../analysed.ts';
import type { KeyedArticle } from '../index/quoteMemoryIndex.ts';
import type { ArticleLoader } from './articleLoader.ts';

/**
 * Words whose keys are kept, 8 bytes each: those of some 2,000 articles. For one quote dozens of articles are looked
 * into, which are nearly the same ones after each key that a writer presses in it; those of all quotes of a draft of
 * 5,000 words are 940 of 10,000.
 */
const WORDS_KEPT = 1_000_000;
/** Different keys that are kept once for all articles; a million words of news have some 30,000. */
const VOCABULARY_KEPT = 60_000;

/** The keys of the articles of an index, those looked into last kept. */
export class WordKeys {
  readonly #articles: ArticleLoader;
  /** By number, those used longest ago first. */
  readonly #kept = new Map<number, KeyedArticle>();
  #words = 0;
  readonly #vocabulary = new Map<string, string>();

  constructor(articles: ArticleLoader) {
    this.#articles = articles;
  }

  /** The article of that number with the spelling keys of `articleWords`, in order; undefined when there is none. */
  of(number: number): KeyedArticle | undefined {
    const kept = this.#kept.get(number);
    if (kept !== undefined) {
      this.#kept.delete(number);
      this.#kept.set(number, kept);
      return kept;
    }
    const article = this.#articles.load(number);
    if (article === undefined) return undefined;
    const keys = keysOf(article).map((key) => this.#shared(key));
    const keyed = { id: article.article.id, keys, load: () => this.#articles.load(number) };
    this.#keep(number, keyed);
    return keyed;
  }

  #keep(number: number, keyed: KeyedArticle): void {
    this.#kept.set(number, keyed);
    this.#words += keyed.keys.length;
    for (const [oldest, { keys }] of this.#kept) {
      if (this.#words <= WORDS_KEPT) break;
      this.#kept.delete(oldest);
      this.#words -= keys.length;
    }
  }

  /** The same string for the same key, which keeps no text. */
  #shared(key: string): string {
    const known = this.#vocabulary.get(key);
    if (known !== undefined) return known;
    if (this.#vocabulary.size >= VOCABULARY_KEPT) this.#vocabulary.clear();
    const own = detached(key);
    this.#vocabulary.set(own, own);
    return own;
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
