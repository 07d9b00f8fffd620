/** Escapes: how words are written in a draft's language, so that none of their characters is taken for markup. */

import type { DraftLanguage } from './draft.ts';

interface Escaping {
  readonly special: RegExp;
  readonly write: (character: string) => string;
}

const backslash = (character: string): string => `\\${character}`;

const LATEX: Escaping = {
  special: /[%$&#_{}\\~^\u00a0]/gu,
  write: (character) => LATEX_WORDS.get(character) ?? backslash(character),
};
const LATEX_WORDS: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['\u00a0', '~'],
]);
const TYPST: Escaping = { special: /[\\#$*_`@<>~]/gu, write: backslash };
const RESTRUCTURED_TEXT: Escaping = { special: /[\\*`|_]/gu, write: backslash };
const HTML: Escaping = {
  special: /[&<>]/gu,
  write: (character) => (character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;'),
};

/** `words` as they are written in a draft of `language`. Markdown and plain text are written as they read. */
export function writeProse(language: DraftLanguage, words: string): string {
  const escaping = escapingOf(language);
  return escaping === null ? words : words.replace(escaping.special, escaping.write);
}

/** Whether some words are written otherwise than they read. */
export function hasEscapes(language: DraftLanguage): boolean {
  return escapingOf(language) !== null;
}

/** AsciiDoc has no escape that holds everywhere, and Markdown's marks are rare in what a correction writes. */
function escapingOf(language: DraftLanguage): Escaping | null {
  switch (language) {
    case 'latex':
      return LATEX;
    case 'typst':
      return TYPST;
    case 'restructuredtext':
      return RESTRUCTURED_TEXT;
    case 'html':
      return HTML;
    case 'markdown':
    case 'quarto':
    case 'mdx':
    case 'plaintext':
    case 'asciidoc':
      return null;
  }
}
