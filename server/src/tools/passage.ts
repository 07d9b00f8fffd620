/** Passages as tools answer with them: where they stand, word for word. */

import * as z from 'zod';
import { longDate } from '../cite/longDate.ts';
import type { IsoDate } from '../corpus/article.ts';
import { type Place, placeInWords } from '../corpus/place.ts';

/** UTF-16 units of a passage that are shown in an answer that holds several; the rest is a `get_passage` away. */
const LONGEST_PASSAGE = 800;

const offset = z.int().nonnegative();

export const passageSchema = z.object({
  article: z.string().describe('Id of the article, for get_passage.'),
  path: z.string(),
  title: z.string(),
  outlet: z.string().nullable(),
  published: z.string().nullable().describe('Day of publication, YYYY-MM-DD.'),
  place: z.string().nullable().describe('Page, paragraph or record of the file, where it has these.'),
  start: offset.describe('UTF-16 offset of the passage in the text of the article.'),
  end: offset,
  text: z.string().describe('The passage, word for word; cut with … where it is long.'),
});

export type Passage = z.infer<typeof passageSchema>;

/** What a passage is made of: evidence, or a sentence of an article. */
interface PassageSource {
  readonly article: string;
  readonly path: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly published: IsoDate | null;
  /** Where in its file the passage stood; absent where the article is its file. */
  readonly place?: Place | undefined;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function passageOf(source: PassageSource, shownPath: (path: string) => string): Passage {
  const { article, path, title, outlet, published, place, start, end, text } = source;
  const isLong = text.length > LONGEST_PASSAGE;
  const shown = isLong ? `${text.slice(0, LONGEST_PASSAGE).toWellFormed()}…` : text;
  const where = place === undefined ? null : placeInWords(place) || null;
  return { article, path: shownPath(path), title, outlet, published, place: where, start, end, text: shown };
}

/** `Gulf Wire, 1 January 2020: “…” [wire.txt 22–59]`. */
export function describePassage({
  outlet,
  published,
  title,
  text,
  article,
  place,
  start,
  end,
}: Passage): string {
  const dated = [outlet, longDateOf(published)].filter((part) => part !== null).join(', ') || title;
  const source = place === null ? dated : `${dated}, ${place}`;
  return `${source}: “${text.replace(/\s+/g, ' ').trim()}” [${article} ${start}–${end}]`;
}

function longDateOf(published: string | null): string | null {
  return published === null ? null : longDate(published);
}
