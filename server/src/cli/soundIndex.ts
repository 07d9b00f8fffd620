/** A sound index: what a command asks of an index that turns out to be damaged is asked again, of one that is made anew. */

import { CliError } from './cliError.ts';

/** One that is damaged again and again lies on a disk that damages it. */
const MOST_RUNS = 3;

/**
 * Runs a command, which writes nothing before it has its answers, and runs it again when an index on disk turns out to be
 * damaged: who finds that marks it, so that the next run makes it anew. Rejects as the command does, and with `CliError`
 * when an index cannot be used.
 */
export async function withSoundIndex<T>(run: () => Promise<T>): Promise<T> {
  for (let runs = 1; ; runs += 1) {
    try {
      return await run();
    } catch (error) {
      // Small corpora never need the database.
      const { UnusableIndex } = await import('../corpus/disk/database.ts');
      if (!(error instanceof UnusableIndex)) throw error;
      if (error.state !== 'damaged' || runs === MOST_RUNS)
        throw new CliError(`cannot use the index of the articles: ${error.message}`);
    }
  }
}
