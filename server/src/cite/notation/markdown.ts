/** Markdown, Pandoc’s and Quarto’s: footnotes, keys, links. */

import { markdownLine, markdownWords } from './markdownText.ts';
import type { LanguageNotations, Mark } from './notation.ts';
import { authorDate, inlineLink, locatorText, noteText, plainAddress } from './parts.ts';

export const MARKDOWN: LanguageNotations = {
  footnote: {
    place: 'behind-stop',
    mark: (marks) => marks.map(({ name }) => `[^${name}]`).join(''),
    naming: {
      kind: 'note',
      // Numbered in the order of writing, see `labels.ts`.
      label: (key) => key,
      definition: { line: definition, heading: '', belongs: /^ {0,3}\[\^/u },
    },
  },
  citekey: {
    place: 'before-stop',
    mark: (marks) => ` [${marks.map(key).join('; ')}]`,
    naming: { kind: 'entry', definition: null },
  },
  link: inlineLink(markdownWords, link),
  authorDate: authorDate(markdownWords),
  words: markdownWords,
  address: plainAddress,
};

function definition({ name, source }: Mark): string {
  const note = noteText(source, {
    words: markdownWords,
    emphasis: (plain) => markdownLine([{ type: 'emphasis', children: [{ type: 'text', value: plain }] }]),
    address: (url) => markdownLine([{ type: 'link', url, children: [{ type: 'text', value: url }] }]),
  });
  return `[^${name}]: ${note}`;
}

function key({ name, source: { locator } }: Mark): string {
  return `@${name}${locator === null ? '' : `, ${locatorText(locator)}`}`;
}

function link(url: string, label: string): string {
  return markdownLine([{ type: 'link', url: plainAddress(url), children: [{ type: 'text', value: label }] }]);
}
