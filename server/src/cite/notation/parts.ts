/** Parts that several languages write alike: names of sources, notes, locators and what stands in brackets. */

import { longDate, UNDATED } from '../longDate.ts';
import { type CitedSource, type Locator, oneLine, type Source, webAddress } from '../source.ts';
import type { Mark, Notation } from './notation.ts';

/** How a language writes words, emphasis and addresses. Each takes plain text. */
export interface Inline {
  readonly words: (plain: string) => string;
  readonly emphasis: (plain: string) => string;
  readonly address: (url: string) => string;
}

/** `Title. *Outlet*, 1 January 2020. <https://…>` in the language of `inline`. */
export function referenceText(source: Source, inline: Inline): string {
  return sourceText(source, null, inline);
}

/** The same with the place in the source, for a note: `Title. *Outlet*, 1 January 2020, p. 4. <https://…>`. */
export function noteText(source: CitedSource, inline: Inline): string {
  return sourceText(source, source.locator, inline);
}

function sourceText(
  { title, outlet, published, url }: Source,
  locator: Locator | null,
  inline: Inline,
): string {
  const name = oneLine(title);
  const details = [
    ...(outlet === null ? [] : [inline.emphasis(oneLine(outlet))]),
    ...(published === null ? [] : [inline.words(longDate(published))]),
    ...(locator === null ? [] : [inline.words(locatorText(locator))]),
  ].join(', ');
  const address = webAddress(url);
  return [
    inline.words(/[.!?…]$/u.test(name) ? name : `${name}.`),
    ...(details === '' ? [] : [`${details}.`]),
    ...(address === null ? [] : [inline.address(address)]),
  ].join(' ');
}

/** The marks that could end a link or open emphasis as percent-escapes, which every browser takes for the same address. */
export function plainAddress(url: string): string {
  return url.replace(/[()[\]*'~]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Who is cited: the outlet, else the author, else the title. */
export function citedName({ outlet, author, title }: Source): string {
  return oneLine(outlet ?? author ?? title);
}

/** `p. 4`, `l. 12`. */
export function locatorText({ kind, label }: Locator): string {
  return `${kind === 'page' ? 'p' : 'l'}. ${label}`;
}

/** The place that a note gives, as `locatorText` has it; the last one, since a title may hold another. Null for none. */
export function locatorTextIn(note: string): string | null {
  const [last] = [...note.matchAll(LOCATOR)].slice(-1);
  return last === undefined ? null : `${last[1]}. ${last[2]}`;
}

const LOCATOR = /(?<![\p{L}\p{N}])([pl])\.[ ~\u00a0]?(\d{1,6})(?![\p{L}\p{N}])/gu;

/** `(Gulf Wire, 1 January 2020, p. 4; …)`. */
export function authorDate(words: (plain: string) => string): Notation {
  const one = ({ source }: Mark): string => words(authorDateText(source));
  return {
    place: 'before-stop',
    naming: { kind: 'none' },
    mark: (marks) => ` (${marks.map(one).join('; ')})`,
  };
}

/** `Gulf Wire, 1 January 2020, p. 4` as plain text. */
export function authorDateText(source: CitedSource): string {
  const { published, locator } = source;
  const parts = [citedName(source), published === null ? UNDATED : longDate(published)];
  return [...parts, ...(locator === null ? [] : [locatorText(locator)])].join(', ');
}

/** `([Gulf Wire](https://…))`; a source without an address is given as `authorDate` does. */
export function inlineLink(
  words: (plain: string) => string,
  link: (url: string, label: string) => string,
): Notation {
  const one = ({ source }: Mark): string => {
    const url = webAddress(source.url);
    return url === null ? words(authorDateText(source)) : link(url, citedName(source));
  };
  return {
    place: 'before-stop',
    naming: { kind: 'none' },
    mark: (marks) => ` (${marks.map(one).join('; ')})`,
  };
}
