/** What both registries of VS Code extensions ask of a manifest, as far as it can be told without them. */

import * as z from 'zod';

/** From the manual of the Visual Studio Marketplace, “Extension Manifest”. */
const CATEGORIES = [
  'Programming Languages',
  'Snippets',
  'Linters',
  'Themes',
  'Debuggers',
  'Formatters',
  'Keymaps',
  'SCM Providers',
  'Other',
  'Extension Packs',
  'Language Packs',
  'Data Science',
  'Machine Learning',
  'Visualization',
  'Notebooks',
  'Education',
  'Testing',
  'AI',
  'Chat',
] as const;

/** The Marketplace refuses more. */
const MOST_KEYWORDS = 30;

/** Open VSX refuses longer ones (its limits of `displayName` and `description`). */
const LONGEST_NAME = 255;
const LONGEST_DESCRIPTION = 2048;

const address = z.string().startsWith('https://');

/** The manifest with the words of package.nls.json in it. */
const registrySchema = z.looseObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  publisher: z.string().regex(/^[a-z0-9][a-z0-9-]*$/i),
  displayName: z.string().min(1).max(LONGEST_NAME),
  description: z.string().min(1).max(LONGEST_DESCRIPTION),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'the Marketplace takes three numbers only'),
  license: z.string().min(1),
  icon: z.string().endsWith('.png'),
  repository: z.object({ type: z.literal('git'), url: address }),
  homepage: address,
  bugs: address,
  categories: z.array(z.enum(CATEGORIES)).min(1),
  keywords: z.array(z.string().min(1)).max(MOST_KEYWORDS),
  galleryBanner: z.object({ color: z.string().regex(/^#[0-9a-f]{6}$/i), theme: z.enum(['dark', 'light']) }),
  engines: z.object({ vscode: z.string().startsWith('^') }),
  // Only the editor’s own extensions may use what is not settled.
  enabledApiProposals: z.never().optional(),
});

/** What the registries would refuse, one line each. */
export function manifestProblems(manifest: unknown): readonly string[] {
  const parsed = registrySchema.safeParse(manifest);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => `package.json: ${path.join('.')}: ${message}`);
}

/** Pixels. Both registries show the icon at 128. */
const SMALLEST_ICON = 128;

/** What is wrong with the icon, a PNG: width and height stand in its first chunk (PNG 3rd edition, 11.2.1). */
export function iconProblems(png: Buffer): readonly string[] {
  const isPng = png.length > 24 && png.subarray(1, 4).toString('latin1') === 'PNG';
  if (!isPng) return ['the icon is no PNG picture'];
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  return width >= SMALLEST_ICON && width === height
    ? []
    : [`the icon is ${width} by ${height}, not a square of 128 or more`];
}
