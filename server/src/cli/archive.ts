/** The archive on the command line: articles are loaded into it, and drafts checked against it. */

import { realpath } from 'node:fs/promises';
import { type ArchiveAddress, readArchiveAddress, shownAddress } from '../corpus/archive/address.ts';
import { type Archive, openArchive } from '../corpus/archive/archive.ts';
import { ArchiveError } from '../corpus/archive/archiveError.ts';
import { credentialsFrom } from '../corpus/archive/credentials.ts';
import { type LoadListener, type LoadReport, type LoadRequest, loadArchive } from '../corpus/archive/load.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import { withoutFiles } from '../corpus/index/withoutFiles.ts';
import type { Draft } from '../draft/draft.ts';
import { CliError } from './cliError.ts';
import { tellProgress } from './openLargeCorpus.ts';
import type { Terminal } from './terminal.ts';

/** The index of the archive at `url`, without the drafts. Rejects with `CliError` when it does not answer. */
export async function openArchiveIndex(
  url: string,
  drafts: readonly Draft[],
  terminal: Terminal,
): Promise<CorpusIndex> {
  const address = addressOf(url);
  const { index } = opened(address, terminal);
  return orExplain(address, async () => {
    await index.look();
    if (index.pending > 0) {
      terminal.complain(
        `corroborate: The last load of ${shownAddress(address)} was not finished: nothing is refuted until it is.\n`,
      );
    }
    const paths = new Set(await Promise.all(drafts.map(({ path }) => realpath(path))));
    const held = (await Promise.all([...paths].map((path) => index.inFile(path)))).flat();
    if (held.length === 0) return index;
    return withoutFiles(index, paths, new Set(held.map(({ id }) => id)));
  });
}

/** An archive that is asked again and again. */
export interface AskedArchive {
  /** Its address for people. */
  readonly shown: string;
  /** Its index as it stands now. Rejects with `ArchiveError`. */
  look(): Promise<CorpusIndex>;
  /** What to say of an error of its index; null for one of something else. */
  problemOf(error: unknown): string | null;
}

/** The archive at `url`, which is asked nothing yet. Throws `CliError` where that is no address. */
export function archiveAt(url: string, terminal: Terminal): AskedArchive {
  const address = addressOf(url);
  const { index } = opened(address, terminal);
  const shown = shownAddress(address);
  return {
    shown,
    async look() {
      await index.look();
      return index;
    },
    problemOf: (error) => (error instanceof ArchiveError ? `${shown}: ${error.message}` : null),
  };
}

/**
 * Loads articles into the archive at `url`, and tells on standard error how far it is; `listed` is that of `LoadListener`.
 * Rejects with `CliError`.
 */
export async function loadIntoArchive(
  url: string,
  request: LoadRequest,
  listed: NonNullable<LoadListener['listed']>,
  terminal: Terminal,
): Promise<LoadReport> {
  const address = addressOf(url);
  const archive = opened(address, terminal);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort(new CliError('broken off; the next load goes on from here'));
  process.once('SIGINT', interrupt);
  try {
    const notify = (message: string): void => terminal.complain(`corroborate: ${message}\n`);
    const now = (): number => terminal.now().getTime();
    const listener = { signal: stop.signal, progress: tellProgress(notify, now), now, listed };
    return await orExplain(address, () => loadArchive(archive.writer(stop.signal), request, listener));
  } finally {
    process.off('SIGINT', interrupt);
    await archive.close();
  }
}

function opened(address: ArchiveAddress, { env }: Terminal): Archive {
  return openArchive(address, credentialsFrom(env));
}

function addressOf(url: string): ArchiveAddress {
  const reading = readArchiveAddress(url);
  if (reading.kind === 'problem') throw new CliError(`the address of the archive ${reading.problem}`);
  return reading.address;
}

async function orExplain<T>(address: ArchiveAddress, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ArchiveError) throw new CliError(`${shownAddress(address)}: ${error.message}`);
    throw error;
  }
}
