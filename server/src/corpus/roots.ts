/** Roots: where the entries of a corpus (folders, files, globs) begin on disk, and what each is called. */

import { stat } from 'node:fs/promises';
import { basename, dirname, resolve, sep } from 'node:path';
import picomatch from 'picomatch';

export interface CorpusRoot {
  /** Absolute path of the folder that article ids are relative to. */
  readonly path: string;
  /** Comes before the ids of its articles; empty when the corpus has only one root. */
  readonly name: string;
  readonly entry:
    | { readonly kind: 'folder' }
    | { readonly kind: 'file'; readonly path: string }
    /** `pattern` is relative to `path`. */
    | { readonly kind: 'glob'; readonly pattern: string };
}

type Unnamed = Omit<CorpusRoot, 'name'>;

/** The roots of the entries, in their order, each named so that equal relative paths in two of them stay distinct. */
export async function corpusRoots(entries: readonly string[]): Promise<readonly CorpusRoot[]> {
  const roots = await Promise.all([...new Set(entries.map((entry) => resolve(entry)))].map(toRoot));
  const paths = [...new Set(roots.map((root) => root.path))];
  if (paths.length < 2) return roots.map((root) => ({ ...root, name: '' }));
  return roots.map((root) => ({ ...root, name: distinctName(root.path, paths) }));
}

async function toRoot(entry: string): Promise<Unnamed> {
  // A file or folder that exists is meant, even when brackets in its name make it look like a glob.
  const kind = await stat(entry).then(
    (found) => (found.isDirectory() ? 'folder' : 'file'),
    () => (picomatch.scan(toSlashes(entry)).isGlob ? 'glob' : 'folder'),
  );
  switch (kind) {
    case 'folder':
      return { path: entry, entry: { kind } };
    case 'file':
      return { path: dirname(entry), entry: { kind, path: entry } };
    case 'glob':
      return globRoot(entry);
  }
}

/** The deepest folder that a glob names without wildcards, and the rest. */
function globRoot(entry: string): Unnamed {
  const { base, glob } = picomatch.scan(toSlashes(entry));
  return { path: resolve(base), entry: { kind: 'glob', pattern: glob } };
}

/** As many of the last folders of `path` as tell it from the other `paths`. */
function distinctName(path: string, paths: readonly string[]): string {
  let name = basename(path);
  for (let above = dirname(path); above !== dirname(above); above = dirname(above)) {
    const isShared = paths.some((other) => other !== path && toSlashes(other).endsWith(`/${name}`));
    if (!isShared) return name;
    name = `${basename(above)}/${name}`;
  }
  return name;
}

function toSlashes(path: string): string {
  return path.split(sep).join('/');
}
