/** Metadata: who published an article and when, from the file's own words or, failing those, its name. */

import * as z from 'zod';
import { readFrontMatter } from '../text/frontMatter.ts';
import { toIsoDate } from '../text/isoDate.ts';
import { type Sentence, type Stretch, splitSentences } from '../text/sentences.ts';
import type { ArticleMetadata, IsoDate } from './article.ts';
import { NOTHING_STATED, oneLine, type StatedMetadata } from './stated.ts';

export type { StatedMetadata };

/** A line of text as YAML may give it; anything else counts as missing. */
const line = z
  .union([z.string(), z.number()])
  .transform((value) => oneLine(String(value)) || null)
  .nullable()
  .catch(null);

const date = z
  .string()
  .transform((value) => toIsoDate(value))
  .nullable()
  .catch(null);

const authors = z
  .union([z.array(z.string()).transform((names) => names.join(', ')), z.string()])
  .transform((value) => oneLine(value) || null)
  .nullable()
  .catch(null);

/** Hostile schemes count as missing. */
const address = z
  .url({ protocol: /^https?$/ })
  .nullable()
  .catch(null);

const frontMatter = z.object({ title: line, outlet: line, author: authors, date, url: address });

/** ` date 2020-01-01 ` at the start of a text. */
const DATE_MARKER = /^\s{0,100}date:?[ \t]{1,10}(\d{4}-\d{2}-\d{2})(?!\d)\s{0,100}/i;

/** Titles made from a first sentence are cut to about this many characters. */
const LONGEST_TITLE = 80;

/** A first sentence is looked for in this much of the prose, in UTF-16 code units. */
const OPENING = 1_000;
/** And before in this much, which most first sentences and the beginning of the second fit in. */
const SHORT_OPENING = 320;
/** Where a sentence ends is told by so many tokens behind it, of which the last must not be cut. */
const TELLING_TOKENS = 2;

/** The metadata at the head of a text, from YAML front matter or a date marker, and where it ends. */
export function readHeader(text: string): { readonly end: number; readonly stated: StatedMetadata } {
  const matter = readFrontMatter(text);
  const fields = frontMatter.safeParse({ ...NO_FIELDS, ...matter?.fields });
  const stated = fields.success ? { ...fields.data, published: fields.data.date } : NOTHING_STATED;
  const start = matter?.end ?? 0;
  const marker = DATE_MARKER.exec(text.slice(start, start + 300));
  const { title, outlet, author, url } = stated;
  return {
    end: start + (marker?.[0].length ?? 0),
    stated: { title, outlet, author, url, published: stated.published ?? toIsoDate(marker?.[1] ?? '') },
  };
}

const NO_FIELDS = { title: null, outlet: null, author: null, date: null, url: null };

/** What is known of an article: what its file states, else what its name and its first words tell. */
export function articleMetadata(
  stated: StatedMetadata,
  fileName: string,
  text: string,
  prose: readonly Stretch[],
): ArticleMetadata {
  const named = readFileName(fileName);
  const opening = firstSentence(text, prose);
  return {
    title: stated.title ?? (shorten(opening.replace(DATELINE, '')) || named.words),
    outlet: stated.outlet ?? named.outlet ?? DATELINE.exec(opening)?.[1] ?? null,
    author: stated.author,
    published: stated.published ?? named.published,
    url: stated.url,
  };
}

interface NamedMetadata {
  readonly published: IsoDate | null;
  readonly outlet: string | null;
  /** The name without date and extension, as words. */
  readonly words: string;
}

/** A date with a separator between it and the rest of a file name, at its start or its end. */
const DATE_FIRST = /^(\d{4})-?(\d{2})-?(\d{2})(?:[-_ .]+|$)/;
const DATE_LAST = /(?:^|[-_ .]+)(\d{4})-?(\d{2})-?(\d{2})$/;

/**
 * What a file name tells: `2020-01-01_gulf-wire_embassy.txt`, `2020-01-01_gulf-wire.txt`, `gulf-wire-2020-01-01.txt`.
 * In `2020-01-01-gulf-wire-embassy.txt` nothing parts outlet and subject, so that only the date is taken.
 */
export function readFileName(fileName: string): NamedMetadata {
  const name = fileName.replace(/\.[^.]*$/, '');
  const found = DATE_FIRST.exec(name) ?? DATE_LAST.exec(name);
  const published = found === null ? null : toIsoDate(`${found[1]}-${found[2]}-${found[3]}`);
  if (found === null || published === null) return { published: null, outlet: null, words: asWords(name) };
  const rest = name.slice(0, found.index) + name.slice(found.index + found[0].length);
  const parts = rest.split(/_+|--+| - /).filter((part) => part !== '');
  const isParted = parts.length > 1 || found.index > 0 || /[_ ]$/.test(found[0]);
  const outlet = isParted && parts[0] !== undefined ? capitalised(asWords(parts[0])) : null;
  return { published, outlet, words: asWords(rest) };
}

function firstSentence(text: string, prose: readonly Stretch[]): string {
  const first = prose[0];
  if (first === undefined) return '';
  const within = (length: number): readonly Sentence[] =>
    splitSentences(text, [{ ...first, end: Math.min(first.end, first.start + length) }]);
  const [short, second] = within(SHORT_OPENING);
  const isWhole = second !== undefined && second.tokens.length > TELLING_TOKENS;
  const opening = isWhole ? short : within(OPENING)[0];
  return opening === undefined ? '' : oneLine(text.slice(opening.start, opening.end));
}

/** `BAGHDAD (Gulf Wire) - `: place and agency before the first words. */
const DATELINE = /^\p{Lu}[\p{Lu} .,’'/-]{1,60}\((\p{Lu}[\p{L}\p{N} .&’'-]{1,40})\) ?[-–—] ?/u;

/** A text of at most `LONGEST_TITLE` characters, cut between words. */
function shorten(text: string): string {
  if (text.length <= LONGEST_TITLE) return text;
  const cut = text.slice(0, LONGEST_TITLE);
  const space = cut.lastIndexOf(' ');
  const kept = space > LONGEST_TITLE / 2 ? cut.slice(0, space) : cut;
  // Marks that lead on to what was cut off go with it, and so does half of a character beyond the basic plane.
  return `${kept.replace(/[\s,;:–—\ud800-\udbff-]{1,9}$/, '')}…`;
}

function asWords(name: string): string {
  return oneLine(name.replace(/[-_]+/g, ' '));
}

function capitalised(words: string): string {
  return words.replace(/(?<!\S)\p{Ll}/gu, (letter) => letter.toUpperCase());
}
