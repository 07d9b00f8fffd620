/** Places that a configuration file names: made absolute, and kept within its folder where it is not trusted. */

import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { ConfigFile } from './config.ts';

export interface ConfiguredPlaces {
  /** Absolute folders, files or globs. */
  readonly places: readonly string[];
  /** Entries as written that lead out of the folder of the file and are left out on that account. */
  readonly ignored: readonly string[];
}

/**
 * The articles that the file names. Whoever writes a file into a folder that the user does not trust must not choose what
 * else is read and shown, so there only entries within that folder count.
 */
export function configuredCorpus(
  { path, config }: ConfigFile,
  trust: 'trusted' | 'untrusted',
): ConfiguredPlaces {
  const folder = dirname(path);
  const entries = config.corpus ?? [];
  const isAllowed = (entry: string): boolean =>
    trust === 'trusted' || isWithin(folder, resolve(folder, entry));
  return {
    places: entries.filter(isAllowed).map((entry) => resolve(folder, entry)),
    ignored: entries.filter((entry) => !isAllowed(entry)),
  };
}

/** The bibliographies that the file names, absolute. */
export function configuredBibliographies(file: ConfigFile | null): readonly string[] {
  const given = file?.config.citation?.bibliography ?? [];
  const places = typeof given === 'string' ? [given] : given;
  return file === null ? [] : places.map((place) => resolve(dirname(file.path), place));
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
