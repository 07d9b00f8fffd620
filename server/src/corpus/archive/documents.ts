/** Documents: an article as it is sent to an archive, and as it comes back. */

import { createHash } from 'node:crypto';
import * as z from 'zod';
import { entryKeys } from '../../cite/entryKeys.ts';
import { officeOf } from '../../claims/title.ts';
import { articleWords } from '../../match/articleWords.ts';
import { spellingKey } from '../../text/spelling.ts';
import { analyseArticle, hasFigure } from '../analyse.ts';
import type { AnalysedArticle } from '../analysed.ts';
import type { Article } from '../article.ts';
import type { ArticleEntry } from '../index/corpusIndex.ts';
import { keysOf } from '../index/keys.ts';
import { indexedNames } from '../index/knownNames.ts';
import { mentionOrder } from '../index/nameCorpus.ts';
import { writeMentions } from './mentions.ts';
import { pack, unpack } from './packed.ts';
import { readAs } from './shape.ts';
import { tokenOf } from './tokens.ts';

/** What the archive keeps of an article to know it again. */
export interface Stock {
  /** SHA-256 of its text and metadata. */
  readonly hash: string;
  /** Documents of sentences that belong to it. */
  readonly sentences: number;
}

/** One article as documents. `id` is the name of its document, and the routing of all of them. */
export interface ArticleDocuments {
  readonly id: string;
  readonly stock: Stock;
  readonly article: Readonly<Record<string, unknown>>;
  /** In order; the name of each is `sentenceId`. */
  readonly sentences: readonly Readonly<Record<string, unknown>>[];
}

/** The name of the document of an article. Ids of articles may be longer than names may be. */
export function documentId(article: string): string {
  return createHash('sha256').update(article).digest('hex').slice(0, 40);
}

/** The name of the document of a sentence. */
export function sentenceId(document: string, at: number): string {
  return `${document}.${at}`;
}

/** The documents of an article. Analyses it; pure. */
export function documentsOf(article: Article): ArticleDocuments {
  const whole = { ...article, text: article.text.toWellFormed() };
  const analysed = analyseArticle(whole);
  const stock = { hash: hashOf(article), sentences: analysed.sentences.length };
  const own = articleDocument(analysed, stock);
  const packed = pack({ entry: own.entry, body: own.body });
  const sentences = analysed.sentences.map((_, at) => sentenceDocument(analysed, at, packed));
  return { id: documentId(article.id), stock, article: own, sentences };
}

/** Equal for equal content. */
export function hashOf({ hash, text }: Pick<Article, 'hash' | 'text'>): string {
  return hash ?? createHash('sha256').update(text).digest('hex');
}

/** The document of an article, with those of its fields that are read again by name. */
interface WrittenArticle extends Readonly<Record<string, unknown>> {
  readonly entry: ArticleEntry;
  readonly body: Readonly<Record<string, unknown>>;
}

function articleDocument(analysed: AnalysedArticle, stock: Stock): WrittenArticle {
  const { id, path, title, outlet, author, published, url, text, prose, origin, hash } = analysed.article;
  const words = articleWords(analysed).map(({ norm }) => tokenOf(spellingKey(norm)));
  return {
    kind: 'article',
    id,
    path,
    ...(published !== null && { published }),
    titleOrder: title.slice(0, LONGEST_ORDER),
    listed: listedText({ title, outlet, id }),
    cited: distinct(entryKeys({ id, title, outlet, author, published, url }).map(tokenOf)),
    words: words.join(' '),
    wordCount: words.length,
    entry: { id, path, title, outlet, author, published, url },
    stock,
    body: { text, prose, ...(origin !== undefined && { origin }), ...(hash !== undefined && { hash }) },
  };
}

/** UTF-16 units of a title by which articles of one day are put in order. */
const LONGEST_ORDER = 256;

/** Where a search of the list looks. */
function listedText({ title, outlet, id }: Pick<Article, 'title' | 'outlet' | 'id'>): string {
  return [title, outlet ?? '', id].join('\n').toLowerCase();
}

function sentenceDocument(
  { article, sentences }: AnalysedArticle,
  at: number,
  packed: string | null,
): Readonly<Record<string, unknown>> {
  const own = sentences[at];
  if (own === undefined) throw new RangeError(`the article has no sentence ${at}`);
  const names = indexedNames(article.text, own.sentence);
  const offices = names.flatMap(({ title }) => (title === null ? [] : [officeOf(title)]));
  return {
    kind: 'sentence',
    article: article.id,
    at,
    keys: distinct([...keysOf(own)].map(tokenOf)),
    ...(names.length > 0 && {
      order: mentionOrder(article.id),
      names: names.map(({ words }) => tokenOf(words.join(' '))),
      nameWords: distinct(names.flatMap(({ words }) => words.map((word) => tokenOf(spellingKey(word))))),
      nameSpellings: distinct(names.flatMap(({ words }) => words.map(tokenOf))),
      offices: distinct(offices.flatMap((office) => (office === null ? [] : [tokenOf(office)]))),
      mentions: writeMentions(names),
    }),
    ...(packed !== null && hasFigure(own) && { packed }),
  };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** The fields of an article's document that an entry of the list is made of, and an article. */
export const ENTRY_FIELDS = ['entry'];
export const ARTICLE_FIELDS = ['entry', 'body'];
/**
 * The field of a sentence's document that holds its article, where that is not too long: of sentences with figures, which
 * a changed figure finds anew. What its words find was found before it was changed.
 */
export const PACKED_FIELDS = ['packed'];

const entrySchema = z.object({
  id: z.string(),
  path: z.string(),
  title: z.string(),
  outlet: z.string().nullable(),
  author: z.string().nullable(),
  published: z.string().nullable(),
  url: z.string().nullable(),
});

const spanSchema = z.object({ start: z.number(), end: z.number() });

const originSchema = z.object({
  format: z.enum(['text', 'markdown', 'html', 'pdf', 'docx', 'json', 'csv', 'email']),
  member: z.string().nullable(),
  record: z.number().nullable(),
  line: z.number().nullable(),
  part: z.enum(['page', 'paragraph']).nullable(),
  starts: z.array(z.number()),
});

const bodySchema = z.object({
  text: z.string(),
  prose: z.array(spanSchema.loose()),
  hash: z.string().optional(),
  origin: originSchema.optional(),
});

const entrySourceSchema = z.object({ entry: entrySchema });
const articleSourceSchema = z.object({ entry: entrySchema, body: bodySchema });
const stockSourceSchema = z.object({
  entry: z.object({ path: z.string() }),
  stock: z.object({ hash: z.string(), sentences: z.number() }),
});

/** The entry of a document's `ENTRY_FIELDS`. Throws `ArchiveError` where it is none. */
export function entryFrom(source: unknown): ArticleEntry {
  return readAs(entrySourceSchema, source).entry;
}

/** The article of a document's `ARTICLE_FIELDS`. Throws `ArchiveError` where it is none. */
export function articleFrom(source: unknown): Article {
  const { entry, body } = readAs(articleSourceSchema, source);
  const { hash, origin, text, prose } = body;
  return {
    ...entry,
    text,
    prose,
    ...(hash !== undefined && { hash }),
    ...(origin !== undefined && { origin }),
  };
}

const packedSourceSchema = z.object({ packed: z.string().optional() });

/** A document with `ARTICLE_FIELDS`, out of a sentence's `PACKED_FIELDS`; null where it is not in them. */
export function unpackedFrom(source: unknown): unknown {
  const { packed } = readAs(packedSourceSchema, source);
  return packed === undefined ? null : unpack(packed);
}

/** What a loader asks of a document to know whether it has to send the article. */
export const STOCK_FIELDS = ['entry.path', 'stock'];

/** What is in stock of an article, and the file it came from. Throws `ArchiveError` where it is none. */
export function stockFrom(source: unknown): Stock & { readonly path: string } {
  const { entry, stock } = readAs(stockSourceSchema, source);
  return { ...stock, path: entry.path };
}
