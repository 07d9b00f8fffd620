/** Watches the ledgers, and shows in them which lines cannot be read. */

import { dirname } from 'node:path';
import {
  type Diagnostic,
  DiagnosticSeverity,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver';
import { LEDGER_FOLDER, LEDGER_NAME, rootOf } from '../ledger/ledgerFile.ts';
import type { LedgerProblem } from '../ledger/parseLedger.ts';
import { toUri } from './convert.ts';
import type { LedgerReading } from './ledgers.ts';
import { inBackground, type Session } from './session.ts';
import { SOURCE } from './toDiagnostics.ts';

/** Call once the client is initialized. Clients that watch for us tell of changes through `registerWatching`. */
export function watchLedgers(session: Session): void {
  const { connection, client, ledgers } = session;
  ledgers.onDidRead((reading) => show(session, reading));
  if (client.watch === 'client') {
    const watchers = [
      { globPattern: `**/${LEDGER_FOLDER}/${LEDGER_NAME}` },
      { globPattern: `**/${LEDGER_FOLDER}` },
    ];
    const registered = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    inBackground(session, 'Watching', registered);
    return;
  }
  const watched = new Set<string>();
  ledgers.onDidSeek((path) => {
    if (watched.has(path)) return;
    watched.add(path);
    inBackground(
      session,
      'Watching',
      watchHere(path, () => ledgers.filesChanged([path])),
    );
  });
}

/** Milliseconds that a ledger must rest before it is read: a merge writes a file in several steps. */
const REST = 150;

async function watchHere(path: string, changed: () => void): Promise<void> {
  // Clients that watch for us never need this library.
  const chokidar = await import('chokidar');
  const awaitWriteFinish = { stabilityThreshold: REST, pollInterval: REST / 3 };
  // Neither the file nor its folder need be there yet.
  const watched = [rootOf(path), dirname(path), path];
  const watcher = chokidar.watch(rootOf(path), {
    ignored: (each) => !watched.includes(each),
    depth: 1,
    ignoreInitial: true,
    followSymlinks: false,
    awaitWriteFinish,
  });
  // What changed between the reading and the beginning of the watch is told by nobody else.
  watcher.on('all', changed).once('ready', changed);
}

/** The problems as diagnostics of the ledger; none clears those that were there. */
function show(session: Session, { path, problems }: LedgerReading): void {
  const uri = toUri(path);
  const diagnostics = problems.map(toDiagnostic);
  for (const { line, reason } of problems) session.connection.console.warn(`${path}:${line}: ${reason}`);
  inBackground(session, 'Diagnostics', session.connection.sendDiagnostics({ uri, diagnostics }));
}

function toDiagnostic({ line, reason }: LedgerProblem): Diagnostic {
  // A character beyond the line's end is taken as its end.
  const range = {
    start: { line: line - 1, character: 0 },
    end: { line: line - 1, character: BEYOND_ANY_LINE },
  };
  const message = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
  return { range, severity: DiagnosticSeverity.Warning, source: SOURCE, message };
}

/** The largest number that the protocol allows. */
const BEYOND_ANY_LINE = 2 ** 31 - 1;
