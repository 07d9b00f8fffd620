/**
 * The language server: tells the client what it can do, and only then loads what does it. Reading, checking and their data
 * take longer to load than all the rest of a start.
 */

import type { Connection, ConnectionOptions } from 'vscode-languageserver';
import { readAbilities } from './clientAbilities.ts';
import { createGate } from './gate.ts';
import { boundYoung } from './heapGrowth.ts';
import { serverCapabilities } from './serverCapabilities.ts';

/** What the command line says about the server. */
export interface ServerOptions {
  /** Folders or globs given with `--corpus`. */
  readonly corpus: readonly string[];
  /** Version of the product, told to the client. */
  readonly version: string;
}

/**
 * Starts to listen on the connection that `connect` makes. Returns at once; the process ends with the connection, or with
 * an error when the features cannot be loaded.
 */
export function startServer(
  connect: (options: ConnectionOptions) => Connection,
  { corpus, version }: ServerOptions,
): void {
  boundYoung();
  const gate = createGate();
  const connection = connect({ messageStrategy: gate });
  connection.onInitialize((params) => {
    gate.holdUntil(async () => {
      const { registerFeatures } = await import('./features.ts');
      registerFeatures(connection, { corpus, params });
    });
    return {
      capabilities: serverCapabilities(readAbilities(params.capabilities)),
      serverInfo: { name: 'corroborate', version },
    };
  });
  connection.listen();
}
