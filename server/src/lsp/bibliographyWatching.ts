/** Watches the bibliographies of the open drafts. */

import { basename, dirname } from 'node:path';
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { toUri } from './convert.ts';
import { inBackground, type Session } from './session.ts';

/** Call once the client is initialized. Clients that watch for us tell of changes through `registerWatching`. */
export function watchBibliographies(session: Session): void {
  session.bibliographies.onDidOpen((paths) => inBackground(session, 'Watching', watch(session, paths)));
}

async function watch(
  { client, connection, bibliographies }: Session,
  paths: readonly string[],
): Promise<void> {
  if (client.watch === 'client') {
    const watchers = paths.map((path) => ({
      // The pattern language knows no escape; a question mark stands for each character that means something in it.
      globPattern: { baseUri: toUri(dirname(path)), pattern: basename(path).replace(/[[\]{}*?!]/g, '?') },
    }));
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    return;
  }
  // Clients that watch for us never need this library.
  const chokidar = await import('chokidar');
  const watcher = chokidar.watch([...paths], { ignoreInitial: true, depth: 0 });
  watcher.on('all', (_, path) => bibliographies.filesChanged([path]));
}
