/** Bundles: what esbuild makes of client, server and command line, one CommonJS file each. */

import { readFile } from 'node:fs/promises';
import type { BuildOptions, Plugin } from 'esbuild';
import { OLDEST_NODE } from '../server/src/cli/nodeVersion.ts';

/** What the oldest supported VS Code (1.101) runs extensions on. */
const NODE_TARGET = `node${OLDEST_NODE.join('.')}`;

/**
 * What is loaded for itself, by how it is imported. Server and command line are left out of the files that turn on the
 * cache for them, the features of the server out of the file that answers first. The library of the protocol must be
 * loaded once: it knows its own errors by their class.
 */
const LOADED_APART: ReadonlyMap<string, string> = new Map([
  ['./lsp/start.ts', './languageServer.cjs'],
  ['./cli/start.ts', './commandLine.cjs'],
  ['./features.ts', './features.cjs'],
  // Only those have an archive who say so.
  ['./openSearchClient.ts', './openSearchClient.cjs'],
  ['vscode-languageserver', './protocol.cjs'],
  ['vscode-languageserver/node', './protocol.cjs'],
]);

/** The imports above, so that esbuild asks about no others. */
const APART =
  /^(?:\.\/(?:lsp|cli)\/start\.ts|\.\/features\.ts|\.\/openSearchClient\.ts|vscode-languageserver(?:\/node)?)$/;

const loadedApart: Plugin = {
  name: 'loaded-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: APART }, ({ path, kind }) => {
      const file = kind === 'entry-point' ? undefined : LOADED_APART.get(path);
      return file === undefined ? null : { path: file, external: true };
    });
  },
};

/**
 * Leaves out what citation-js could ask the network with. We give it texts only, and so nothing of ours can leave the
 * machine by it.
 */
const withoutNetwork: Plugin = {
  name: 'without-network',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(?:node-fetch|sync-fetch)$/ }, ({ path }) => ({ path, namespace: 'none' }));
    onLoad({ filter: /./, namespace: 'none' }, () => ({
      contents: 'export const Headers = undefined; export default undefined;',
    }));
  },
};

/** Data as text that is parsed when it is loaded: V8 parses a megabyte of JSON in a tenth of the time of an object literal. */
const dataAsText: Plugin = {
  name: 'data-as-text',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]server[\\/]data[\\/]\w+\.json$/ }, async ({ path }) => {
      const data: unknown = JSON.parse(await readFile(path, 'utf8'));
      return { contents: `module.exports = JSON.parse(${JSON.stringify(JSON.stringify(data))});` };
    });
  },
};

export const BUNDLES = {
  entryPoints: {
    client: 'client/src/extension.ts',
    server: 'server/src/main.ts',
    languageServer: 'server/src/lsp/start.ts',
    features: 'server/src/lsp/features.ts',
    protocol: 'vscode-languageserver/node',
    cli: 'server/src/cli.ts',
    commandLine: 'server/src/cli/start.ts',
    openSearchClient: 'server/src/corpus/archive/openSearchClient.ts',
    // Threads, each loaded when the first file needs it.
    indexThread: 'server/src/corpus/disk/indexThread.ts',
    htmlThread: 'server/src/corpus/readers/htmlThread.ts',
    pdfThread: 'server/src/corpus/readers/pdfThread.ts',
    docxThread: 'server/src/corpus/readers/docxThread.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: NODE_TARGET,
  format: 'cjs',
  // Files that are loaded apart are CommonJS too: `require` takes them as they are, `import()` first searches all of their
  // text for exports, for 60 ms.
  supported: { 'dynamic-import': false },
  // Parsers ship both an UMD and an ESM build; the ESM one bundles without dynamic requires.
  mainFields: ['module', 'main'],
  external: ['vscode'],
  // CommonJS has no `import.meta.url`, by which a file finds the entries of threads beside it.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [loadedApart, withoutNetwork, dataAsText],
  // The licences of what is bundled stand together in THIRD_PARTY_NOTICES.txt.
  legalComments: 'none',
} satisfies BuildOptions;
