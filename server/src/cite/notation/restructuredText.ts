/** reStructuredText: footnotes and citations with their list at the end, links. */

import { oneLine } from '../source.ts';
import type { DefinitionWriter, LanguageNotations, Mark } from './notation.ts';
import { authorDate, inlineLink, noteText, plainAddress, referenceText } from './parts.ts';

export const RESTRUCTUREDTEXT: LanguageNotations = {
  // A label is known only behind a blank.
  footnote: {
    place: 'behind-stop',
    mark: reference,
    naming: { kind: 'note', label: (key) => `#${key}`, definition: listed(noteText) },
  },
  citekey: {
    place: 'before-stop',
    mark: reference,
    naming: { kind: 'entry', definition: listed(referenceText) },
  },
  link: inlineLink(words, (url, label) => `\`${words(label)} <${url}>\`__`),
  authorDate: authorDate(words),
  words,
  address: plainAddress,
};

function reference(marks: readonly Mark[]): string {
  return marks.map(({ name }) => ` [${name}]_`).join('');
}

function listed(textOf: typeof noteText): DefinitionWriter {
  return {
    line: ({ name, source }) => `.. [${name}] ${textOf(source, INLINE)}`,
    heading: '',
    belongs: /^\.\. \[/u,
  };
}

const INLINE = { words, emphasis: (plain: string) => `*${words(plain)}*`, address: (url: string) => url };

/** Words in which no character of reStructuredText means anything. */
function words(plain: string): string {
  return oneLine(plain).replace(/[\\*`|<>[\]]|_(?![\p{L}\p{N}])|:(?=`|\/\/)|@/gu, '\\$&');
}
