/** The name corpus: whom and what the articles name, for looking up a name or an office of the draft. */

import type { Name } from '../../claims/name.ts';
import type { Span } from '../../text/span.ts';
import type { AnalysedArticle } from '../analysed.ts';

/** One mention of a name in an article. Offsets are those of the article's text. */
export interface NameMention extends Span {
  /** Id of the article. */
  readonly article: string;
  /** The title written before it, and the office that names, if it is one that a single person holds. */
  readonly title: string | null;
  readonly titleSpan: Span | null;
  readonly office: string | null;
}

/** An office that the articles give to a name. */
export interface HeldOffice {
  readonly office: string;
  /** How often they do. */
  readonly count: number;
  /** The first mention that does. */
  readonly mention: NameMention;
}

/** One name as the articles write it. */
export interface KnownName {
  /** As it is written most often. */
  readonly text: string;
  /** Lower-case words, as `Name.words`. */
  readonly words: readonly string[];
  readonly kind: Name['kind'];
  /** How often the articles have it. */
  readonly count: number;
  /** The first mention by `mentionOrder` of its article. */
  readonly first: NameMention;
  /** `mentionOrder` of the articles of the first `MOST_MENTIONS` mentions, ascending: enough to tell which names share one. */
  readonly articles: readonly number[];
  /** All offices that it is given, the most frequent first, then by name. */
  readonly offices: readonly HeldOffice[];
}

/** Mentions whose articles are told of one name. A name that is written more often is known well enough by these. */
export const MOST_MENTIONS = 64;

/** Holders that are told of one office: `mayor` is the office of thousands, of whom one is told to the writer. */
export const MOST_HOLDERS = 32;

/**
 * A number from 0 to 2³² − 1 that orders the articles of mentions (FNV-1a over the id, 32 bits): known without a look at
 * the other articles, so that every backend tells the same mentions, however and whenever it took the articles in.
 */
export function mentionOrder(article: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < article.length; at += 1) {
    hash = Math.imul(hash ^ article.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** What the articles know of one name of the draft. */
export interface NameAnswer {
  /** Names that hold its last word, in any spelling of it, and can mean the same (`compareNames`); by their words. */
  readonly known: readonly KnownName[];
  /** Names that are written nearly so, the likest first. Empty when every word of the name is known. */
  readonly similar: readonly KnownName[];
}

export interface NameCorpus {
  /** One answer for each name, given by its lower-case words. Rejects when the backend cannot be reached. */
  names(queries: readonly (readonly string[])[]): Promise<readonly NameAnswer[]>;
  /** Who holds each office, of very many the `MOST_HOLDERS` with most mentions; by their words. */
  holders(offices: readonly string[]): Promise<readonly (readonly KnownName[])[]>;
  /** The article of a mention, or undefined when it is gone. */
  article(id: string): Promise<AnalysedArticle | undefined>;
}
