/** Citation prefixes: what a writer has begun to type of a citation, by the notations of the draft's language. */

import type { DraftLanguage } from '../draft/draft.ts';
import type { Span } from '../text/span.ts';

/** A citation that is being typed. The span is that of the label or key as far as it is typed. */
export interface CitationPrefix extends Span {
  /** What it names: a footnote of the draft or an entry of a bibliography. */
  readonly kind: 'note' | 'key';
  readonly typed: string;
  /** What closes the citation and does not follow yet. */
  readonly closing: string;
}

/** UTF-16 units before the cursor that are looked at: keys are shorter, and so is a list of several. */
const REACH = 300;

/** The citation that is typed at `offset`, or null when none is. */
export function citationPrefix(language: DraftLanguage, text: string, offset: number): CitationPrefix | null {
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - REACH), offset);
  for (const { kind, pattern, closing } of PREFIXES[language]) {
    const typed = pattern.exec(line)?.[1];
    if (typed === undefined) continue;
    const follows = text.startsWith(closing, offset);
    return { kind, typed, start: offset - typed.length, end: offset, closing: follows ? '' : closing };
  }
  return null;
}

interface Prefix {
  readonly kind: CitationPrefix['kind'];
  readonly pattern: RegExp;
  readonly closing: string;
}

const MARKDOWN: readonly Prefix[] = [
  { kind: 'note', pattern: /\[\^([^\s[\]]{0,100})$/u, closing: ']' },
  { kind: 'key', pattern: /\[[^[\]]{0,200}?-?@([\p{L}\p{N}_:.-]{0,100})$/u, closing: ']' },
];

const PREFIXES: Readonly<Record<DraftLanguage, readonly Prefix[]>> = {
  markdown: MARKDOWN,
  quarto: MARKDOWN,
  mdx: MARKDOWN,
  latex: [
    {
      kind: 'key',
      pattern:
        /\\[a-zA-Z]{0,12}cite[a-z]{0,12}\*?(?:\[[^\]]{0,100}\]){0,2}\{(?:[^{},]{0,100},){0,20}[ \t]{0,4}([^{},\s]{0,100})$/iu,
      closing: '}',
    },
  ],
  typst: [
    { kind: 'key', pattern: /#cite\(<([\p{L}\p{N}_:.-]{0,100})$/u, closing: '>)' },
    { kind: 'key', pattern: /(?<![\p{L}\p{N}_\\])@([\p{L}\p{N}_:.-]{0,100})$/u, closing: '' },
  ],
  asciidoc: [{ kind: 'key', pattern: /<<([\p{L}\p{N}_:.-]{0,100})$/u, closing: '>>' }],
  restructuredtext: [
    { kind: 'note', pattern: /\[(#[\p{L}\p{N}_.-]{0,100})$/u, closing: ']_' },
    { kind: 'key', pattern: /:cite:`([\p{L}\p{N}_:.-]{0,100})$/u, closing: '`' },
  ],
  html: [],
  plaintext: [],
};
