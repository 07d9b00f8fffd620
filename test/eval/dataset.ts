/** Data sets: reads the evaluation's JSON lines into drafts, articles and marked spans with UTF-16 offsets. */

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Article } from '../../server/src/corpus/article.ts';

const spanSchema = z.object({
  start: z.number(),
  end: z.number(),
  type: z.string().default(''),
  label: z.string().nullish(),
  adj: z.string().nullish(),
  has: z.array(z.string()).default([]),
});

const rowSchema = z.object({
  id: z.string(),
  doc_id: z.string().nullish(),
  source_text: z.string(),
  draft_text: z.string(),
  spans: z.array(spanSchema).default([]),
  ignore: z.array(z.object({ start: z.number(), end: z.number() })).default([]),
  set: z.string().default(''),
});

export type MarkedSpan = z.infer<typeof spanSchema>;

/** One draft of a data set with its own article. Spans are UTF-16 offsets of `draft`. */
export interface Row {
  readonly id: string;
  readonly docId: string;
  readonly article: string;
  readonly draft: string;
  readonly spans: readonly MarkedSpan[];
  readonly ignore: readonly { readonly start: number; readonly end: number }[];
  readonly set: string;
}

/** Reads a data set. Throws with file and line number when a line does not have the documented shape. */
export function readRows(file: string): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = rowSchema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`${file}:${index + 1}: ${z.prettifyError(parsed.error)}`);
    return [toRow(parsed.data)];
  });
}

function toRow(data: z.infer<typeof rowSchema>): Row {
  const place = placesOf(data.draft_text);
  const moved = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: place(span.start),
    end: place(span.end),
  });
  return {
    id: data.id,
    docId: data.doc_id ?? data.id,
    article: data.source_text,
    draft: data.draft_text,
    // "benign" spans mark what is true although the article does not say it.
    spans: data.spans.filter(({ type }) => type !== 'benign').map(moved),
    ignore: data.ignore.map(moved),
    set: data.set,
  };
}

/** Code point offsets to UTF-16 offsets; the same number where no astral character stands before. */
function placesOf(text: string): (offset: number) => number {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return (offset) => offset;
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    places.push(at);
    at += character.length;
  }
  return (offset) => places[offset] ?? text.length;
}

/** UTF-16 offsets to code point offsets, for the files that the independent scorer reads. */
export function codePointsOf(text: string): (offset: number) => number {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return (offset) => offset;
  return (offset) => [...text.slice(0, offset)].length;
}

/** The article of a row as the corpus would hold it. */
export function articleOf(row: Row): Article {
  return {
    id: row.docId,
    path: `${row.docId}.txt`,
    title: '',
    outlet: null,
    author: null,
    published: null,
    url: null,
    text: row.article,
    prose: [{ start: 0, end: row.article.length }],
  };
}
