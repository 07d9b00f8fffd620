/** LaTeX drafts: the prose between commands, environments, mathematics and comments, found in one pass. */

import type { IsoDate } from '../../corpus/article.ts';
import { toIsoDate } from '../../text/isoDate.ts';
import type { Span } from '../../text/span.ts';
import type { Prose } from '../draft.ts';
import { createProseWriter } from '../proseWriter.ts';
import { createScanner } from './scanner.ts';

/** The prose of a LaTeX text, whole or half-typed. Any string is accepted; takes time in proportion to its length. */
export function readLatex(text: string): Prose {
  const out = createProseWriter(text);
  const scanner = createScanner(text, out);
  const body = bodyOf(text);
  for (const { start, end } of titlesIn(text.slice(0, body.start))) {
    out.begin('caption', start);
    scanner.read(start, end);
    out.end(end);
  }
  out.begin('paragraph', body.start);
  scanner.read(body.start, body.end);
  out.end(body.end);
  return withComments(out.finish(), text, body.start);
}

/** The date that `\date{…}` in the preamble gives; null where it is missing or a command. */
export function dateOfLatex(text: string): IsoDate | null {
  const date = /\\date\{([^{}\\\n]{1,60})\}/.exec(text.slice(0, PREAMBLE_READ))?.[1];
  return date === undefined ? null : toIsoDate(date);
}

/** UTF-16 units at the start of a text among which its date is looked for. */
const PREAMBLE_READ = 20_000;

/** The stretch between `\begin{document}` and `\end{document}`; the whole of a text that is a part of a document. */
function bodyOf(text: string): Span {
  const opening = text.search(BEGIN_DOCUMENT);
  if (opening < 0) return { start: 0, end: text.length };
  const start = text.indexOf('{document}', opening) + '{document}'.length;
  const end = text.indexOf('\\end{document}', start);
  return { start, end: end < 0 ? text.length : end };
}

const BEGIN_DOCUMENT = /^[ \t]*\\begin\{document\}/m;

/** The words of titles in a preamble. */
function titlesIn(preamble: string): readonly Span[] {
  return [...preamble.matchAll(TITLE)].map(({ index, 0: whole, 1: words = '' }) => {
    const end = index + whole.length;
    return { start: end - words.length, end };
  });
}

/** Bounded, and without what has more than one pair of braces in it: a title is words. */
const TITLE =
  /^[ \t]*\\(?:sub)?title(?:\[[^\]\n]{0,200}\])?\{((?:[^{}%\\]|\\.|\{[^{}]{0,100}\}){0,400})(?=\})/gm;

/** Comments of the preamble, which the scanner does not see, before those of the body. */
function withComments(prose: Prose, text: string, until: number): Prose {
  const found = [...text.slice(0, until).matchAll(COMMENT)].map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
  }));
  return { ...prose, comments: [...found, ...prose.comments] };
}

/** A per cent sign behind a backslash is a character; one behind a line break opens no line of words here. */
const COMMENT = /(?<!\\)%[^\r\n]*/g;
