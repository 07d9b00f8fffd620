/** The name corpus: whom and what the articles name, for looking up a name or an office of the draft. */

import type { Name } from '../../claims/name.ts';
import type { Span } from '../../text/span.ts';
import type { AnalysedArticle } from '../analysed.ts';

/** One mention of a name in an article. */
export interface NameMention extends Span {
  readonly article: AnalysedArticle;
  /** The title written before it, and the office that names, if it is one that a single person holds. */
  readonly title: string | null;
  readonly titleSpan: Span | null;
  readonly office: string | null;
}

/** One name as the articles write it. */
export interface KnownName {
  readonly text: string;
  /** Lower-case words, as `Name.words`. */
  readonly words: readonly string[];
  readonly kind: Name['kind'];
  readonly mentions: readonly NameMention[];
}

/** What the articles know of one name of the draft. */
export interface NameAnswer {
  /** Names written just so, or that hold its last word or are held by it. */
  readonly known: readonly KnownName[];
  /** Names that are written nearly so, the likest first. Empty when every word of the name is known. */
  readonly similar: readonly KnownName[];
}

export interface NameCorpus {
  /** One answer for each name, given by its lower-case words. Rejects when the backend cannot be reached. */
  names(queries: readonly (readonly string[])[]): Promise<readonly NameAnswer[]>;
  /** Who holds each office. */
  holders(offices: readonly string[]): Promise<readonly (readonly KnownName[])[]>;
}
