/** Keys of bibliographies: `outlet2020slug`, in letters and digits that every tool accepts, and unlike any that is taken. */

import type { Source } from './source.ts';

/** The key for `source`. Keys that differ in case only count as one, as BibTeX has it. */
export function citationKey(source: Source, taken: Iterable<string>): string {
  const used = new Set([...taken].map((key) => key.toLowerCase()));
  const base = baseKey(source);
  if (!used.has(base)) return base;
  for (let number = 0; ; number += 1) {
    const key = `${base}${suffix(number)}`;
    if (!used.has(key)) return key;
  }
}

function baseKey({ outlet, author, title, published }: Source): string {
  const name = letters(outlet ?? author ?? '').slice(0, LONGEST_NAME) || 'source';
  const year = published?.slice(0, 4) ?? '';
  return `${/^\d/u.test(name) ? 'n' : ''}${name}${year}${slug(title)}`;
}

/** UTF-16 units: keys are typed and read, and `theassociatedpressofa…` says no more. */
const LONGEST_NAME = 20;

/** The first word of the title that says something. */
function slug(title: string): string {
  const words = title.split(/[^\p{L}\p{N}’']+/u).map(letters);
  return (words.find((word) => word.length > 2 && !EMPTY.has(word)) ?? '').slice(0, LONGEST_NAME);
}

const EMPTY: ReadonlySet<string> = new Set(
  'the and for with from that this after over into about what who how why when are was were has have will'.split(
    ' ',
  ),
);

/** The letters and digits in ASCII: `El País` is `elpais`. What has no such form is left out. */
function letters(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/[^a-z0-9]/gu, '');
}

/** a to z, then aa, ab, … */
function suffix(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : `${suffix(Math.floor(number / 26) - 1)}${last}`;
}
