/** The store in memory: reads all articles at every start, and those that change again. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Article, SkippedFile } from '../corpus/article.ts';
import { type FileState, isUnchanged } from '../corpus/fileState.ts';
import { listFiles, listPaths, type SourceFile } from '../corpus/files.ts';
import { createMemoryIndex, type MutableIndex } from '../corpus/index/memoryIndex.ts';
import type { LinkPolicy } from '../corpus/links.ts';
import { someHavePieces } from '../corpus/piecesOfPages.ts';
import { readArticles } from '../corpus/readArticles.ts';
import { likelier, type Retry } from '../corpus/readers/reader.ts';
import { FEW_UNITS, type FileArticles, readFew } from '../corpus/readFew.ts';
import { weighCorpus } from '../corpus/weighCorpus.ts';
import type { ArticleStore } from './articleStore.ts';
import type { Progress } from './progress.ts';

/**
 * UTF-16 units of the articles that are kept in memory at most, some 2,000 articles of 500 words. Such articles take 26
 * bytes a unit with their index, 155 MB in all; lists of nothing but numbers take 120, with which a server still stays
 * within the gigabyte that the client of VS Code gives it.
 */
export const MOST_TEXT_IN_MEMORY = 6_000_000;

/** An empty store for the absolute folders, files and globs `entries`. Until its first reading is over files are pending. */
export function createMemoryStore(entries: readonly string[], links: LinkPolicy): ArticleStore {
  const index = createMemoryIndex();
  index.setPending(UNKNOWN);
  const shelf: Shelf = { index, files: new Map(), length: 0 };
  return {
    kind: 'memory',
    index,
    holds: (path) => (shelf.files.get(path)?.ids.length ?? 0) > 0,
    isCurrent: () => true,
    async read(signal, progress) {
      index.setPending(Math.max(index.pending, UNKNOWN));
      const { files, unlisted } = await listAll(entries, links, signal);
      const listed = new Set(files.map(({ path }) => path));
      // Those that cannot be listed for a moment go too: a store that is read at each start soon has them again.
      for (const path of shelf.files.keys()) if (!listed.has(path)) remove(shelf, path);
      const changed = files.filter((file) => !isKnown(shelf, file));
      const left = await readFiles(shelf, changed, signal, progress);
      setSkipped(shelf, [...unlisted, ...files.flatMap(({ path }) => shelf.files.get(path)?.skipped ?? [])]);
      return left === 0 ? 'all' : 'part';
    },
    async update(paths, signal) {
      // What is still to be read goes on to be read.
      if (index.pending > 0 || MOST_TEXT_IN_MEMORY - shelf.length < FEW_UNITS) return false;
      // A full reading keeps them where their weight belongs.
      if ((await weighCorpus(entries, links, signal)) === 'disk') return false;
      const files: SourceFile[] = [];
      for await (const listed of listPaths(entries, paths, { links, signal })) {
        if (listed.kind === 'skipped') return false;
        files.push(listed.file);
      }
      const listed = new Set(files.map(({ path }) => path));
      // A path that is neither listed nor known may be a folder. What was skipped is told again by a full reading.
      if (paths.some((path) => !listed.has(path) && !shelf.files.has(path))) return false;
      if (index.skipped.some(({ path }) => paths.includes(path))) return false;
      const gone = paths.filter((path) => !listed.has(path));
      const changed = files.filter((file) => !isKnown(shelf, file));
      if (changed.length + gone.length === 0) return true;
      const come = changed.flatMap(({ path }) => (shelf.files.has(path) ? [] : [path]));
      if (await someHavePieces([...come, ...gone])) return false;
      setOutdated(index, changed.length + gone.length);
      const few = await readFew(changed, signal);
      signal.throwIfAborted();
      // They stay pending until everything was read, which the caller sees to.
      if (few === null) return false;
      await takeIn(shelf, few, gone, signal);
      return true;
    },
    close() {},
  };
}

/** Files that are pending until they are listed, when not even their number is known. */
const UNKNOWN = 1;

/** The index, and what it has of each file, by its absolute path. */
interface Shelf {
  readonly index: MutableIndex;
  readonly files: Map<string, KnownFile>;
  /** UTF-16 units of all articles. */
  length: number;
}

interface KnownFile extends FileState {
  /** Of its articles. */
  readonly ids: readonly string[];
  /** UTF-16 units of its articles. */
  readonly length: number;
  readonly skipped: readonly SkippedFile[];
  readonly reading: Outcome;
}

/**
 * How far a file was read. `unread`: not to its end, or not at all, so that it is read again. `failed-once`: the same, and a
 * parser has failed at it; a second such failure is its last reading, for it may cost the time limit each time.
 */
type Outcome = 'read' | 'unread' | 'failed-once';

interface FileContent {
  readonly articles: readonly Article[];
  readonly skipped: readonly SkippedFile[];
  /** Whether to read the file again although it stays the same. */
  readonly retry: Retry;
}

async function listAll(
  entries: readonly string[],
  links: LinkPolicy,
  signal: AbortSignal,
): Promise<{ readonly files: readonly SourceFile[]; readonly unlisted: readonly SkippedFile[] }> {
  const files: SourceFile[] = [];
  const unlisted: SkippedFile[] = [];
  for await (const listed of listFiles(entries, { links, signal })) {
    if (listed.kind === 'file') files.push(listed.file);
    else unlisted.push(listed.skipped);
  }
  return { files, unlisted };
}

/** Whether the file was read as it is now. */
function isKnown(shelf: Shelf, file: SourceFile): boolean {
  return outcomeOf(shelf, file) === 'read';
}

/** How far the file was read as it is now. */
function outcomeOf({ files }: Shelf, file: SourceFile): Outcome {
  const known = files.get(file.path);
  return isUnchanged(known, file) && known !== undefined ? known.reading : 'unread';
}

/** How far a file is read after another reading. */
function nextOutcome(before: Outcome, retry: Retry): Outcome {
  switch (retry) {
    case 'never':
      return 'read';
    case 'once':
      return before === 'failed-once' ? 'read' : 'failed-once';
    case 'when-allowed':
    case 'always':
      return before === 'failed-once' ? 'failed-once' : 'unread';
  }
}

/** Reads new and changed files as long as there is room; returns how many are left, which are pending. */
async function readFiles(
  shelf: Shelf,
  files: readonly SourceFile[],
  signal: AbortSignal,
  progress: Progress,
): Promise<number> {
  let left = files.length;
  shelf.index.setPending(left);
  for (const [done, file] of files.entries()) {
    signal.throwIfAborted();
    const content = await contentOf(file, roomFor(shelf, file), signal);
    if (content === 'too-large') {
      // What it held before is no longer in it.
      remove(shelf, file.path);
      if (shelf.length > ENOUGH_TEXT) break;
    } else {
      await replace(shelf, file, content, signal);
      left -= 1;
      shelf.index.setPending(left);
    }
    if ((done + 1) % TOLD_AT_ONCE === 0) progress.report(done + 1, files.length);
  }
  return left;
}

/**
 * Counts files that are to be read again as pending, since what they said before refutes nothing. The revision changes too:
 * checks that are made meanwhile are incomplete, and have to be made again even if no text turns out to be another. Who
 * breaks the update off reads everything, and counts by itself.
 */
function setOutdated(index: MutableIndex, files: number): void {
  index.setPending(files);
  index.setSkipped(index.skipped);
}

/** Takes in what is in a few changed files, and that others are gone. */
async function takeIn(
  shelf: Shelf,
  few: readonly FileArticles[],
  gone: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for (const path of gone) remove(shelf, path);
  for (const [done, { file, articles }] of few.entries()) {
    // While a file is half taken in nothing is refuted, and what is broken off is pending until a full reading.
    shelf.index.setPending(few.length - done);
    await replace(shelf, file, { articles, skipped: [], retry: 'never' }, signal);
    signal.throwIfAborted();
  }
  shelf.index.setPending(0);
}

/** One large file does not keep others out, but once half is used the first that has no room is the last that is tried. */
const ENOUGH_TEXT = MOST_TEXT_IN_MEMORY / 2;
/** Files read between two news of progress. */
const TOLD_AT_ONCE = 16;

/** UTF-16 units that the file's articles may have, in place of those that it had. */
function roomFor({ files, length }: Shelf, { path }: SourceFile): number {
  return MOST_TEXT_IN_MEMORY - length + (files.get(path)?.length ?? 0);
}

/** What is in the file; `too-large` when its articles have more than `room` UTF-16 units. */
async function contentOf(
  file: SourceFile,
  room: number,
  signal: AbortSignal,
): Promise<FileContent | 'too-large'> {
  const articles: Article[] = [];
  const skipped: SkippedFile[] = [];
  let retry: Retry = 'never';
  let length = 0;
  for await (const item of readArticles(file, { signal })) {
    if (item.kind === 'skipped') {
      skipped.push(item.skipped);
      retry = likelier(retry, item.retry);
      continue;
    }
    articles.push(item.article);
    length += item.article.text.length;
    if (length > room) return 'too-large';
  }
  return { articles, skipped, retry };
}

/**
 * Makes the index hold of the file just what is in it. Only what differs is analysed again. Where it is broken off the file
 * is not known as it is now, and is read again.
 */
async function replace(
  shelf: Shelf,
  file: SourceFile,
  { articles, skipped, retry }: FileContent,
  signal: AbortSignal,
): Promise<void> {
  const { index } = shelf;
  const { path, size, mtime, ctime } = file;
  const ids = articles.map(({ id }) => id);
  const before = shelf.files.get(path)?.ids ?? [];
  const length = articles.reduce((sum, { text }) => sum + text.length, 0);
  const reading = nextOutcome(outcomeOf(shelf, file), retry);
  const known: KnownFile = { size, mtime, ctime, ids, length, skipped, reading };
  note(shelf, path, { ...known, ids: [...new Set([...before, ...ids])], reading: 'unread' });
  for (const id of before) if (!ids.includes(id)) index.remove(id);
  for (const article of articles) {
    if (sameArticle(index.known(article.id), article)) continue;
    // Analysing takes milliseconds an article; requests that arrive meanwhile are answered in between.
    await nextTurn();
    signal.throwIfAborted();
    index.put(article);
  }
  note(shelf, path, known);
}

function remove(shelf: Shelf, path: string): void {
  for (const id of shelf.files.get(path)?.ids ?? []) shelf.index.remove(id);
  note(shelf, path, null);
}

/** Notes what the index has of a file; null for nothing. */
function note(shelf: Shelf, path: string, known: KnownFile | null): void {
  shelf.length += (known?.length ?? 0) - (shelf.files.get(path)?.length ?? 0);
  if (known === null) shelf.files.delete(path);
  else shelf.files.set(path, known);
}

function setSkipped({ index }: Shelf, skipped: readonly SkippedFile[]): void {
  if (!sameSkipped(index.skipped, skipped)) index.setSkipped(skipped);
}

function sameArticle(known: Article | undefined, article: Article): boolean {
  return (
    known !== undefined &&
    known.text === article.text &&
    known.path === article.path &&
    isDeepStrictEqual(known.origin, article.origin) &&
    known.hash === article.hash
  );
}

function sameSkipped(a: readonly SkippedFile[], b: readonly SkippedFile[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      ({ path, member, reason }, i) =>
        path === b[i]?.path && member === b[i]?.member && reason === b[i]?.reason,
    )
  );
}
