/** Extension source: which build of the product a VS Code runs, as the command line names it. */

import { join, resolve } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import { PROJECT } from './paths.ts';
import { SetupProblem } from './problem.ts';

/** A packaged extension, or a checkout as VS Code runs it under development. Absolute paths. */
export type ExtensionSource =
  | { readonly kind: 'vsix'; readonly file: string }
  | { readonly kind: 'development'; readonly folder: string };

/** This checkout, as `npm run build` leaves it. */
export const CHECKOUT: ExtensionSource = { kind: 'development', folder: PROJECT };

/** Where `npm run package` writes the VSIX. */
const PACKAGED_FILE = join(PROJECT, `${manifest.name}-${manifest.version}.vsix`);

/** Reads `[vsix [FILE]]`: nothing means this checkout. Throws a `SetupProblem` for anything else. */
export function readExtensionSource(positionals: readonly string[]): ExtensionSource {
  const [kind, file] = positionals;
  if (kind === undefined) return CHECKOUT;
  if (kind === 'vsix') return { kind, file: file === undefined ? PACKAGED_FILE : resolve(file) };
  throw new SetupProblem(`Unknown argument ${kind}. Give nothing for this checkout, or: vsix [FILE]`);
}
