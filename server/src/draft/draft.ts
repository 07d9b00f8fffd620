/** Drafts: the text being checked and which parts of it are prose. */

import type { IsoDate } from '../corpus/article.ts';
import type { Span } from '../text/span.ts';

/** `quarto` is R Markdown too; `mdx` is Markdown with components. Both have Markdown's blocks and marks. */
export type DraftLanguage =
  | 'markdown'
  | 'quarto'
  | 'mdx'
  | 'plaintext'
  | 'latex'
  | 'typst'
  | 'asciidoc'
  | 'restructuredtext'
  | 'html';

/** A draft as the checks see it: no code, front matter, link targets, comments, list numbers or citation keys in `prose`. */
export interface Draft extends Prose {
  /** Absolute path or URI; used for messages only. */
  readonly path: string;
  readonly language: DraftLanguage;
  /** The whole file. All offsets are into this text. */
  readonly text: string;
  /** The date the draft is written for, from its front matter; null leaves relative dates to the articles. */
  readonly published: IsoDate | null;
}

/** What is prose in a text, as the reader of its language finds it. Each list is in order and without overlaps. */
export interface Prose {
  /**
   * Blocks of prose: one per paragraph, heading, list item or table row. Each has holes, since markup inside a paragraph
   * (a link target, inline code, a footnote reference, a citation) parts it.
   */
  readonly blocks: readonly ProseBlock[];
  /** The headings, which part the draft into sections; also those without a word of prose. None within quotations. */
  readonly headings: readonly Heading[];
  /** The comments of the language, marks included; our own comments in plain text, which has none. */
  readonly comments: readonly Span[];
  /**
   * What reads otherwise than it is written. Each lies in a hole of its block, so that a reader who does not look at
   * replacements takes it for markup.
   */
  readonly replacements: readonly Replacement[];
}

export interface ProseBlock extends Span {
  /** A `tableRow` keeps the pipes between its cells, so that no figure is read from one cell into the next. */
  readonly kind: 'paragraph' | 'heading' | 'listItem' | 'tableRow' | 'blockQuote' | 'caption';
  /** Parts of `start..end` that are no prose: markup, link targets, inline code, footnote references. Sorted. */
  readonly holes: readonly Span[];
}

/** A heading. The span is that of its block of prose, or of what is written in its place where it has none. */
export interface Heading extends Span {
  /** 1 for the outermost level that the language has. A level may be passed over. */
  readonly level: number;
}

/** An escape, accent, entity or ligature: characters that stand for other ones, such as `\'e` for `é` in LaTeX. */
export interface Replacement extends Span {
  /** The characters it stands for; empty for what vanishes, such as a hyphenation mark within a word. */
  readonly text: string;
}
