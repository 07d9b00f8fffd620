/** AsciiDoc: footnotes, references into a bibliography section, links. */

import { oneLine } from '../source.ts';
import type { LanguageNotations, Mark } from './notation.ts';
import { authorDate, inlineLink, noteText, plainAddress, referenceText } from './parts.ts';

export const ASCIIDOC: LanguageNotations = {
  footnote: {
    place: 'behind-stop',
    mark: (marks) => marks.map(footnote).join(''),
    naming: { kind: 'note', label: (key) => key, definition: null },
    repeat: (name) => `footnote:${name}[]`,
  },
  citekey: {
    place: 'before-stop',
    mark: (marks) => ` ${marks.map(({ name }) => `<<${name}>>`).join(' ')}`,
    naming: {
      kind: 'entry',
      definition: {
        line: ({ name, source }) => `* [[[${name}]]] ${referenceText(source, INLINE)}`,
        heading: '[bibliography]\n== References\n\n',
        belongs: /^\* \[\[\[/u,
      },
    },
  },
  link: inlineLink(words, (url, label) => `${url}[${words(label)}]`),
  authorDate: authorDate(words),
  words,
  address: plainAddress,
};

function footnote({ name, source, isFirst }: Mark): string {
  return `footnote:${name}[${isFirst ? noteText(source, INLINE) : ''}]`;
}

const INLINE = { words, emphasis: (plain: string) => `__${words(plain)}__`, address: (url: string) => url };

/**
 * Words in which no mark of AsciiDoc means anything. A backslash helps only where a mark would have meant something, so
 * each mark is written as a character reference, which it passes on as it is.
 */
function words(plain: string): string {
  return oneLine(plain)
    .replace(/[\\*_`#^~+[\]<>{}&|:/]/gu, (mark) =>
      mark === ':' || mark === '/' ? mark : `&#${mark.codePointAt(0)};`,
    )
    .replace(/:(?=\/\/|[\w[:])/gu, '&#58;');
}
