/**
 * Article URIs: the name of the text of an article that was taken out of its file. Our own client opens it as a
 * read-only document with the passage selected; other clients are led to the file.
 */

import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Range } from 'vscode-languageserver';
import * as z from 'zod';
import type { Evidence } from '../check/finding.ts';
import type { ArticleEntry } from '../corpus/index/corpusIndex.ts';
import { placeInWords } from '../corpus/place.ts';
import { readerFor } from '../corpus/readers/readers.ts';
import type { Span } from '../text/span.ts';
import type { ClientProfile } from './clientProfile.ts';
import { toArticleRange, toUri } from './convert.ts';
import { ARTICLE_SCHEME } from './protocol.ts';

/** Whether the articles of a file are its text, so that an editor shows them by opening it. */
export function isOwnText(path: string): boolean {
  const reader = readerFor(basename(path));
  return (
    reader !== null && reader !== 'unknown' && (reader.format === 'text' || reader.format === 'markdown')
  );
}

/** Whether an editor shows an article of the file by opening it: one out of an archive may lie on another machine. */
function isShownAsFile(path: string): boolean {
  return isOwnText(path) && existsSync(path);
}

/** Whether it shows texts that were taken out of files. */
export type ReadingClient = Pick<ClientProfile, 'options'>;

/** URI that shows an article from its beginning. */
export function articleUri(client: ReadingClient, { path, id }: Pick<ArticleEntry, 'path' | 'id'>): string {
  if (isShownAsFile(path) || client.options.articleText !== true) return toUri(path);
  return textUri(path, id, nameOf(path, id));
}

/** URI and range that show a span of the passage of `evidence`. */
export function passageLocation(
  client: ReadingClient,
  evidence: Evidence,
  span: Span,
): { readonly uri: string; readonly range: Range } {
  const { path, article, place } = evidence;
  if (isShownAsFile(path)) return { uri: toUri(path), range: toArticleRange(evidence, span) };
  if (client.options.articleText !== true) return { uri: toUri(path), range: lineRange(place?.line ?? 1) };
  const words = place === undefined ? '' : placeInWords({ ...place, member: null, paragraph: null });
  const name = nameOf(path, article);
  return {
    uri: textUri(path, article, words === '' ? name : `${name}, ${words}`),
    range: toArticleRange(evidence, span),
  };
}

/** Nothing finer than a line of the file is known. */
function lineRange(line: number): Range {
  const position = { line: line - 1, character: 0 };
  return { start: position, end: position };
}

/** The file and, of several articles in it, the member: `clips.zip: a.pdf`. */
function nameOf(path: string, id: string): string {
  const file = basename(path);
  const at = id.lastIndexOf(`${file}/`);
  const member = at === -1 ? '' : id.slice(at + file.length + 1);
  return member === '' || /^\d+$/.test(member) ? file : `${file}: ${basename(member)}`;
}

/**
 * The last part of the path is what an editor shows as title: `report.pdf, page 3 (text)`. What the text is of stands
 * in the query, in an alphabet that no editor escapes.
 */
function textUri(path: string, id: string, name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: file names may hold them, titles must not.
  const title = `${name.replace(/[\u0000-\u001f\u007f/\\]/g, ' ')} (text)`;
  const key = Buffer.from(JSON.stringify([path, id]), 'utf8').toString('base64url');
  return `${ARTICLE_SCHEME}:/${encodeURIComponent(title.toWellFormed())}?${key}`;
}

const keySchema = z.tuple([z.string(), z.string()]);

/** The article that a URI of ours names; null for every other URI. */
export function articleOfUri(uri: string): { readonly path: string; readonly id: string } | null {
  if (!uri.startsWith(`${ARTICLE_SCHEME}:`)) return null;
  const [, key = ''] = /\?([\w-]+)/.exec(uri) ?? [];
  try {
    const [path, id] = keySchema.parse(JSON.parse(Buffer.from(key, 'base64url').toString('utf8')));
    return { path, id };
  } catch {
    return null;
  }
}
