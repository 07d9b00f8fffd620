/** HTML and plain text: links and what stands in brackets. */

import { oneLine } from '../source.ts';
import type { LanguageNotations } from './notation.ts';
import { authorDate, inlineLink, plainAddress } from './parts.ts';

export const HTML: LanguageNotations = {
  footnote: null,
  citekey: null,
  link: inlineLink(words, (url, label) => `<a href="${words(url)}">${words(label)}</a>`),
  authorDate: authorDate(words),
  words,
  address: words,
};

export const PLAIN_TEXT: LanguageNotations = {
  footnote: null,
  citekey: null,
  link: inlineLink(oneLine, (url, label) => `${label}, ${plainAddress(url)}`),
  authorDate: authorDate(oneLine),
  words: oneLine,
  address: plainAddress,
};

function words(plain: string): string {
  return oneLine(plain).replace(/[&<>"']/gu, (mark) => `&#${mark.codePointAt(0)};`);
}
