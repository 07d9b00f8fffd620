/** Notations: how a style of citation is written in a language. */

import type { CitedSource } from '../source.ts';

export const CITATION_STYLES = ['footnote', 'citekey', 'link', 'author-date', 'template'] as const;

export type CitationStyle = (typeof CITATION_STYLES)[number];

/** A source as it is cited at one place. */
export interface Mark {
  readonly source: CitedSource;
  /** The label of its note or the key of its entry; empty in styles that need neither. */
  readonly name: string;
  /** Whether the draft has no note of it yet, so that one is written here where notes stand in the text. */
  readonly isFirst: boolean;
}

/** A style in a language. */
export interface Notation {
  /** Footnotes stand behind the full stop, everything else before it. */
  readonly place: 'behind-stop' | 'before-stop';
  /** What is written for sources cited together, with the blank before it where there is one. */
  mark(marks: readonly Mark[]): string;
  /** What names a source. `definition` is what the draft has to define it by, apart from the text. */
  readonly naming:
    | { readonly kind: 'none' }
    | {
        readonly kind: 'note';
        readonly label: (key: string) => string;
        readonly definition: DefinitionWriter | null;
      }
    | { readonly kind: 'entry'; readonly definition: DefinitionWriter | null };
  /** Where the words of a note must stand before every reference to it, the references it turns into when passed. */
  readonly repeat?: (name: string) => string;
}

/** Writes what a label or key stands for, at the end of the draft. */
export interface DefinitionWriter {
  /** One definition, without a line break behind it. */
  line(mark: Mark): string;
  /** What opens the list of definitions where there is none yet. */
  readonly heading: string;
  /** Whether a line that ends the draft belongs to such a list, which new ones join without a blank line. */
  readonly belongs: RegExp;
}

/** The notations of a language. Null where it has none of that style. */
export interface LanguageNotations {
  readonly footnote: Notation | null;
  readonly citekey: Notation | null;
  readonly link: Notation | null;
  readonly authorDate: Notation;
  /** Words as text of the language in which they are nothing but words. */
  readonly words: (plain: string) => string;
  /** An address of the web in which no mark of the language means anything, where words stand and where links do. */
  readonly address: (url: string) => string;
}
