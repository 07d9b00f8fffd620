/** Starts the language server on the connection that its command line names: `--node-ipc`, `--stdio`. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import packageJson from '../../../package.json' with { type: 'json' };
import { startServer } from './server.ts';

startServer(createConnection(ProposedFeatures.all), { corpus: [], version: packageJson.version });
