/** Changes of the files that the client watches for us: a connection has room for one listener, and several parts listen. */

import { type Connection, Emitter } from 'vscode-languageserver';
import { toPath } from './convert.ts';

/** Calls `listener` with the paths of files that were made, changed or removed, whoever asked for them to be watched. */
export function onWatchedFiles(connection: Connection, listener: (paths: readonly string[]) => void): void {
  const known = EMITTERS.get(connection);
  const emitter = known ?? new Emitter<readonly string[]>();
  emitter.event(listener);
  if (known !== undefined) return;
  EMITTERS.set(connection, emitter);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    emitter.fire(changes.map(({ uri }) => toPath(uri)).filter((path) => path !== null));
  });
}

const EMITTERS = new WeakMap<Connection, Emitter<readonly string[]>>();
