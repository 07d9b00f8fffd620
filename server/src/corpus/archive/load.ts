/** Loading: brings the articles of folders into an archive, those that are new or changed, from wherever it stopped. */

import { basename } from 'node:path';
import type { Article, SkippedFile } from '../article.ts';
import { listFiles, type SourceFile } from '../files.ts';
import { isGone } from '../gone.ts';
import type { LinkPolicy } from '../links.ts';
import { readArticles } from '../readArticles.ts';
import { likelier, type Retry } from '../readers/reader.ts';
import type { Spread } from './mapping.ts';
import { MOST_SKIPPED, type UnfinishedLoad, type WrittenState } from './state.ts';
import type { ArchiveWriter, Replaced } from './writer.ts';

export interface LoadRequest {
  /** Absolute folders, files and globs. */
  readonly entries: readonly string[];
  readonly links: LinkPolicy;
  /** How an archive is spread that is made now. */
  readonly spread: Spread;
}

export interface LoadListener {
  readonly signal: AbortSignal;
  /** Files looked into, of all there are. */
  progress(done: number, total: number): void;
  now(): number;
  /** Told how many files there are and what could not be listed, before the state is changed; what it throws ends the load. */
  listed?(files: number, skipped: readonly SkippedFile[]): void;
}

export interface LoadReport {
  readonly sent: number;
  readonly unchanged: number;
  readonly skipped: readonly SkippedFile[];
  /** Files and folders that the disk or the network kept back, so that another load may read them. */
  readonly keptBack: number;
  /** Whether the archive is complete as far as this load goes. */
  readonly isFinished: boolean;
  /** The names of other loads that were not finished: the archive is not complete without them. */
  readonly unfinished: readonly string[];
}

/** Articles of one batch: a request of some megabytes. */
const BATCH = 100;
/** UTF-16 units of their texts. */
const LONGEST_BATCH = 2_000_000;
/** Batches under way at a time: one is written while the next is analysed. */
const MOST_UNDER_WAY = 2;
/** Milliseconds between two moments at which what was written becomes visible. */
const PUBLISH_EVERY = 15_000;
/** New articles after which a load counts as one that the archive is not complete without. */
const MANY = 1_000;

/**
 * Brings the articles into the archive. Those that it has in the same words are not sent; articles that are no more in
 * the folders stay. As long as a first or a large load goes on, when it was broken off, and when files were kept back from
 * it, the archive counts as incomplete, until a load of the same name is finished. Rejects with `ArchiveError`, and with the
 * signal's reason when aborted; what was sent stays.
 */
export async function loadArchive(
  writer: ArchiveWriter,
  { entries, links, spread }: LoadRequest,
  listener: LoadListener,
): Promise<LoadReport> {
  const { signal } = listener;
  await writer.prepare(spread);
  const { files, skipped, keptBack } = await listAll(entries, links, signal);
  listener.listed?.(files.length, skipped);
  const load = new Load(writer, loadName(entries), files.length, skipped, listener);
  await load.begin();
  const again: FileRead[] = [];
  for (const file of files) {
    const read = await readInto(load, file, signal);
    if (read.retry === 'always') again.push(read);
    else await load.endFile(read.skipped);
  }
  for (const path of keptBack) if (!(await isGone(path, entries))) load.keepBack([]);
  // Files that were in use, or changed while they were read, can be read by now, or are gone.
  for (const read of again) {
    // A share that is away keeps back all the others too, each with the patience of the network.
    const last = load.keptBack > 0 ? null : await readInto(load, read.file, signal);
    if (last === null) load.keepBack(read.skipped);
    else if (last.retry !== 'always' || (await isGone(last.file.path, entries)))
      await load.endFile(last.skipped);
    else load.keepBack(last.skipped);
  }
  return load.end();
}

interface Listing {
  readonly files: readonly SourceFile[];
  readonly skipped: SkippedFile[];
  /** Paths of those skipped that the disk or the network kept back. */
  readonly keptBack: readonly string[];
}

async function listAll(entries: readonly string[], links: LinkPolicy, signal: AbortSignal): Promise<Listing> {
  const files: SourceFile[] = [];
  const skipped: SkippedFile[] = [];
  const keptBack: string[] = [];
  for await (const listed of listFiles(entries, { links, signal })) {
    if (listed.kind === 'file') files.push(listed.file);
    else skipped.push(listed.skipped);
    if (listed.kind === 'skipped' && listed.retry === 'always') keptBack.push(listed.skipped.path);
  }
  return { files, skipped, keptBack };
}

interface FileRead {
  readonly file: SourceFile;
  readonly skipped: readonly SkippedFile[];
  /** Whether to read the file again for what was skipped. */
  readonly retry: Retry;
}

/** Adds what is in a file to a load, and tells what is not. */
async function readInto(load: Load, file: SourceFile, signal: AbortSignal): Promise<FileRead> {
  const skipped: SkippedFile[] = [];
  let retry: Retry = 'never';
  for await (const item of readArticles(file, { signal })) {
    if (item.kind === 'article') {
      await load.add(item.article);
      continue;
    }
    skipped.push(item.skipped);
    retry = likelier(retry, item.retry);
  }
  return { file, skipped, retry };
}

/** The names of the folders, since the same articles may be loaded from another place or machine. */
function loadName(entries: readonly string[]): string {
  return entries
    .map((entry) => basename(entry))
    .sort()
    .join(', ');
}

/** One load: gathers articles into batches and keeps the books. */
class Load {
  readonly #writer: ArchiveWriter;
  readonly #listener: LoadListener;
  readonly #name: string;
  readonly #files: number;
  readonly #skipped: SkippedFile[];
  readonly #underWay = new Set<Promise<void>>();
  #batch: Article[] = [];
  #length = 0;
  #read = 0;
  #sent = 0;
  #unchanged = 0;
  #published: number;
  /** Whether the archive is not complete without this load. */
  #isNeeded = true;
  #keptBack = 0;
  #problem: { readonly error: unknown } | null = null;

  constructor(
    writer: ArchiveWriter,
    name: string,
    files: number,
    skipped: SkippedFile[],
    listener: LoadListener,
  ) {
    this.#writer = writer;
    this.#name = name;
    this.#files = files;
    this.#skipped = skipped;
    this.#listener = listener;
    this.#published = listener.now();
  }

  /** Says that the archive is incomplete where it is new or this load was not finished before. */
  async begin(): Promise<void> {
    this.#listener.progress(0, this.#files);
    await this.#writer.publish((state) => {
      this.#isNeeded = state.revision === 0 || state.unfinished.some(({ load }) => load === this.#name);
      return { ...state, unfinished: this.#unfinished(state) };
    });
  }

  /** Files and folders kept back so far. */
  get keptBack(): number {
    return this.#keptBack;
  }

  async add(article: Article): Promise<void> {
    this.#batch.push(article);
    this.#length += article.text.length;
    if (this.#batch.length >= BATCH || this.#length >= LONGEST_BATCH) await this.#flush();
  }

  /** A file was looked into, and nothing of it may be read by another load that this one did not read. */
  async endFile(skipped: readonly SkippedFile[]): Promise<void> {
    this.#skipped.push(...skipped);
    this.#read += 1;
    this.#listener.progress(this.#read, this.#files);
    if (this.#listener.now() - this.#published < PUBLISH_EVERY) return;
    this.#published = this.#listener.now();
    if (this.#sent > 0) await this.#publish();
  }

  /**
   * A file or folder was kept back by the disk or the network, so that the load is not finished: a share that is away keeps
   * all of them back. One that somebody denies us or that a parser fails at is none of these, since it may be so for ever, and the
   * archive would never be complete; it is told of as skipped.
   */
  keepBack(skipped: readonly SkippedFile[]): void {
    this.#skipped.push(...skipped);
    this.#keptBack += 1;
  }

  async end(): Promise<LoadReport> {
    await this.#flush();
    await Promise.all(this.#underWay);
    this.#throwProblem();
    // A folder without any file may be one that a share is mounted at.
    if (this.#files > 0 && this.#keptBack === 0) this.#isNeeded = false;
    const { unfinished } = await this.#publish();
    return {
      sent: this.#sent,
      unchanged: this.#unchanged,
      skipped: this.#skipped,
      keptBack: this.#keptBack,
      isFinished: !this.#isNeeded,
      unfinished: unfinished.map(({ load }) => load).filter((load) => load !== this.#name),
    };
  }

  #publish(): Promise<WrittenState> {
    return this.#writer.publish((state) => ({
      ...state,
      unfinished: this.#unfinished(state),
      skipped: this.#skipped.slice(0, MOST_SKIPPED),
    }));
  }

  /** The unfinished loads, this one among them while it is needed. */
  #unfinished({ unfinished }: WrittenState): readonly UnfinishedLoad[] {
    const others = unfinished.filter(({ load }) => load !== this.#name);
    // The last file is looked into before the last articles are there.
    const files = Math.max(1, this.#files - this.#read);
    return this.#isNeeded ? [...others, { load: this.#name, files }] : others;
  }

  /** Sends what was gathered, beside what is under way. */
  async #flush(): Promise<void> {
    this.#throwProblem();
    if (this.#batch.length === 0) return;
    if (!this.#isNeeded && this.#sent > MANY) {
      // From here on it must not be taken for finished, whatever becomes of it.
      this.#isNeeded = true;
      await this.#publish();
    }
    const sending = this.#writer.replace(this.#batch).then(
      (replaced) => this.#book(replaced),
      (error: unknown) => {
        this.#problem ??= { error };
      },
    );
    this.#batch = [];
    this.#length = 0;
    this.#underWay.add(sending);
    void sending.then(() => this.#underWay.delete(sending));
    if (this.#underWay.size >= MOST_UNDER_WAY) await Promise.race(this.#underWay);
  }

  #book({ sent, unchanged, refused }: Replaced): void {
    this.#sent += sent;
    this.#unchanged += unchanged;
    this.#skipped.push(...refused);
  }

  #throwProblem(): void {
    if (this.#problem !== null) throw this.#problem.error;
  }
}
