/** CSL items: the entries of CSL-JSON, of `references:` in YAML, and those that BibTeX is read as. */

import * as z from 'zod';
import type { Reference } from '../reference.ts';
import { oneLine, type Source, webAddress } from '../source.ts';

const word = z.union([z.string(), z.number().transform(String)]);

/** Pandoc writes dates in any of these ways. */
const datePart = z.union([z.string(), z.number()]);
const issued = z.union([
  word,
  z.object({ 'date-parts': z.array(z.array(datePart)) }),
  z.object({ raw: z.string() }),
  z.object({ literal: z.string() }),
  z.object({ year: datePart, month: datePart.optional(), day: datePart.optional() }),
  z.array(z.object({ year: datePart, month: datePart.optional(), day: datePart.optional() })).min(1),
]);

const itemSchema = z.object({
  id: word,
  title: word.optional().catch(undefined),
  'container-title': word.optional().catch(undefined),
  publisher: word.optional().catch(undefined),
  issued: issued.optional().catch(undefined),
  URL: z.string().optional().catch(undefined),
});

/** The reference that a CSL item is; null for what has no id. */
export function referenceOfItem(item: unknown): Reference | null {
  const parsed = itemSchema.safeParse(item);
  if (!parsed.success) return null;
  const { id, title, publisher, 'container-title': container, URL: url } = parsed.data;
  return {
    key: id,
    title: title ?? null,
    outlet: container ?? publisher ?? null,
    published: parsed.data.issued === undefined ? null : isoOf(parsed.data.issued),
    url: url ?? null,
  };
}

function isoOf(date: z.infer<typeof issued>): string | null {
  if (typeof date === 'string') return isoText(date);
  if (Array.isArray(date)) return date[0] === undefined ? null : isoOf(date[0]);
  if ('date-parts' in date) return isoParts(date['date-parts'][0] ?? []);
  if ('raw' in date) return isoText(date.raw);
  if ('literal' in date) return isoText(date.literal);
  return isoParts([date.year, date.month, date.day].filter((part) => part !== undefined));
}

function isoText(date: string): string | null {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|[T/ ])/u.exec(date)?.[0] ?? null;
}

function isoParts(parts: readonly (string | number)[]): string | null {
  const [year, ...rest] = parts.slice(0, 3).map(String);
  if (year === undefined || !/^\d{4}$/u.test(year)) return null;
  const known = rest.filter((part) => /^\d{1,2}$/u.test(part)).map((part) => part.padStart(2, '0'));
  return [year, ...known].join('-');
}

/** A new entry of a bibliography. */
export interface NewEntry {
  readonly key: string;
  readonly source: Source;
}

/** The CSL item of an article. Its date stands as CSL has it, `{ 'date-parts': [[2021, 3, 9]] }`. */
export function itemOf({ key, source }: NewEntry): Readonly<Record<string, unknown>> {
  const { title, outlet, author, published, url } = source;
  const address = webAddress(url);
  return {
    id: key,
    type: 'article-newspaper',
    title: oneLine(title),
    ...(author !== null && { author: [{ literal: oneLine(author) }] }),
    ...(outlet !== null && { 'container-title': oneLine(outlet) }),
    ...(published !== null && { issued: { 'date-parts': [published.split('-').map(Number)] } }),
    ...(address !== null && { URL: address }),
  };
}
