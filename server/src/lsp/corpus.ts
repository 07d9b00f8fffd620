/** One corpus in use: reads its articles into an index, and reads again what changed. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Article, SkippedFile } from '../corpus/article.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import { createMemoryIndex, type MutableIndex } from '../corpus/index/memoryIndex.ts';
import { readCorpus } from '../corpus/ingest.ts';
import { corpusRoots } from '../corpus/roots.ts';
import { isWithin } from './folders.ts';
import type { StartProgress } from './progress.ts';

/** Where a corpus tells what it does. */
export interface CorpusListener {
  readonly progress: StartProgress;
  readonly log: { info(message: string): void; warn(message: string): void; error(message: string): void };
}

export interface Corpus {
  /** Absolute folders and globs. */
  readonly entries: readonly string[];
  /** The folders below which the articles lie. */
  roots(): Promise<readonly string[]>;
  readonly index: CorpusIndex;
  /** Why the articles could not be read; null when they could. */
  readonly problem: string | null;
  /** Whether the file is one of the articles, or lies in one of their folders: no draft. */
  holds(path: string): boolean;
  /** Resolves when no reading is going on. Never rejects: see `problem`. */
  ready(): Promise<void>;
  /** Reads the articles again and resolves when the index holds them. */
  reread(): Promise<void>;
  /** Stops reading; the index stays as it is. */
  close(): void;
}

/** Opens a corpus and starts to read it. `changed` is called when articles changed after the first reading. */
export function createCorpus(
  entries: readonly string[],
  { progress, log, changed }: CorpusListener & { readonly changed: () => void },
): Corpus {
  const index = createMemoryIndex();
  let paths: ReadonlySet<string> = new Set();
  let folders: readonly string[] = [];
  let problem: string | null = null;
  let abort = new AbortController();
  /** Revision that the checks know of; null until the first reading is over, before which there are none. */
  let known: number | null = null;

  /** Told by revision, since a reading that was broken off may have changed the index too. */
  const tell = (): void => {
    const isNews = known !== null;
    known = index.revision;
    if (isNews) changed();
  };

  const read = async (signal: AbortSignal): Promise<void> => {
    const display = progress('Reading source articles');
    try {
      folders = (await corpusRoots(entries)).flatMap(({ path, entry }) =>
        entry.kind === 'folder' ? [path] : [],
      );
      const corpus = await readCorpus(entries, { signal, onProgress: display.report });
      await update(index, corpus.articles, corpus.skipped, signal);
      paths = new Set(corpus.articles.map(({ path }) => path));
      const recovered = problem !== null;
      problem = null;
      logReading(log, entries, corpus.articles, corpus.skipped);
      if (index.revision !== known || recovered) tell();
    } catch (error) {
      if (signal.aborted) return;
      problem = error instanceof Error ? error.message : String(error);
      log.error(`The articles could not be read: ${problem}`);
      tell();
    } finally {
      display.end();
    }
  };

  let reading = read(abort.signal);

  return {
    entries,
    roots: async () => [...new Set((await corpusRoots(entries)).map(({ path }) => path))],
    index,
    get problem() {
      return problem;
    },
    holds: (path) => paths.has(path) || folders.some((folder) => isWithin(folder, path)),
    async ready() {
      // A reading that starts while another is waited for is waited for too.
      for (let waited: Promise<void> | null = null; waited !== reading; ) {
        waited = reading;
        await waited;
      }
    },
    reread() {
      abort.abort();
      abort = new AbortController();
      reading = read(abort.signal);
      return reading;
    },
    close() {
      abort.abort();
    },
  };
}

/** Makes the index hold just these articles. Only what differs is analysed again. */
async function update(
  index: MutableIndex,
  articles: readonly Article[],
  skipped: readonly SkippedFile[],
  signal: AbortSignal,
): Promise<void> {
  const ids = new Set(articles.map(({ id }) => id));
  for (const id of index.ids()) if (!ids.has(id)) index.remove(id);
  for (const article of articles) {
    if (sameArticle(index.known(article.id), article)) continue;
    // Analysing takes milliseconds an article; requests that arrive meanwhile are answered in between.
    await nextTurn();
    signal.throwIfAborted();
    index.put(article);
  }
  if (!sameSkipped(index.skipped, skipped)) index.setSkipped(skipped);
}

/** Everything else about an article is read from its text and its path. */
function sameArticle(known: Article | undefined, article: Article): boolean {
  return known !== undefined && known.text === article.text && known.path === article.path;
}

function sameSkipped(a: readonly SkippedFile[], b: readonly SkippedFile[]): boolean {
  return (
    a.length === b.length && a.every((each, i) => each.path === b[i]?.path && each.reason === b[i]?.reason)
  );
}

function logReading(
  log: CorpusListener['log'],
  entries: readonly string[],
  articles: readonly Article[],
  skipped: readonly SkippedFile[],
): void {
  log.info(`Read ${articles.length} articles of ${entries.join(', ')}`);
  for (const { path, reason } of skipped) log.warn(`Skipped ${path}: ${reason}`);
}
