/** Starts the language server on the connection that its command line names: `--node-ipc`, `--stdio`. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import packageJson from '../../../package.json' with { type: 'json' };
import { startServer } from './server.ts';

startServer((options) => createConnection(ProposedFeatures.all, options), {
  corpus: [],
  version: packageJson.version,
});
