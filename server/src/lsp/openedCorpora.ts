/** Opened corpora: each folder and each archive in use is opened once. */

import { Emitter, type Event } from 'vscode-languageserver';
import type { ArchiveAddress } from '../corpus/archive/address.ts';
import { credentialsFrom } from '../corpus/archive/credentials.ts';
import type { LinkPolicy } from '../corpus/links.ts';
import type { Corpus } from './corpus.ts';
import type { CorpusListener } from './corpusListener.ts';

export interface OpenedCorpora {
  /** The corpus of absolute folders and globs. */
  ofFolders(entries: readonly string[], links: LinkPolicy): Promise<Corpus>;
  /** An archive, asked with the credentials of the environment. */
  ofArchive(address: ArchiveAddress): Promise<Corpus>;
  /** Closes all but these. */
  closeExcept(used: ReadonlySet<Corpus>): void;
  readonly onDidOpen: Event<Corpus>;
  readonly onDidClose: Event<Corpus>;
}

/** None is opened yet. `changed` is called when the articles of one changed after they were first read. */
export function createOpenedCorpora(listener: CorpusListener, changed: () => void): OpenedCorpora {
  const opened = new Map<string, Corpus>();
  const opening = new Emitter<Corpus>();
  const closing = new Emitter<Corpus>();
  const told = { ...listener, changed };

  const keep = (key: string, open: () => Corpus): Corpus => {
    const known = opened.get(key);
    if (known !== undefined) return known;
    const corpus = open();
    opened.set(key, corpus);
    opening.fire(corpus);
    return corpus;
  };

  return {
    async ofFolders(entries, links) {
      // Readers and index are loaded while the client is already told what the server can do.
      const { createCorpus } = await import('./corpus.ts');
      return keep(JSON.stringify([links, entries]), () => createCorpus(entries, links, told));
    },
    async ofArchive(address) {
      // Few drafts are checked against an archive.
      const { createArchiveCorpus } = await import('./archiveCorpus.ts');
      return keep(JSON.stringify(address), () =>
        createArchiveCorpus(address, credentialsFrom(process.env), told),
      );
    },
    closeExcept(used) {
      for (const [key, corpus] of opened) {
        if (used.has(corpus)) continue;
        opened.delete(key);
        corpus.close();
        closing.fire(corpus);
      }
    },
    onDidOpen: opening.event,
    onDidClose: closing.event,
  };
}
