/** Watches the articles, through the client where it can, and has them read again when files change. */

import { basename, dirname } from 'node:path';
import { DidChangeWatchedFilesNotification, type FileSystemWatcher } from 'vscode-languageserver';
import { toUri } from './convert.ts';
import type { Corpus } from './corpus.ts';
import { isWithin } from './folders.ts';
import { inBackground, type Session } from './session.ts';
import { onWatchedFiles } from './watchedFiles.ts';

/** Milliseconds that changes are gathered for: a save, a sync or an unpacked archive changes many files at once. */
const GATHER = 150;

export function registerWatching(session: Session): void {
  const { connection, corpora } = session;
  const watching = new Map<Corpus, Promise<Watching>>();
  const reread = gathering((corpus, paths) => inBackground(session, 'Corpus', corpus.reread(paths)));

  corpora.onDidOpen((corpus) => {
    const started = watch(session, corpus, reread);
    watching.set(corpus, started);
    const logged = started.then(({ roots }) => connection.console.info(`Watching ${roots.join(', ')}`));
    inBackground(session, 'Watching', logged);
  });
  corpora.onDidClose((corpus) => {
    const started = watching.get(corpus);
    watching.delete(corpus);
    if (started !== undefined)
      inBackground(
        session,
        'Watching',
        started.then(({ stop }) => stop()),
      );
  });
  onWatchedFiles(connection, (paths) => {
    session.ledgers.filesChanged(paths);
    session.bibliographies.filesChanged(paths);
    for (const [corpus, started] of watching) {
      const check = ({ roots }: Watching): void => {
        const own = paths.filter((path) => roots.some((root) => isWithin(root, path)));
        if (own.length > 0) reread(corpus, own);
      };
      inBackground(session, 'Watching', started.then(check));
    }
  });
}

type Reread = (corpus: Corpus, paths: readonly string[]) => void;

/** Calls `act` once for each corpus when its changes have come to rest, with all paths that changed. */
function gathering(act: Reread): Reread {
  const waiting = new Map<Corpus, { readonly timer: NodeJS.Timeout; readonly paths: ReadonlySet<string> }>();
  return (corpus, paths) => {
    const before = waiting.get(corpus);
    if (before !== undefined) clearTimeout(before.timer);
    const all = new Set([...(before?.paths ?? []), ...paths]);
    const start = (): void => {
      waiting.delete(corpus);
      act(corpus, [...all]);
    };
    waiting.set(corpus, { timer: setTimeout(start, GATHER), paths: all });
  };
}

interface Watching {
  /** Absolute paths of the folders that are watched. */
  readonly roots: readonly string[];
  stop(): void;
}

async function watch(session: Session, corpus: Corpus, changed: Reread): Promise<Watching> {
  const roots = await corpus.roots();
  if (roots.length === 0) return { roots, stop() {} };
  if (session.client.watch === 'server') return watchHere(roots, (path) => changed(corpus, [path]));
  const watchers = roots.flatMap(watchersOf);
  const registered = await session.connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers,
  });
  return { roots, stop: () => registered.dispose() };
}

/** Everything below the folder, folders that come and go included, and the folder itself. */
function watchersOf(root: string): readonly FileSystemWatcher[] {
  // The pattern language knows no escape; a question mark stands for each character that means something in it.
  const name = basename(root).replace(/[[\]{}*?!]/g, '?');
  return [
    { globPattern: { baseUri: toUri(root), pattern: '**/*' } },
    { globPattern: { baseUri: toUri(dirname(root)), pattern: name } },
  ];
}

async function watchHere(roots: readonly string[], changed: (path: string) => void): Promise<Watching> {
  // Clients that watch for us never need this library.
  const chokidar = await import('chokidar');
  const watcher = chokidar.watch([...roots], { ignoreInitial: true, followSymlinks: false });
  watcher.on('all', (_event, path) => changed(path));
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return { roots, stop: () => void watcher.close() };
}
