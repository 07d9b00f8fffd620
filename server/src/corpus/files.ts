/**
 * Files: finds the files of a corpus that are articles. The one place that lists folders, matches globs, follows or
 * refuses links and asks for size and time; whoever keeps an index compares these with what it knows and reads what
 * differs by `readArticles`.
 */

import { type Dirent, type Stats, statSync } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import picomatch from 'picomatch';
import type { SkippedFile } from './article.ts';
import { fileProblem, leavesOpen, retryAfter } from './fileProblem.ts';
import type { FileState } from './fileState.ts';
import { isBelow, type LinkPolicy, rootProblem } from './links.ts';
import { isPieceOfPage } from './piecesOfPages.ts';
import { pagesOf } from './readers/noArticle.ts';
import type { Retry } from './readers/reader.ts';
import { readerFor, whyNotRead } from './readers/readers.ts';
import { type CorpusRoot, corpusRoots } from './roots.ts';

/** A file that a reader takes, as it was when it was listed. */
export interface SourceFile extends FileState {
  /** Absolute path. */
  readonly path: string;
  /** Begins the ids of its articles: the path below the corpus folder, with `/`, after that folder's name where there are several. */
  readonly id: string;
}

export type Listed =
  | { readonly kind: 'file'; readonly file: SourceFile }
  | ({ readonly kind: 'skipped'; readonly skipped: SkippedFile } & Prospect);

/** What may become of something that could not be listed. */
export interface Prospect {
  /** Whether it may be listed the next time although nothing in it changes. */
  readonly retry: Retry;
  /** Whether nobody can tell what is there and below it at the moment, so that what was there is not known to be gone. */
  readonly isOpen: boolean;
}

export interface ListOptions {
  readonly signal?: AbortSignal;
  /** `refuse` by default. */
  readonly links?: LinkPolicy;
  /**
   * What the thread does while the disk is asked for the size of a file: `other-work`, the default on the main thread, or
   * `nothing`, which takes a fifth of the time.
   */
  readonly meanwhile?: 'other-work' | 'nothing';
}

/**
 * Lists the articles' files below `entries`: absolute folders, files or globs. Folder after folder, so that memory does
 * not grow with the corpus, entry after entry, and in each in code-unit order of the ids. A file that several entries
 * hold is listed once, by the first. Whatever cannot be listed is `skipped`; rejects only when aborted.
 */
export async function* listFiles(
  entries: readonly string[],
  options: ListOptions = {},
): AsyncGenerator<Listed, void, undefined> {
  const roots = await corpusRoots(entries);
  for (const [number, root] of roots.entries()) {
    const earlier = roots.slice(0, number).map(holding);
    for await (const listed of listRoot(root, options)) {
      const { path } = listed.kind === 'file' ? listed.file : listed.skipped;
      // Entries may overlap: `corpus` and `corpus/2020`. The first that holds a file names it.
      if (!earlier.some((holds) => holds(path))) yield listed;
    }
  }
}

/**
 * Lists those of `paths`, absolute, that `listFiles` would list now, without a look at any other file. Gives nothing for
 * a path that is a folder, is gone or is no article's.
 */
export async function* listPaths(
  entries: readonly string[],
  paths: readonly string[],
  options: ListOptions = {},
): AsyncGenerator<Listed, void, undefined> {
  const roots = await corpusRoots(entries);
  for (const path of paths) {
    options.signal?.throwIfAborted();
    const root = roots.find((each) => holding(each)(path));
    const listed = root === undefined ? null : await listPath(path, root, options);
    if (listed !== null) yield listed;
  }
}

async function listPath(
  path: string,
  root: CorpusRoot,
  { links = 'refuse' }: ListOptions,
): Promise<Listed | null> {
  try {
    const problem = await rootProblem(root, links);
    if (problem !== null) return skipped(entryPath(root), problem);
    if (links !== 'follow' && !(await isReachedWithoutLinks(path, root))) return null;
    const found = await lstat(path);
    if (found.isDirectory() || isPieceOfPage(path, root)) return null;
    const walk: Walk = { root, isWanted: wantedBy(root), links, entered: new Set() };
    const pending = found.isSymbolicLink() ? await pendingLink(path, walk) : pendingFile(path, found);
    if (pending?.kind === 'skipped') return skipped(path, pending.reason, pending);
    return pending?.kind === 'file' ? await fileOf(path, root, 'other-work') : null;
  } catch (error) {
    // What is gone is not listed.
    return leavesOpen(error) ? skipped(path, fileProblem(error), prospectAfter(error)) : null;
  }
}

/** Whether no folder between the root and the file is a link. */
async function isReachedWithoutLinks(path: string, root: CorpusRoot): Promise<boolean> {
  const way = relative(root.path, dirname(path));
  return relative(await realpath(root.path), await realpath(dirname(path))) === way;
}

async function* listRoot(root: CorpusRoot, options: ListOptions): AsyncGenerator<Listed> {
  const { signal, links = 'refuse', meanwhile = isMainThread ? 'other-work' : 'nothing' } = options;
  const problem = await rootProblem(root, links);
  if (problem !== null) {
    yield skipped(entryPath(root), problem);
    return;
  }
  if (root.entry.kind === 'file') {
    const { path } = root.entry;
    yield readerFor(basename(path)) === null ? notRead(path) : await fileOf(path, root, meanwhile);
    return;
  }
  const walk: Walk = { root, isWanted: wantedBy(root), links, entered: new Set() };
  const pending: Pending[] = [{ path: root.path, kind: 'folder' }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    signal?.throwIfAborted();
    if (next.kind === 'file') yield await fileOf(next.path, root, meanwhile);
    else if (next.kind === 'skipped') yield skipped(next.path, next.reason, next);
    else pending.push(...(await readFolder(next.path, walk)).toReversed());
  }
}

interface Walk {
  readonly root: CorpusRoot;
  readonly isWanted: (path: string) => boolean;
  readonly links: LinkPolicy;
  /** Real paths of the folders entered so far, kept where links are followed, which may lead in circles. */
  readonly entered: Set<string>;
}

/** What a folder holds that is to be looked at or told. */
type Pending =
  | { readonly kind: 'folder' | 'file'; readonly path: string }
  | ({ readonly kind: 'skipped'; readonly path: string; readonly reason: string } & Prospect);

/** Whether a root would have listed the path itself. */
function holding(root: CorpusRoot): (path: string) => boolean {
  const { entry } = root;
  if (entry.kind === 'file') return (path) => path === entry.path;
  const isWanted = wantedBy(root);
  return (path) => isBelow(root.path, path) && !isHidden(root.path, path) && isWanted(path);
}

/** Whether a path, absolute, is what the root's glob asks for: it or a folder above it matches. */
function wantedBy(root: CorpusRoot): (path: string) => boolean {
  if (root.entry.kind !== 'glob') return () => true;
  const matches = picomatch(root.entry.pattern);
  return (path) => {
    const parts = relative(root.path, path).split(sep);
    return parts.some((_, index) => matches(parts.slice(0, index + 1).join('/')));
  };
}

/** What is in a folder, in the code-unit order of all paths below it. */
async function readFolder(folder: string, walk: Walk): Promise<readonly Pending[]> {
  try {
    if (walk.links === 'follow' && !(await enter(folder, walk))) return [];
    const entries = await readdir(folder, { withFileTypes: true });
    const names = new Set(entries.map(({ name }) => name));
    const isPieces = (name: string): boolean => pagesOf(name).some((page) => names.has(page));
    const looked = entries.filter(({ name }) => !isIgnored(name) && !isPieces(name));
    const pending = await Promise.all(looked.map((entry) => pendingOf(entry, folder, walk)));
    return pending.filter((each) => each !== null).sort(byPlace);
  } catch (error) {
    return [{ kind: 'skipped', path: folder, reason: fileProblem(error), ...prospectAfter(error) }];
  }
}

/** Marks a folder as entered; false when it was before, by another way. */
async function enter(folder: string, { entered }: Walk): Promise<boolean> {
  const real = await realpath(folder);
  if (entered.has(real)) return false;
  entered.add(real);
  return true;
}

async function pendingOf(entry: Dirent, folder: string, walk: Walk): Promise<Pending | null> {
  const path = join(folder, entry.name);
  if (entry.isSymbolicLink()) return pendingLink(path, walk);
  if (entry.isDirectory()) return { kind: 'folder', path };
  return walk.isWanted(path) ? pendingFile(path, entry) : null;
}

function pendingFile(path: string, found: Pick<Stats, 'isFile'>): Pending | null {
  const reader = readerFor(basename(path));
  // Pictures, source code and other files that are never articles are passed over without a word.
  if (reader === null) return null;
  if (!found.isFile()) return { kind: 'skipped', path, reason: 'not a regular file', ...SETTLED };
  if (reader !== 'unknown') return { kind: 'file', path };
  return { kind: 'skipped', path, reason: whyNotRead(basename(path)), ...SETTLED };
}

async function pendingLink(path: string, walk: Walk): Promise<Pending | null> {
  try {
    if (walk.links === 'follow') {
      const found = await stat(path);
      if (found.isDirectory()) return { kind: 'folder', path };
      return walk.isWanted(path) ? pendingFile(path, found) : null;
    }
    if (!walk.isWanted(path)) return null;
    const isInside = isBelow(await realpath(walk.root.path), await realpath(path));
    return isInside
      ? null
      : { kind: 'skipped', path, reason: 'a link that leads out of the folder of articles', ...SETTLED };
  } catch (error) {
    const prospect = prospectAfter(error);
    // Nothing is read by a link that is not followed, wherever it leads.
    const retry = walk.links === 'follow' ? prospect.retry : 'never';
    return { kind: 'skipped', path, reason: `a link: ${fileProblem(error)}`, ...prospect, retry };
  }
}

async function fileOf(
  path: string,
  root: CorpusRoot,
  meanwhile: NonNullable<ListOptions['meanwhile']>,
): Promise<Listed> {
  if (readerFor(basename(path)) === 'unknown') return notRead(path);
  try {
    const { size, mtimeMs, ctimeMs } = meanwhile === 'other-work' ? await stat(path) : statSync(path);
    return { kind: 'file', file: { path, id: idOf(path, root), size, mtime: mtimeMs, ctime: ctimeMs } };
  } catch (error) {
    return skipped(path, fileProblem(error), prospectAfter(error));
  }
}

/** The path that names a root to the user: the file, or the folder, of a glob the deepest one without wildcards. */
function entryPath({ path, entry }: CorpusRoot): string {
  return entry.kind === 'file' ? entry.path : path;
}

/** The path relative to the root, with `/` on every system, after the root's own name where there are several. */
function idOf(path: string, root: CorpusRoot): string {
  const way = relative(root.path, path).split(sep).join('/');
  return root.name === '' ? way : `${root.name}/${way}`;
}

function notRead(path: string): Listed {
  return skipped(path, whyNotRead(basename(path)));
}

function skipped(path: string, reason: string, { retry, isOpen }: Prospect = SETTLED): Listed {
  return { kind: 'skipped', skipped: { path, reason }, retry, isOpen };
}

/** Of what is no article, however often one looks. */
const SETTLED: Prospect = { retry: 'never', isOpen: false };

function prospectAfter(error: unknown): Prospect {
  return { retry: retryAfter(error), isOpen: leavesOpen(error) };
}

/** Hidden files and folders, and what package managers install. */
function isIgnored(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function isHidden(root: string, path: string): boolean {
  return relative(root, path).split(sep).some(isIgnored);
}

/** Folders are ordered by their name and the `/` that follows it, as in the ids of what they hold. */
function byPlace(a: Pending, b: Pending): number {
  const [first, second] = [placeName(a), placeName(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function placeName({ kind, path }: Pending): string {
  return kind === 'folder' ? `${path}/` : path;
}
