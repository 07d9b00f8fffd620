/** Places that a configuration file names: made absolute, and kept within its folder where it is not trusted. */

import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { ConfigFile } from './config.ts';

/** The articles that the file names: absolute folders, files or globs. */
export function configuredCorpus({ path, config }: ConfigFile): readonly string[] {
  return (config.corpus ?? []).map((entry) => resolve(dirname(path), entry));
}

/** The bibliographies that the file names, absolute. */
export function configuredBibliographies(file: ConfigFile | null): readonly string[] {
  if (file === null) return [];
  return listed(file.config.citation?.bibliography).map((place) => resolve(dirname(file.path), place));
}

export interface Restricted {
  readonly file: ConfigFile;
  /** Entries as written that were taken out. */
  readonly ignored: readonly string[];
}

/**
 * The file without the articles and bibliographies that lie outside of its folder. Whoever writes a file into a folder that
 * the user does not trust must not choose what else is read and shown, or written to.
 */
export function withinFolder({ path, config }: ConfigFile): Restricted {
  const folder = dirname(path);
  const isInside = (entry: string): boolean => isWithin(folder, resolve(folder, entry));
  const { corpus = [], citation, ...others } = config;
  const bibliography = listed(citation?.bibliography);
  const inside = corpus.filter(isInside);
  return {
    file: {
      path,
      config: {
        ...others,
        ...(inside.length > 0 && { corpus: inside }),
        ...(citation && { citation: { ...citation, bibliography: bibliography.filter(isInside) } }),
      },
    },
    ignored: [...corpus, ...bibliography].filter((entry) => !isInside(entry)),
  };
}

function listed(places: string | readonly string[] | undefined): readonly string[] {
  return typeof places === 'string' ? [places] : (places ?? []);
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
