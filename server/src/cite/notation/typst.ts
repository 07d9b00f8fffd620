/** Typst: references, footnotes, links. */

import { oneLine } from '../source.ts';
import type { LanguageNotations, Mark } from './notation.ts';
import { authorDate, inlineLink, locatorText, noteText, plainAddress } from './parts.ts';

export const TYPST: LanguageNotations = {
  footnote: {
    place: 'behind-stop',
    mark: (marks) => marks.map(footnote).join(''),
    naming: { kind: 'note', label: (key) => `fn-${key}`, definition: null },
  },
  citekey: {
    place: 'before-stop',
    mark: (marks) => ` ${marks.map(key).join(' ')}`,
    naming: { kind: 'entry', definition: null },
  },
  link: inlineLink(words, (url, label) => `#link(${JSON.stringify(url)})[${words(label)}]`),
  authorDate: authorDate(words),
  words,
  address: plainAddress,
};

function key({ name, source: { locator } }: Mark): string {
  return `@${name}${locator === null ? '' : `[${locatorText(locator)}]`}`;
}

function footnote({ name, source, isFirst }: Mark): string {
  if (!isFirst) return `#footnote(<${name}>)`;
  const note = noteText(source, {
    words,
    emphasis: (plain) => `#emph[${words(plain)}]`,
    address: (url) => `#link(${JSON.stringify(url)})`,
  });
  return `#footnote[${note}] <${name}>`;
}

/** Words in which no character of Typst means anything. */
function words(plain: string): string {
  return oneLine(plain)
    .replace(/[\\#*_`$<>@~[\]"'=/-]/gu, (mark) => (KEPT.has(mark) ? mark : `\\${mark}`))
    .replace(/\/(?=[/*])/gu, '\\/')
    .replace(/^([=+-])/u, '\\$1');
}

/** These mean something only where they open a line or a comment, or are made typographic quotation marks. */
const KEPT: ReadonlySet<string> = new Set(['"', "'", '=', '/', '-']);
