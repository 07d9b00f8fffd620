/** AsciiDoc: footnotes, references into a bibliography section, links. */

import { oneLine } from '../source.ts';
import type { LanguageNotations, Mark } from './notation.ts';
import { authorDate, inlineLink, noteText, plainAddress } from './parts.ts';

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
        line: (mark) => `* [[[${mark.name}]]] ${note(mark)}`,
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

function footnote(mark: Mark): string {
  return mark.isFirst ? `footnote:${mark.name}[${note(mark)}]` : `footnote:${mark.name}[]`;
}

function note({ source }: Mark): string {
  return noteText(source, { words, emphasis: (plain) => `__${words(plain)}__`, address: (url) => url });
}

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
