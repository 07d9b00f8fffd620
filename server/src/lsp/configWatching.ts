/** Watches the configuration files, and shows in them what is wrong. */

import { basename, dirname } from 'node:path';
import {
  type Diagnostic,
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver';
import { toUri } from './convert.ts';
import type { ConfigFileReading, ProjectConfigs } from './projectConfigs.ts';
import { TRUST_METHOD } from './protocol.ts';
import { inBackground, type Session } from './session.ts';
import { SOURCE } from './toDiagnostics.ts';
import { onWatchedFiles } from './watchedFiles.ts';

/**
 * Call once the client is initialized. Every place at which a file may stand is watched, so that one that is made counts at
 * once; places stay watched, since there are only as many as folders above drafts.
 */
export function watchConfigs(session: Session, configs: ProjectConfigs): void {
  const { connection } = session;
  const watched = new Set<string>();
  configs.onDidLook((places) => {
    const added = places.filter((place) => !watched.has(place));
    for (const place of added) watched.add(place);
    if (added.length > 0) inBackground(session, 'Watching', watch(session, added, configs));
  });
  configs.onDidRead((reading) => show(session, reading));
  onWatchedFiles(connection, (paths) => configs.filesChanged(paths));
  connection.onNotification(TRUST_METHOD, () => configs.grantTrust());
}

async function watch(session: Session, places: readonly string[], configs: ProjectConfigs): Promise<void> {
  if (session.client.watch === 'client') {
    const watchers = places.map((place) => ({
      globPattern: { baseUri: toUri(dirname(place)), pattern: basename(place) },
    }));
    await session.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    return;
  }
  // Clients that watch for us never need this library.
  const chokidar = await import('chokidar');
  const watcher = chokidar.watch([...places], { ignoreInitial: true, depth: 0 });
  watcher.on('all', (_, path) => configs.filesChanged([path]));
}

/** The problems as diagnostics of the file; none clears those that were there. */
function show(session: Session, { path, problems }: ConfigFileReading): void {
  for (const { line, message } of problems) session.connection.console.warn(`${path}:${line}: ${message}`);
  const diagnostics = problems.map(({ line, message }): Diagnostic => {
    const range = { start: { line: line - 1, character: 0 }, end: { line, character: 0 } };
    return { range, severity: DiagnosticSeverity.Error, source: SOURCE, message };
  });
  const sent = session.connection.sendDiagnostics({ uri: toUri(path), diagnostics });
  inBackground(session, 'Diagnostics', sent);
}
