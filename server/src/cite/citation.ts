/** Citations: where a draft refers to a source, in whatever notation its language has. */

import type { Span } from '../text/span.ts';

/** How a citation names its source. */
export type CitationKind =
  /** The label of a note that stands elsewhere in the draft: `[^1]`. */
  | 'note'
  /** The key of an entry of a bibliography: `[@key]`. */
  | 'key'
  /** The words of the note itself: `footnote:[Gulf Wire, 2020]`, `(Gulf Wire, 1 January 2020)`. */
  | 'text'
  /** The address of the source: `[Gulf Wire](https://…)`. */
  | 'link';

/** One source referred to at one place. The span is that of the label, key, words or address. */
export interface Citation extends Span {
  readonly kind: CitationKind;
  /** The label, key, words or address. */
  readonly value: string;
  /** All that is written: `[@post2021, p. 4; @wire2020]`. Citations that are written together share it. */
  readonly whole: Span;
  /** Whether it stands apart from the words, as notes and brackets do; a link’s text is part of its sentence. */
  readonly isApart: boolean;
}

/** What a label or a key of the draft stands for, written in the draft itself. The span is all that is written. */
export interface Definition extends Span {
  readonly kind: 'note' | 'key';
  readonly label: string;
  /** Where the label stands. */
  readonly labelSpan: Span;
  /** Its words, markup included, on one line. */
  readonly body: string;
  /** Whether it is written where it is first cited, as in LaTeX, rather than apart from the text. */
  readonly isCited: boolean;
}

/** The citations and definitions of a draft, each in order. */
export interface DraftCitations {
  readonly citations: readonly Citation[];
  readonly definitions: readonly Definition[];
}
