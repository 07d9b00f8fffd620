/** Builds the extension's client, the language server and the command line into dist/, as CommonJS files. */

import { parseArgs } from 'node:util';
import { type BuildOptions, build, context, type Plugin } from 'esbuild';

const { values: flags } = parseArgs({
  options: { watch: { type: 'boolean', default: false }, minify: { type: 'boolean', default: false } },
});

/** Node 22.15 is what the oldest supported VS Code (1.101) runs extensions on. */
const NODE_TARGET = 'node22.15';

/** Leaves the server out of the file that turns on the cache for it. */
const serverApart: Plugin = {
  name: 'server-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/lsp\/start\.ts$/ }, () => ({ path: './languageServer.cjs', external: true }));
  },
};

const options: BuildOptions = {
  entryPoints: {
    client: 'client/src/extension.ts',
    server: 'server/src/main.ts',
    languageServer: 'server/src/lsp/start.ts',
    cli: 'server/src/cli.ts',
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
  plugins: [serverApart],
  minify: flags.minify,
  sourcemap: flags.minify ? false : 'linked',
  legalComments: 'none',
  logLevel: 'info',
};

if (flags.watch) await (await context(options)).watch();
else await build(options);
