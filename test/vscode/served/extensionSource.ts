/** Extension source: which build of the product a VS Code runs. */

import { join } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import { PROJECT } from './paths.ts';

/** A packaged extension, or a checkout as VS Code runs it under development. Absolute paths. */
export type ExtensionSource =
  | { readonly kind: 'vsix'; readonly file: string }
  | { readonly kind: 'development'; readonly folder: string };

/** This checkout, as `npm run build` leaves it. */
export const CHECKOUT: ExtensionSource & { readonly kind: 'development' } = {
  kind: 'development',
  folder: PROJECT,
};

/** Where `npm run package` writes the VSIX. */
export const PACKAGED_FILE = join(PROJECT, `${manifest.name}-${manifest.version}.vsix`);
