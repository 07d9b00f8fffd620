/** Wording: how findings name articles and put figures and dates into a sentence, the same on every surface. */

import type { Evidence } from '../check/finding.ts';
import { longDate } from '../cite/longDate.ts';
import { MONTHS, WEEKDAYS } from '../quantity/lexicon/calendar.ts';
import { HOLIDAYS } from '../quantity/lexicon/holidays.ts';

/** `Gulf Wire (1 January 2020)`; without the date where none is known. */
export function sourceName(evidence: Pick<Evidence, 'outlet' | 'title' | 'path' | 'published'>): string {
  const name = articleName(evidence);
  return evidence.published === null ? name : `${name} (${longDate(evidence.published)})`;
}

/** The outlet; where none is known the headline, and where there is none either the name of the file. */
export function articleName({ outlet, title, path }: Pick<Evidence, 'outlet' | 'title' | 'path'>): string {
  if (outlet !== null) return outlet;
  if (isHeadline(title)) return `“${shorten(title, LONGEST_TITLE)}”`;
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** The same in a menu: `Gulf Wire, 1 January 2020`. */
export function sourceInMenu(evidence: Pick<Evidence, 'outlet' | 'title' | 'path' | 'published'>): string {
  const name = articleName(evidence);
  return evidence.published === null ? name : `${name}, ${longDate(evidence.published)}`;
}

/** Longer titles make a message that is about something else than what it says. In UTF-16 code units. */
const LONGEST_TITLE = 50;

/**
 * Whether a title is a headline. One that ends as sentences do, or was cut, is the article’s first sentence, which
 * stands in for a title that nobody gave. `Back in the U.S.` ends with an initial.
 */
function isHeadline(title: string): boolean {
  return !/[.…][”’"')\]]{0,3}$/u.test(title) || /\p{Lu}\.$/u.test(title);
}

/** A figure or a date within a sentence: `At least nine` as `at least nine`. Months, weekdays and feasts keep theirs. */
export function midSentence(written: string): string {
  const word = CAPITALISED_WORD.exec(written)?.[0];
  if (word === undefined || isName(word.toLowerCase())) return written;
  return written.charAt(0).toLowerCase() + written.slice(1);
}

/** The same where it opens a sentence. */
export function sentenceStart(written: string): string {
  return written.charAt(0).toUpperCase() + written.slice(1);
}

/** Initials, signs and numbers are no such words: `US$5`, `Q3`. */
const CAPITALISED_WORD = /^\p{Lu}\p{Ll}*(?![\p{L}\p{N}$.])/u;

function isName(word: string): boolean {
  return MONTHS.has(word) || WEEKDAYS.has(word) || HOLIDAYS.has(word);
}

/** `words` as a sentence of its own on one line; behind `p.m.` there is one full stop. */
export function asSentence(words: string): string {
  const line = onOneLine(words);
  return line.endsWith('.') ? line : `${line}.`;
}

/** A name or a figure may go over a line break of the draft, and a message may not. */
export function onOneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** A passage cut at a word to at most `limit` UTF-16 units, with an ellipsis where it was cut. */
export function shorten(passage: string, limit: number): string {
  const flat = onOneLine(passage);
  if (flat.length <= limit) return flat;
  const blank = flat.lastIndexOf(' ', limit - 1);
  const cut = flat.slice(0, blank > limit / 2 ? blank : limit - 1);
  // Half of a character beyond the basic plane goes with the other half.
  return `${cut.replace(/[\ud800-\udbff]$/, '')}…`;
}
