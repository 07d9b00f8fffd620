/** Columns: what a search tells of its hits out of columns, without reading their documents. */

import * as z from 'zod';
import type { Hit, Search } from './search.ts';
import { readAs } from './shape.ts';

/** The part of a search that has it tell columns and nothing else. */
export function telling(...columns: readonly string[]): Search {
  return { _source: false, stored_fields: '_none_', docvalue_fields: columns };
}

/** The same search with fields of the documents. */
export function reading(search: Search, fields: readonly string[]): Search {
  const { stored_fields: _none, ...rest } = search;
  return { ...rest, _source: fields };
}

const articleSchema = z.object({ id: z.tuple([z.string()]) });
const sentenceSchema = z.object({ article: z.tuple([z.string()]), at: z.tuple([z.number()]) });
const keysSchema = z.object({ 'keys.told': z.array(z.string()) });
const mentionsSchema = z.object({ mentions: z.tuple([z.string()]) });

/** The columns of an article. */
export const ARTICLE_COLUMNS = ['id'];
/** The columns that say which sentence it is, with its keys, or with the names in it. */
export const KEYS_COLUMNS = ['article', 'at', 'keys.told'];
export const MENTIONS_COLUMNS = ['article', 'at', 'mentions'];

/** The id of an article of `ARTICLE_COLUMNS`. This and the others throw `ArchiveError` where a column is missing. */
export function articleIn({ columns }: Hit): string {
  return readAs(articleSchema, columns).id[0];
}

/** The article of a sentence, and its index in it. */
export function placeIn({ columns }: Hit): { readonly article: string; readonly at: number } {
  const { article, at } = readAs(sentenceSchema, columns);
  return { article: article[0], at: at[0] };
}

/** The tokens of the keys of a sentence of `KEYS_COLUMNS`, each once. */
export function keysIn({ columns }: Hit): ReadonlySet<string> {
  return new Set(readAs(keysSchema, columns)['keys.told']);
}

/** The names of a sentence of `MENTIONS_COLUMNS`, as `writeMentions` wrote them. */
export function mentionsIn({ columns }: Hit): string {
  return readAs(mentionsSchema, columns).mentions[0];
}
