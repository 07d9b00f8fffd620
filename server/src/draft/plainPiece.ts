/** Plain pieces of Markdown: paragraphs in which nothing means anything to Markdown, as most of a report are. */

import type { Span } from '../text/span.ts';

/**
 * The paragraph that `source` is, without the line ends behind it; null where the parser has to say what it is. Stricter
 * than Markdown: any mark that could be markup somewhere counts as markup. A tenth of the parser’s time.
 */
export function plainParagraph(source: string): Span | null {
  if (!OPENS_WITH_WORDS.test(source) || MARKUP.test(source)) return null;
  let end = source.length;
  while (source.charAt(end - 1) === '\n') end -= 1;
  const blank = source.indexOf('\n\n');
  return blank === -1 || blank >= end ? { start: 0, end } : null;
}

const OPENS_WITH_WORDS = /^["'“‘\p{L}]/u;

/**
 * Marks, doubled dollars and what may begin an address; white space other than single blanks and line feeds, which the
 * parser reads in its own way; and lines that do not open with words, as those of lists, tables, code and rules.
 */
const MARKUP = /[*_`~[\]<>&\\|@#\t\r\0\uFEFF]|\$\$|\/\/|www| (?:\n|$)|\n(?!["'“‘\p{L}\n]|$)/iu;
