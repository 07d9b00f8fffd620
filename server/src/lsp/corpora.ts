/** Which articles a draft is checked against: one corpus for each set of folders and globs in use. */

import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Emitter, type Event } from 'vscode-languageserver';
import { toPath } from './convert.ts';
import type { Corpus } from './corpus.ts';
import type { CorpusListener } from './corpusListener.ts';
import { type Folder, folderOf } from './folders.ts';
import { createOpenedCorpora } from './openedCorpora.ts';
import type { SettingsSource } from './settings.ts';

export interface Corpora {
  /**
   * The corpus of a draft: the archive where one is set; else that of its workspace folder; for a draft outside every folder that of the draft's own
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
  const changed = new Emitter<void>();
  let folders = initial;
  let generation = 0;

  const didChange = (): void => {
    generation += 1;
    changed.fire();
  };

  const opened = createOpenedCorpora(listener, didChange);

  const forFolder = async (folder: string, scopeUri: string | null): Promise<Corpus> => {
    const { corpus, links, archive, project } = await settings.of(scopeUri);
    if (archive !== null) return opened.ofArchive(archive);
    const entries = corpus.map((entry) => resolve(folder, entry));
    // Both folders may be somebody else's work: a repository that was cloned a moment ago.
    const within = project === null ? [folder] : [folder, dirname(project.path)];
    return opened.ofFolders(entries, links === 'follow' ? links : { within });
  };

  const forDraft = async (uri: string): Promise<Corpus> => {
    const { archive } = await settings.of(uri);
    if (archive !== null) return opened.ofArchive(archive);
    const path = toPath(uri);
    const holding = path === null ? null : folderOf(folders, path);
    if (holding !== null) return forFolder(holding.path, uri);
    const first = folders[0];
    if (path !== null && (first === undefined || (await hasArticlesBeside(path, settings, uri)))) {
      return forFolder(dirname(path), uri);
    }
    return first === undefined ? opened.ofFolders([], 'refuse') : forFolder(first.path, first.uri);
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
    onDidOpen: opened.onDidOpen,
    onDidClose: opened.onDidClose,
    async closeUnused(draftUris) {
      opened.closeExcept(new Set([...(await all()), ...(await Promise.all(draftUris.map(forDraft)))]));
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
