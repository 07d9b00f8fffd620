/** An archive as the corpus of drafts: asked for far away, looked at again and again, and told of when it does not answer. */

import { type ArchiveAddress, shownAddress } from '../corpus/archive/address.ts';
import { type Archive, openArchive } from '../corpus/archive/archive.ts';
import { ArchiveError } from '../corpus/archive/archiveError.ts';
import type { Credentials } from '../corpus/archive/credentials.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import type { Corpus } from './corpus.ts';
import type { CorpusListener } from './corpusListener.ts';

/** Milliseconds between two looks: after them a writer sees that an archive is back, or holds more. */
const LOOK = 5_000;

/**
 * Opens an archive. While it does not answer it is a corpus with a problem, so that nothing is said of drafts; once it
 * answers again `changed` is called and they are checked.
 */
export function createArchiveCorpus(
  address: ArchiveAddress,
  credentials: Credentials,
  listener: Pick<CorpusListener, 'log'> & { readonly changed: () => void },
  every: number = LOOK,
): Corpus {
  return new ArchiveCorpus(address, credentials, listener, every);
}

class ArchiveCorpus implements Corpus {
  readonly entries: readonly string[];
  problem: string | null = null;
  /** Files are loaded by others, at whatever time. */
  readonly halt = null;
  readonly #archive: Archive;
  readonly #listener: Pick<CorpusListener, 'log'> & { readonly changed: () => void };
  readonly #timer: NodeJS.Timeout;
  readonly #first: Promise<void>;
  #looking: Promise<void> | null = null;
  /** What the checks know of; null before the first look. */
  #known: string | null = null;
  #isClosed = false;

  constructor(
    address: ArchiveAddress,
    credentials: Credentials,
    listener: Pick<CorpusListener, 'log'> & { readonly changed: () => void },
    every: number,
  ) {
    this.entries = [shownAddress(address)];
    this.#listener = listener;
    this.#archive = openArchive(address, credentials, (error) => this.#fail(error));
    this.#first = this.#look();
    this.#timer = setInterval(() => void this.#look(), every).unref();
  }

  get index(): CorpusIndex {
    return this.#archive.index;
  }

  /** No folder of this machine. */
  async roots(): Promise<readonly string[]> {
    return [];
  }

  holds(): boolean {
    return false;
  }

  ready(): Promise<void> {
    return this.#first;
  }

  reread(): Promise<void> {
    return this.#look();
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#archive.close().catch((error: unknown) => this.#listener.log.warn(String(error)));
  }

  /** Looks how the archive stands; callers that come meanwhile share one look. Never rejects. */
  #look(): Promise<void> {
    this.#looking ??= this.#archive.index
      .look()
      .then(
        () => {
          this.problem = null;
        },
        (error: unknown) => {
          if (!(error instanceof ArchiveError)) this.problem = String(error);
        },
      )
      .finally(() => {
        this.#looking = null;
        this.#tell();
      });
    return this.#looking;
  }

  /** Takes note of any question that was not answered, so that drafts are checked again once one is. */
  #fail(error: ArchiveError): void {
    if (this.#isClosed) return;
    this.problem = error.message;
    this.#tell();
  }

  #tell(): void {
    const { size, revision, pending } = this.index;
    const state = this.problem ?? `${revision} ${pending} ${size}`;
    if (state === this.#known || this.#isClosed) return;
    const isNews = this.#known !== null;
    this.#known = state;
    const { log } = this.#listener;
    if (this.problem === null) log.info(`${this.entries.join()}: ${size} articles`);
    else log.warn(`${this.entries.join()}: ${this.problem}`);
    if (isNews) this.#listener.changed();
  }
}
