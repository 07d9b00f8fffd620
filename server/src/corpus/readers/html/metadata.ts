/** Metadata of pages: from JSON-LD, OpenGraph and other `meta` elements, `<time>` and `<link rel=canonical>`, in this order. */

import * as z from 'zod';
import { toIsoDate } from '../../../text/isoDate.ts';
import { oneLine, type StatedMetadata, statedAddress } from '../../stated.ts';
import { fieldsOf, recordMetadata } from '../record.ts';
import type { Page } from './page.ts';

/** What a page says of itself. */
export function pageMetadata(page: Page, html: string): StatedMetadata {
  const linked = linkedData(page);
  const metas = metaElements(page);
  const meta = (...names: readonly string[]): string | null =>
    names.map((name) => metas.get(name)).find((content) => content !== undefined) ?? null;
  return {
    title: linked?.title ?? meta('og:title', 'twitter:title', 'dc.title', 'headline') ?? titleOf(page),
    outlet: linked?.outlet ?? meta('og:site_name', 'application-name', 'publisher', 'dc.publisher'),
    author: linked?.author ?? meta('author', 'article:author', 'byl', 'dc.creator', 'parsely-author'),
    published: linked?.published ?? metaDate(metas) ?? timeOf(page),
    url: linked?.url ?? addressOf(page, meta('og:url', 'twitter:url', 'parsely-link'), html),
  };
}

/** The content of the `meta` elements by `name`, `property` or `itemprop` in lower case; the first of each counts. */
function metaElements(page: Page): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const element of page.querySelectorAll('meta[content]')) {
    const content = oneLine(element.getAttribute('content') ?? '');
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name !== undefined && content !== '' && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}

const DATE_METAS = [
  ...[
    'article:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publish-date',
  ],
  ...[
    'publish_date',
    'publication_date',
    'article.published',
    'dc.date.issued',
    'dcterms.created',
    'dc.date',
    'date',
  ],
];

function metaDate(metas: ReadonlyMap<string, string>): string | null {
  return DATE_METAS.map((name) => toIsoDate(metas.get(name) ?? '')).find((date) => date !== null) ?? null;
}

/** Where `<time>` gives the day of publication, the surest first. The last only where the page has no other. */
const TIMES = ['[itemprop~=datePublished]', 'time[pubdate]', 'article time[datetime]', 'main time[datetime]'];

function timeOf(page: Page): string | null {
  const all = [...page.querySelectorAll('time[datetime]')];
  const found = TIMES.map((selector) => page.querySelector(selector)).find((element) => element !== null);
  const element = found ?? (all.length === 1 ? all[0] : undefined);
  if (element === undefined) return null;
  return toIsoDate(
    element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent ?? '',
  );
}

/** Titles of pages end with the name of the site: `Embassy stormed | Gulf Wire`. */
function titleOf(page: Page): string | null {
  const heading = oneLine(page.querySelector('h1')?.textContent ?? '');
  const title = oneLine(page.querySelector('title')?.textContent ?? '');
  return heading !== '' && title.startsWith(heading) ? heading : title || heading || null;
}

/** What Internet Explorer and Chrome write at the head of a page they save. */
const SAVED_FROM = /<!-- saved from url=\(\d{4}\)(\S{1,2000}) -->/;

function addressOf(page: Page, stated: string | null, html: string): string | null {
  const canonical = page.querySelector('link[rel~=canonical]')?.getAttribute('href') ?? '';
  const saved = SAVED_FROM.exec(html.slice(0, 5000))?.[1] ?? '';
  return [canonical, stated ?? '', saved].map(statedAddress).find((address) => address !== null) ?? null;
}

const objectSchema = z.record(z.string(), z.unknown());

/** A schema.org type of which the page is one. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/;

const typeSchema = z.union([z.string(), z.array(z.string())]).transform((types) => [types].flat());

/** What the JSON-LD of the page says of the article. */
function linkedData(page: Page): StatedMetadata | null {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const article = objectsIn(parse(script.textContent ?? '')).find(isArticle);
    if (article === undefined) continue;
    // `mainEntityOfPage` may be the address; `headline` comes before a `name`.
    const { mainEntityOfPage, ...fields } = article;
    return recordMetadata(
      fieldsOf({ url: addressIn(mainEntityOfPage), ...fields, title: fields.headline ?? fields.name }),
    );
  }
  return null;
}

function isArticle(object: Readonly<Record<string, unknown>>): boolean {
  const types = typeSchema.safeParse(object['@type']);
  return types.success && types.data.some((type) => ARTICLE_TYPE.test(type));
}

function addressIn(value: unknown): unknown {
  const object = objectSchema.safeParse(value);
  return object.success ? object.data['@id'] : value;
}

/** The objects of a JSON-LD value: itself, those of a list, those of its `@graph`. */
function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  const items = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => {
    const object = objectSchema.safeParse(item);
    if (!object.success) return [];
    const graph = object.data['@graph'];
    const inner = Array.isArray(graph) ? graph.map((each) => objectSchema.safeParse(each)) : [];
    return [object.data, ...inner.flatMap((each) => (each.success ? [each.data] : []))];
  });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Sites write JSON-LD by templates; what is not JSON says nothing.
    return null;
  }
}
