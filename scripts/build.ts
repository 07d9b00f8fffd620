/** Builds the extension's client, the language server and the command line into dist/, as CommonJS files. */

import { parseArgs } from 'node:util';
import { type BuildOptions, build, context } from 'esbuild';
import { BUNDLES } from './bundles.ts';

const { values: flags } = parseArgs({
  options: { watch: { type: 'boolean', default: false }, minify: { type: 'boolean', default: false } },
});

const options: BuildOptions = {
  ...BUNDLES,
  minify: flags.minify,
  sourcemap: flags.minify ? false : 'linked',
  logLevel: 'info',
};

if (flags.watch) await (await context(options)).watch();
else await build(options);
