/** Which articles a draft is checked against: one corpus for each set of folders and globs in use. */

import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Emitter, type Event } from 'vscode-languageserver';
import type { LinkPolicy } from '../corpus/files.ts';
import { toPath } from './convert.ts';
import type { Corpus, CorpusListener } from './corpus.ts';
import { type Folder, folderOf } from './folders.ts';
import type { SettingsSource } from './settings.ts';

export interface Corpora {
  /**
   * The corpus of a draft: that of its workspace folder; for a draft outside every folder that of the draft's own
   * folder if there are articles, else that of the first workspace folder.
   */
  forDraft(uri: string): Promise<Corpus>;
  /** The corpora of all workspace folders. */
  all(): Promise<readonly Corpus[]>;
  setFolders(folders: readonly Folder[]): void;
  /** Grows whenever articles changed after they were first read. */
  readonly generation: number;
  /** Fires when articles changed, and when the list of corpora did. */
  readonly onDidChange: Event<void>;
  /** Fires for each corpus that comes into use. */
  readonly onDidOpen: Event<Corpus>;
  readonly onDidClose: Event<Corpus>;
  /** Closes the corpora that neither a workspace folder nor one of these open drafts uses any more. */
  closeUnused(draftUris: readonly string[]): Promise<void>;
}

export function createCorpora(
  initial: readonly Folder[],
  settings: SettingsSource,
  listener: CorpusListener,
): Corpora {
  const opened = new Map<string, Corpus>();
  const changed = new Emitter<void>();
  const opening = new Emitter<Corpus>();
  const closing = new Emitter<Corpus>();
  let folders = initial;
  let generation = 0;

  const didChange = (): void => {
    generation += 1;
    changed.fire();
  };

  const open = async (entries: readonly string[], links: LinkPolicy): Promise<Corpus> => {
    // Readers and index are loaded while the client is already told what the server can do.
    const { createCorpus } = await import('./corpus.ts');
    const key = [links, ...entries].join('\n');
    const corpus = opened.get(key) ?? createCorpus(entries, links, { ...listener, changed: didChange });
    if (opened.has(key)) return corpus;
    opened.set(key, corpus);
    opening.fire(corpus);
    return corpus;
  };

  const forFolder = async (folder: string, scopeUri: string | null): Promise<Corpus> => {
    const { corpus, links } = await settings.of(scopeUri);
    const entries = corpus.map((entry) => resolve(folder, entry));
    return open(entries, links);
  };

  const forDraft = async (uri: string): Promise<Corpus> => {
    const path = toPath(uri);
    const holding = path === null ? null : folderOf(folders, path);
    if (holding !== null) return forFolder(holding.path, uri);
    const first = folders[0];
    if (path !== null && (first === undefined || (await hasArticlesBeside(path, settings, uri)))) {
      return forFolder(dirname(path), uri);
    }
    return first === undefined ? open([], 'refuse') : forFolder(first.path, first.uri);
  };

  const all = (): Promise<readonly Corpus[]> =>
    Promise.all(folders.map(({ path, uri }) => forFolder(path, uri)));

  return {
    forDraft,
    all,
    setFolders(next) {
      folders = next;
      didChange();
    },
    get generation() {
      return generation;
    },
    onDidChange: changed.event,
    onDidOpen: opening.event,
    onDidClose: closing.event,
    async closeUnused(draftUris) {
      const used = new Set([...(await all()), ...(await Promise.all(draftUris.map(forDraft)))]);
      for (const [key, corpus] of opened) {
        if (used.has(corpus)) continue;
        opened.delete(key);
        corpus.close();
        closing.fire(corpus);
      }
    },
  };
}

/** Whether one of the configured folders exists beside a draft that lies outside every workspace folder. */
async function hasArticlesBeside(path: string, settings: SettingsSource, uri: string): Promise<boolean> {
  const { corpus } = await settings.of(uri);
  const found = corpus.map((entry) =>
    access(resolve(dirname(path), entry)).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(found)).includes(true);
}
