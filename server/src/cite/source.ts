/** Sources: what a citation may say of the article it cites. */

import type { Article, ArticleMetadata } from '../corpus/article.ts';
import { lastStartingBefore } from '../text/span.ts';

/** Who published an article, when, and where it is found again. */
export type Source = Pick<ArticleMetadata, 'title' | 'outlet' | 'author' | 'published' | 'url'>;

/** Where in a source a passage stands: a page as people count them, from 1, or a line of its text. */
export interface Locator {
  readonly kind: 'page' | 'line';
  readonly label: string;
}

/** Which locators a citation may give. A line says something to those only who have the same text file. */
export type LocatorChoice = 'page' | 'page-or-line' | 'none';

/** An article as it is cited. */
export interface CitedSource extends Source {
  /** The article's name within the corpus. */
  readonly id: string;
  readonly locator: Locator | null;
}

/** The source that `article` is, located at `passage` as far as its file has pages or `choice` lets a line stand. */
export function citedSource(
  article: Article,
  passage: { readonly start: number; readonly line: number } | null,
  choice: LocatorChoice,
): CitedSource {
  const { id, title, outlet, author, published, url } = article;
  const locator = passage === null ? null : locatorOf(article, passage, choice);
  return { id, title, outlet, author, published, url, locator };
}

function locatorOf(
  { origin }: Article,
  { start, line }: { readonly start: number; readonly line: number },
  choice: LocatorChoice,
): Locator | null {
  if (choice === 'none') return null;
  if (origin?.part === 'page') {
    const starts = origin.starts.map((at) => ({ start: at, end: at }));
    return { kind: 'page', label: String(Math.max(1, lastStartingBefore(starts, start) + 1)) };
  }
  return choice === 'page-or-line' && origin === undefined ? { kind: 'line', label: String(line) } : null;
}

/** The address if it is one of the web, else null: the metadata of an article may hold anything. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s<>"`{}|\\^]+$/iu.test(url) ? url : null;
}

/** An article's own words on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
