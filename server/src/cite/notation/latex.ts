/** LaTeX: `\cite` and its kin, footnotes, links. */

import { oneLine } from '../source.ts';
import type { LanguageNotations, Mark, Notation } from './notation.ts';
import { authorDate, inlineLink, locatorText, noteText } from './parts.ts';

/** The notations of a LaTeX draft, which cites by `command`, such as `cite` or `autocite`. */
export function latexNotations(command: string): LanguageNotations {
  return {
    footnote: FOOTNOTE,
    citekey: {
      place: 'before-stop',
      mark: (marks) => `~${cite(command, marks)}`,
      naming: { kind: 'entry', definition: null },
    },
    link: inlineLink(latexWords, (url, label) => `\\href{${latexAddress(url)}}{${latexWords(label)}}`),
    authorDate: authorDate(latexWords),
    words: latexWords,
    address: latexAddress,
  };
}

const FOOTNOTE: Notation = {
  place: 'behind-stop',
  mark: (marks) => marks.map(footnote).join(''),
  naming: { kind: 'note', label: (key) => `fn:${key}`, definition: null },
};

/** A page belongs to one key, so keys with pages stand in commands of their own. */
function cite(command: string, marks: readonly Mark[]): string {
  if (marks.every(({ source }) => source.locator === null)) {
    return `\\${command}{${marks.map(({ name }) => name).join(',')}}`;
  }
  return marks
    .map(({ name, source: { locator } }) => {
      const place = locator === null ? '' : `[${locatorText(locator).replace(' ', '~')}]`;
      return `\\${command}${place}{${name}}`;
    })
    .join('');
}

function footnote({ name, source, isFirst }: Mark): string {
  return isFirst ? `\\footnote{\\label{${name}}${note(source)}}` : `\\footref{${name}}`;
}

function note(source: Mark['source']): string {
  return noteText(source, {
    words: latexWords,
    emphasis: (plain) => `\\emph{${latexWords(plain)}}`,
    address: (url) => `\\url{${latexAddress(url)}}`,
  });
}

/** Words in which no character of TeX means anything. */
export function latexWords(plain: string): string {
  return oneLine(plain).replace(/[\\{}$&#%_~^<>|"]/gu, (mark) => MEANING.get(mark) ?? mark);
}

const MEANING: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['<', '\\textless{}'],
  ['>', '\\textgreater{}'],
  ['|', '\\textbar{}'],
  ['"', '\\textquotedbl{}'],
  ...['{', '}', '$', '&', '#', '%', '_'].map((mark) => [mark, `\\${mark}`] as const),
]);

/** Within the argument of another command `%` and `#` must be escaped; braces and backslashes no address of ours has. */
function latexAddress(url: string): string {
  return url.replace(/[%#]/gu, '\\$&');
}
