/** Bundle: makes one CommonJS file of the suite, which is what VS Code's extension host can load. */

import { build } from 'esbuild';
import { SUITE_BUNDLE } from './served/paths.ts';

/** Writes `SUITE_BUNDLE`. Rejects with esbuild's error when the suite does not compile. */
export async function bundleSuite(): Promise<void> {
  await build({
    entryPoints: [`${import.meta.dirname}/suite/index.ts`],
    outfile: SUITE_BUNDLE,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    // Node 22.15 is what the oldest supported VS Code (1.101) runs extensions on.
    target: 'node22.15',
    // `vscode` is the extension host's own; mocha loads parts of itself by path and so stays a package.
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
