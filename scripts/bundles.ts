/** Bundles: what esbuild makes of client, server and command line, one CommonJS file each. */

import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
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
      return { contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});` };
    });
  },
};

/**
 * Escapes what is no ASCII, which esbuild leaves in regular expressions and comments: for one such character V8 keeps a file
 * of five megabytes in ten for as long as the process lives.
 */
const asciiAlone: Plugin = {
  name: 'ascii-alone',
  setup: ({ onEnd, initialOptions }) => {
    initialOptions.metafile = true;
    onEnd(async ({ metafile }) => {
      const written = Object.keys(metafile?.outputs ?? {}).filter((path) => path.endsWith('.cjs'));
      if (initialOptions.write !== false) await Promise.all(written.map((path) => escapeFile(resolve(path))));
    });
  },
};

async function escapeFile(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const quoted = QUOTED.exec(text)?.[0];
  if (quoted !== undefined)
    throw new Error(`${path}: “${quoted}” cannot be escaped; leave out its backslash`);
  const escaped = text.replace(NO_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (escaped !== text) await writeFile(path, escaped);
}

/** One UTF-16 unit each: a pair of escapes stands for a character beyond them, also where the expression is one of Unicode. */
const NO_ASCII = /[^\0-\x7f]/g;
/** A backslash before it, which an escape would take for its own. */
const QUOTED = /\\[^\0-\x7f]/;

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
    // The process that indexes, and threads, each loaded when the first file needs it.
    syncProcess: 'server/src/corpus/disk/syncProcess.ts',
    indexThread: 'server/src/corpus/disk/indexThread.ts',
    htmlThread: 'server/src/corpus/readers/htmlThread.ts',
    pdfThread: 'server/src/corpus/readers/pdfThread.ts',
    docxThread: 'server/src/corpus/readers/docxThread.ts',
    emailThread: 'server/src/corpus/readers/emailThread.ts',
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
  plugins: [loadedApart, withoutNetwork, dataAsText, asciiAlone],
  // The licences of what is bundled stand together in THIRD_PARTY_NOTICES.txt.
  legalComments: 'none',
} satisfies BuildOptions;
