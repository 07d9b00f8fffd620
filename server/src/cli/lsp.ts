/** `corroborate lsp`: the language server over standard input and output. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { type ServerOptions, startServer } from '../lsp/server.ts';

/** Starts the server and returns; the process ends when the client closes its side. */
export function serveStdio(options: ServerOptions): void {
  startServer(
    (connection) => createConnection(ProposedFeatures.all, process.stdin, process.stdout, connection),
    options,
  );
}
