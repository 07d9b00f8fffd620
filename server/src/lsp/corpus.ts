/** One corpus in use: keeps its articles in memory or on disk, and reads again what changed. */

import { UnusableIndex } from '../corpus/disk/database.ts';
import { defaultIndexFolder } from '../corpus/disk/indexFolder.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import type { LinkPolicy } from '../corpus/links.ts';
import { corpusRoots } from '../corpus/roots.ts';
import { weighCorpus } from '../corpus/weighCorpus.ts';
import type { ArticleStore } from './articleStore.ts';
import type { CorpusListener } from './corpusListener.ts';
import { isWithin } from './folders.ts';
import { keptInMemory, noRoom, notIndexed, REPLACED, STOPPED } from './halts.ts';
import { createMemoryStore } from './memoryStore.ts';
import type { Progress } from './progress.ts';
import { logReading, logUpdate } from './readingLog.ts';
import { settled } from './settled.ts';

export interface Corpus {
  /** Absolute folders and globs. */
  readonly entries: readonly string[];
  /** The folders below which the articles lie. */
  roots(): Promise<readonly string[]>;
  /** What the articles are looked up in. Another one once the corpus has grown too large for memory. */
  readonly index: CorpusIndex;
  /** Why the articles could not be read; null when they could. */
  readonly problem: string | null;
  /** Why the files that `index.pending` counts are not being read, and what to do; null while they are, or there are none. */
  readonly halt: string | null;
  /** Whether the file is one of the articles, or lies in one of their folders: no draft. */
  holds(path: string): boolean;
  /** Resolves when the index can answer, if only with the part of the articles that is indexed. Never rejects. */
  ready(): Promise<void>;
  /** Reads articles again, those of the files that changed or all, and resolves when the index holds them. Never rejects. */
  reread(changed?: readonly string[]): Promise<void>;
  /** Stops reading; the index stays as it is. */
  close(): void;
}

/** Milliseconds between two looks at an index that other windows may change, and two checks while one is growing. */
const LOOK = 2_000;

/** Opens a corpus and starts to read it. `changed` is called when articles changed after the first reading. */
export function createCorpus(
  entries: readonly string[],
  links: LinkPolicy,
  listener: CorpusListener & { readonly changed: () => void },
): Corpus {
  return new OpenCorpus(entries, links, listener);
}

class OpenCorpus implements Corpus {
  readonly entries: readonly string[];
  problem: string | null = null;
  halt: string | null = null;
  readonly #links: LinkPolicy;
  readonly #listener: CorpusListener & { readonly changed: () => void };
  readonly #look: NodeJS.Timeout;
  #store: ArticleStore;
  /** Where the articles belong; large ones are in memory all the same while the disk cannot be used. */
  #place: ArticleStore['kind'] = 'memory';
  /** Why the disk cannot be used. */
  #noDisk: UnusableIndex | null = null;
  /** Whether memory had no room for them, although their files are few and small. */
  #isOutgrown = false;
  /** Whether the index was opened anew since all articles were read: what does not help once does not help twice. */
  #isReopened = false;
  /** What the user was told last of articles that belong on disk and are in memory; null once they are on disk. */
  #told: 'in-memory' | 'no-room' | null = null;
  #folders: readonly string[] = [];
  #abort = new AbortController();
  /** What the checks know of; null until the index can answer, before which there are none. */
  #known: string | null = null;
  #usable: Promise<void> = Promise.resolve();
  #reading: Promise<void> = Promise.resolve();
  /** The update that was begun last; whether it did all there was to do. */
  #updating: Promise<boolean> = Promise.resolve(true);
  #isClosed = false;
  /** How many stores there were: another one may stand as the one before did, and yet that can be asked no more. */
  #stores = 0;

  constructor(
    entries: readonly string[],
    links: LinkPolicy,
    listener: CorpusListener & { readonly changed: () => void },
  ) {
    this.entries = entries;
    this.#links = links;
    this.#listener = listener;
    this.#store = createMemoryStore(entries, links);
    this.#look = setInterval(() => {
      if (!this.#store.isCurrent()) this.#forget();
      else if (this.#place === 'disk' && this.#known !== null) this.#tell();
    }, LOOK).unref();
    void this.#start();
  }

  get index(): CorpusIndex {
    return this.#store.index;
  }

  async roots(): Promise<readonly string[]> {
    return [...new Set((await corpusRoots(this.entries)).map(({ path }) => path))];
  }

  holds(path: string): boolean {
    return this.#store.holds(path) || this.#folders.some((folder) => isWithin(folder, path));
  }

  ready(): Promise<void> {
    // A reading that starts while another is waited for is waited for too.
    return settled(() => this.#usable);
  }

  async reread(changed?: readonly string[]): Promise<void> {
    if (changed === undefined || this.problem !== null) return this.#readAgain();
    await this.#rest();
    if (this.#isClosed) return;
    const { signal } = this.#abort;
    const update = signal.aborted ? Promise.resolve(false) : this.#store.update(changed, signal);
    this.#updating = update.catch(() => false);
    if (!(await this.#updating)) {
      // Who broke the update off reads everything.
      return signal.aborted && signal !== this.#abort.signal
        ? settled(() => this.#reading)
        : this.#readAgain();
    }
    logUpdate(this.#listener.log, this.entries, this.index);
    this.#tell();
  }

  close(): void {
    this.#isClosed = true;
    this.#abort.abort();
    clearInterval(this.#look);
    void Promise.all([this.#reading, this.#updating]).then(() => this.#store.close());
  }

  /** Resolves when nothing is being read: of two updates at once the one that began first may end last. */
  async #rest(): Promise<void> {
    for (let isResting = false; !isResting; ) {
      const [reading, updating] = [this.#reading, this.#updating];
      await Promise.all([reading, updating]);
      isResting = reading === this.#reading && updating === this.#updating;
    }
  }

  /** An index of no use may be found only while it is brought up to date, and is read anew then. */
  #readAgain(): Promise<void> {
    void this.#start();
    return settled(() => this.#reading);
  }

  /** Reads everything, in place of a reading that goes on. */
  #start(): Promise<void> {
    if (this.#isClosed) return this.#reading;
    this.#abort.abort();
    this.#abort = new AbortController();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#usable = promise;
    this.#reading = this.#read(Promise.all([this.#reading, this.#updating]), this.#abort, resolve);
    return this.#reading;
  }

  async #read(before: Promise<unknown>, abort: AbortController, usable: () => void): Promise<void> {
    await before;
    const { signal } = abort;
    const display = this.#listener.progress('Reading source articles', () => abort.abort());
    this.halt = null;
    try {
      const roots = await corpusRoots(this.entries);
      this.#folders = roots.flatMap(({ path, entry }) => (entry.kind === 'folder' ? [path] : []));
      await this.#readAll(signal, display, usable);
      this.problem = null;
      this.#isReopened = false;
      logReading(this.#listener.log, this.entries, this.index);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
      else if (abort === this.#abort) this.halt = STOPPED;
    } finally {
      display.end();
      // One that was broken off may have changed the index too.
      this.#tell();
      usable();
    }
  }

  async #readAll(signal: AbortSignal, display: Progress, usable: () => void): Promise<void> {
    await this.#choose(signal);
    if (this.#place === 'disk') {
      this.#tell();
      usable();
    }
    if ((await this.#store.read(signal, display)) === 'all') return;
    if (this.#noDisk === null) {
      this.#isOutgrown = true;
      return this.#readAll(signal, display, usable);
    }
    this.halt = noRoom(this.index.pending, this.#indexFolder, this.#noDisk);
    // Their number changes with every file that comes or goes.
    if (this.#told !== 'no-room') this.#notify(`${this.halt} Nothing is refuted before.`);
    this.#told = 'no-room';
  }

  /** Tells the checks when the index is not the one they know. */
  #tell(): void {
    const state = this.#state();
    if (state === this.#known) return;
    const isNews = this.#known !== null && !this.#isClosed;
    this.#known = state;
    if (isNews) this.#listener.changed();
  }

  #state(): string {
    const { kind, index } = this.#store;
    try {
      return `${kind} ${this.#stores} ${index.revision} ${index.pending} ${this.problem} ${this.halt}`;
    } catch (error) {
      return `${kind} ${this.#stores} ${error}`;
    }
  }

  /** Keeps the articles where their number belongs, if that can be. */
  async #choose(signal: AbortSignal): Promise<void> {
    this.#place = this.#isOutgrown ? 'disk' : await weighCorpus(this.entries, this.#links, signal);
    this.#noDisk = null;
    if (!this.#store.isCurrent()) this.#replaceBy(createMemoryStore(this.entries, this.#links));
    if (this.#place === this.#store.kind) return;
    if (this.#place === 'memory') this.#replaceBy(createMemoryStore(this.entries, this.#links));
    else await this.#moveToDisk(signal);
  }

  async #moveToDisk(signal: AbortSignal): Promise<void> {
    // Small corpora never need the database.
    const { openDiskStore } = await import('./diskStore.ts');
    const folder = this.#indexFolder;
    const notify = (message: string): void => this.#notify(message);
    const log = (message: string): void => this.#listener.log.info(message);
    try {
      const options = { folder, entries: this.entries, links: this.#links, notify, log };
      this.#replaceBy(await openDiskStore({ ...options, damaged: () => this.#remake() }, signal));
      this.#told = null;
    } catch (error) {
      if (!(error instanceof UnusableIndex)) throw error;
      // What memory holds of them stays.
      this.#noDisk = error;
      if (this.#told === null) this.#notify(keptInMemory(folder, error));
      this.#told ??= 'in-memory';
    }
  }

  get #indexFolder(): string {
    return this.#listener.indexFolder ?? defaultIndexFolder(process.env, process.platform);
  }

  #replaceBy(store: ArticleStore): void {
    this.#store.close();
    this.#store = store;
    this.#stores += 1;
  }

  /** What is indexed goes on to be used; an index that cannot be used any more is opened, or made, anew. */
  #fail(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (!(error instanceof UnusableIndex)) {
      this.problem = reason;
      this.#listener.log.error(`The articles could not be read: ${reason}`);
    } else if (error.state === 'unavailable' || this.#isReopened) {
      this.halt = error.state === 'outdated' ? REPLACED : notIndexed(error);
      this.#notify(this.halt);
    } else {
      this.#isReopened = true;
      if (error.state === 'damaged') this.#remake();
      else this.#reopen();
    }
  }

  #remake(): void {
    this.#notify('The index of the articles is damaged. It is made anew.');
    this.#reopen();
  }

  /** What answers is not what other windows write, and would stay as it is for ever. */
  #forget(): void {
    this.#listener.log.info('The index of the articles was removed or replaced; it is opened again.');
    this.#reopen();
  }

  #reopen(): void {
    if (this.#isClosed) return;
    this.#replaceBy(createMemoryStore(this.entries, this.#links));
    void this.#start();
  }

  #notify(message: string): void {
    this.#listener.log.warn(message);
    this.#listener.notify?.(message);
  }
}
