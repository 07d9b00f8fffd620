/** Entry of the language server as the extension starts it. */

import { enableCompileCache } from 'node:module';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import packageJson from '../../package.json' with { type: 'json' };
import { startServer } from './lsp/server.ts';

enableCompileCache();
startServer(createConnection(ProposedFeatures.all), { corpus: [], version: packageJson.version });
