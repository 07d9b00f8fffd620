/** Loading: brings the articles of folders into an archive, those that are new or changed, from wherever it stopped. */

import { basename } from 'node:path';
import type { Article, SkippedFile } from '../article.ts';
import { listFiles, type SourceFile } from '../files.ts';
import type { LinkPolicy } from '../links.ts';
import { readArticles } from '../readArticles.ts';
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
}

export interface LoadReport {
  readonly sent: number;
  readonly unchanged: number;
  readonly skipped: readonly SkippedFile[];
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
 * the folders stay. As long as a first or a large load goes on, and when it was broken off, the archive counts as
 * incomplete, until a load of the same name is finished. Rejects with `ArchiveError`, and with the signal's reason when aborted; what was sent stays.
 */
export async function loadArchive(
  writer: ArchiveWriter,
  { entries, links, spread }: LoadRequest,
  listener: LoadListener,
): Promise<LoadReport> {
  const { signal } = listener;
  await writer.prepare(spread);
  const files: SourceFile[] = [];
  const skipped: SkippedFile[] = [];
  for await (const listed of listFiles(entries, { links, signal })) {
    if (listed.kind === 'file') files.push(listed.file);
    else skipped.push(listed.skipped);
  }
  const load = new Load(writer, loadName(entries), files.length, skipped, listener);
  await load.begin();
  for (const file of files) {
    for await (const item of readArticles(file, { signal })) {
      if (item.kind === 'skipped') skipped.push(item.skipped);
      else await load.add(item.article);
    }
    await load.endFile();
  }
  return load.end();
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

  async add(article: Article): Promise<void> {
    this.#batch.push(article);
    this.#length += article.text.length;
    if (this.#batch.length >= BATCH || this.#length >= LONGEST_BATCH) await this.#flush();
  }

  async endFile(): Promise<void> {
    this.#read += 1;
    this.#listener.progress(this.#read, this.#files);
    if (this.#listener.now() - this.#published < PUBLISH_EVERY) return;
    this.#published = this.#listener.now();
    if (this.#sent > 0) await this.#publish();
  }

  async end(): Promise<LoadReport> {
    await this.#flush();
    await Promise.all(this.#underWay);
    this.#throwProblem();
    this.#isNeeded = false;
    const { unfinished } = await this.#publish();
    return {
      sent: this.#sent,
      unchanged: this.#unchanged,
      skipped: this.#skipped,
      unfinished: unfinished.map(({ load }) => load),
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
