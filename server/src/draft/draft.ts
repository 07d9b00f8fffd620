/** Drafts: the text being checked and which parts of it are prose. */

import type { IsoDate } from '../corpus/article.ts';
import type { Span } from '../text/span.ts';

export type DraftLanguage = 'markdown' | 'plaintext';

/** A draft as the checks see it: no code, front matter, link targets, comments, list numbers or citation keys in `prose`. */
export interface Draft {
  /** Absolute path or URI; used for messages only. */
  readonly path: string;
  readonly language: DraftLanguage;
  /** The whole file. All offsets are into this text. */
  readonly text: string;
  /**
   * Blocks of prose in order: one per paragraph, heading, list item or table row. Each has holes, since markup inside
   * a paragraph (a link target, inline code, a footnote reference) parts it.
   */
  readonly blocks: readonly ProseBlock[];
  /** The date the draft is written for, from its front matter; null leaves relative dates to the articles. */
  readonly published: IsoDate | null;
}

export interface ProseBlock extends Span {
  /** A `tableRow` keeps the pipes between its cells, so that no figure is read from one cell into the next. */
  readonly kind: 'paragraph' | 'heading' | 'listItem' | 'tableRow' | 'blockQuote' | 'caption';
  /** Parts of `start..end` that are no prose: markup, link targets, inline code, footnote references. Sorted. */
  readonly holes: readonly Span[];
}
