/** Stored articles: analysed articles that take text, sentences and terms out of their row when these are asked for. */

import { findQuantities } from '../../quantity/findQuantities.ts';
import type { Quantity } from '../../quantity/quantity.ts';
import { type Sentence, tokensOfSentence } from '../../text/sentences.ts';
import { type Term, termsOf } from '../../text/terms.ts';
import type { Token } from '../../text/tokens.ts';
import type { AnalysedArticle, AnalysedSentence } from '../analysed.ts';
import type { Article } from '../article.ts';
import type { ArticleEntry } from '../index/corpusIndex.ts';
import { type ArticleBody, readBody } from './articleRows.ts';
import { nextAt } from './ascending.ts';
import { type Outline, type OutlinedSentence, readOutline } from './outline.ts';
import { release } from './release.ts';
import { KIND } from './schema.ts';
import type { TermDictionary } from './terms.ts';

/** What the tables have of an article. The bytes are those that were written: their check sum was compared. */
export interface StoredRow {
  readonly entry: ArticleEntry;
  readonly hash: string | null;
  readonly outline: Uint8Array;
  readonly body: Uint8Array;
}

/**
 * The article of a row. Of most articles that are retrieved a sentence or two are looked at, of many none: splitting and
 * keeping all of each would take ten times the time and the memory.
 */
export function storedArticle(row: StoredRow, terms: TermDictionary): AnalysedArticle {
  return new StoredArticle(row, terms);
}

class StoredArticle implements AnalysedArticle {
  readonly article: Article;
  readonly vocabulary: NonNullable<AnalysedArticle['vocabulary']>;
  readonly #outline: Outline;
  #sentences: readonly AnalysedSentence[] | null = null;

  constructor({ entry, hash, outline, body }: StoredRow, terms: TermDictionary) {
    this.#outline = readOutline(outline);
    this.article = articleOf(entry, hash, this.#outline.hasOrigin, body);
    const numbers = this.#outline.terms;
    this.vocabulary = { has: (term) => holds(numbers, terms.numberOf(KIND.sentence + term)) };
  }

  get sentences(): readonly AnalysedSentence[] {
    this.#sentences ??= this.#outline.sentences.map(
      (outlined, index) => new StoredSentence(outlined, index, this.article),
    );
    return this.#sentences;
  }
}

function articleOf(
  entry: ArticleEntry,
  hash: string | null,
  hasOrigin: boolean,
  packed: Uint8Array,
): Article {
  const facts = { ...entry, ...(hash !== null && { hash }) };
  if (hasOrigin) return { ...facts, ...readBody(packed) };
  let body: ArticleBody | null = null;
  const unpacked = (): ArticleBody => {
    if (body !== null) return body;
    body = readBody(packed);
    release(packed);
    return body;
  };
  return {
    ...facts,
    get text() {
      return unpacked().text;
    },
    get prose() {
      return unpacked().prose;
    },
  };
}

function holds(numbers: Uint32Array, number: number): boolean {
  return number !== 0 && numbers[nextAt(numbers, number, 0)] === number;
}

/** A sentence that is read, and analysed, when it is looked at. */
class StoredSentence implements AnalysedSentence, Sentence {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly hasFigure: boolean;
  readonly #article: Article;
  #tokens: readonly Token[] | null = null;
  #terms: readonly Term[] | null = null;
  #quantities: readonly Quantity[] | null = null;

  constructor({ start, end, paragraph, hasFigure }: OutlinedSentence, index: number, article: Article) {
    this.index = index;
    this.start = start;
    this.end = end;
    this.paragraph = paragraph;
    this.hasFigure = hasFigure;
    this.#article = article;
  }

  /** Itself: one object instead of two for each sentence of each article that is kept. */
  get sentence(): Sentence {
    return this;
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= tokensOfSentence(this.#article.text, this.#article.prose, this);
    return this.#tokens;
  }

  get terms(): readonly Term[] {
    this.#terms ??= termsOf(this);
    return this.#terms;
  }

  get quantities(): readonly Quantity[] {
    if (!this.hasFigure) return NOTHING;
    this.#quantities ??= findQuantities(this.tokens, this.#article.text, this.#article.published);
    return this.#quantities;
  }
}

const NOTHING: readonly Quantity[] = [];
