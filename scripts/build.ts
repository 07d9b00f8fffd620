/** Builds the extension's client, the language server and the command line into dist/, as CommonJS files. */

import { parseArgs } from 'node:util';
import { type BuildOptions, build, context, type Plugin } from 'esbuild';
import { OLDEST_NODE } from '../server/src/cli/nodeVersion.ts';

const { values: flags } = parseArgs({
  options: { watch: { type: 'boolean', default: false }, minify: { type: 'boolean', default: false } },
});

/** What the oldest supported VS Code (1.101) runs extensions on. */
const NODE_TARGET = `node${OLDEST_NODE.join('.')}`;

/** Leaves server and command line out of the files that turn on the cache for them. */
const startedApart: Plugin = {
  name: 'started-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/lsp\/start\.ts$/ }, () => ({ path: './languageServer.cjs', external: true }));
    onResolve({ filter: /^\.\/cli\/start\.ts$/ }, () => ({ path: './commandLine.cjs', external: true }));
  },
};

const options: BuildOptions = {
  entryPoints: {
    client: 'client/src/extension.ts',
    server: 'server/src/main.ts',
    languageServer: 'server/src/lsp/start.ts',
    cli: 'server/src/cli.ts',
    commandLine: 'server/src/cli/start.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: NODE_TARGET,
  format: 'cjs',
  // Parsers ship both an UMD and an ESM build; the ESM one bundles without dynamic requires.
  mainFields: ['module', 'main'],
  external: ['vscode'],
  plugins: [startedApart],
  minify: flags.minify,
  sourcemap: flags.minify ? false : 'linked',
  legalComments: 'none',
  logLevel: 'info',
};

if (flags.watch) await (await context(options)).watch();
else await build(options);
