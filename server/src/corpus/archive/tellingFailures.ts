/** An index that tells of each question to an archive that was not answered, whoever asked it. */

import { ArchiveError } from './archiveError.ts';
import type { ArchiveIndex } from './archiveIndex.ts';

/** The same index; `failed` is called with the error of each answer that rejects, which rejects all the same. */
export function tellingFailures(index: ArchiveIndex, failed: (error: ArchiveError) => void): ArchiveIndex {
  const told = <A extends readonly unknown[], T>(ask: (...given: A) => Promise<T>) => {
    return async (...given: A): Promise<T> => {
      try {
        return await ask(...given);
      } catch (error) {
        if (error instanceof ArchiveError) failed(error);
        throw error;
      }
    };
  };
  const { quotes, names } = index;
  return {
    get revision() {
      return index.revision;
    },
    get size() {
      return index.size;
    },
    get pending() {
      return index.pending;
    },
    get skipped() {
      return index.skipped;
    },
    look: told(() => index.look()),
    article: told((id) => index.article(id)),
    inFile: told((path) => index.inFile(path)),
    entries: told((query) => index.entries(query)),
    entriesWith: told((keys) => index.entriesWith(keys)),
    retrieve: told((queries) => index.retrieve(queries)),
    foresee: told((ask) => index.foresee(ask)),
    quotes: { passages: told((queries) => quotes.passages(queries)) },
    names: {
      names: told((queries) => names.names(queries)),
      holders: told((offices) => names.holders(offices)),
      article: told((id) => names.article(id)),
    },
  };
}
