/** The packed extension, as it lies on disk: its files and what is wrong with them. */

import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';

/** Bytes. What a slow connection downloads in half a minute. */
const LARGEST_VSIX = 5 * 1024 * 1024;

export interface Vsix {
  /** Bytes of the file. */
  readonly size: number;
  /** The extension’s files by their paths within it. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const FOLDER = 'extension/';

export async function readVsix(path: string): Promise<Vsix> {
  const bytes = await readFile(path);
  const entries = Object.entries(unzipSync(bytes));
  const files = entries
    .filter(([name]) => name.startsWith(FOLDER) && !name.endsWith('/'))
    .map(([name, content]) => [name.slice(FOLDER.length), content] as const);
  return { size: bytes.length, files: new Map(files) };
}

/** `expected` are the files that the checkout would pack; packing gives some of them other names. */
export function vsixProblems({ size, files }: Vsix, expected: readonly string[]): readonly string[] {
  const packed = new Set([...files.keys()].map(nameOf));
  const meant = new Set(expected.map(nameOf));
  return [
    ...[...meant].filter((name) => !packed.has(name)).map((name) => `the VSIX lacks ${name}`),
    ...[...packed]
      .filter((name) => !meant.has(name))
      .map((name) => `the VSIX holds ${name}, which is not meant to ship`),
    ...[...packed]
      .filter((name) => name.endsWith('.map'))
      .map((name) => `the VSIX holds the source map ${name}`),
    ...(size > LARGEST_VSIX ? [`the VSIX has ${size} bytes; ${LARGEST_VSIX} is the most`] : []),
  ];
}

/** `vsce` writes README, changelog and licence under names of its own. */
function nameOf(path: string): string {
  const name = path.toLowerCase();
  return name === 'license.txt' ? 'license' : name;
}
