/** Bibliographies: the entries a draft can cite, where they stand, and what could not be read of them. */

import type { Draft } from '../../draft/draft.ts';
import type { Reference } from '../reference.ts';
import { ownReferences } from './ownReferences.ts';

export type BibliographyFormat = 'bibtex' | 'csl-json' | 'csl-yaml' | 'hayagriva';

/** One file that a draft names, or the setting does. */
export interface BibliographyFile {
  /** Absolute path. */
  readonly path: string;
  readonly format: BibliographyFormat;
  /** The whole file; null when there is none yet. */
  readonly text: string | null;
  readonly references: readonly Reference[];
  /** What could not be read, each with its cause, and with its line where there is one. */
  readonly problems: readonly string[];
}

/** All that a draft can cite by key. */
export interface Bibliography {
  /** The entries in the draft's own front matter; null when it has no list of them. */
  readonly own: readonly Reference[] | null;
  readonly files: readonly BibliographyFile[];
}

/** The bibliography of `draft`, of which `files` have been read. */
export function bibliographyOf(draft: Draft, files: readonly BibliographyFile[]): Bibliography {
  return { own: ownReferences(draft), files };
}

/** Every entry, those of the draft first. */
export function referencesOf({ own, files }: Bibliography): readonly Reference[] {
  return [...(own ?? []), ...files.flatMap(({ references }) => references)];
}

/** Whether a key that is not among the entries is known to stand nowhere: all that is named was read as a whole. */
export function isComplete({ own, files }: Bibliography): boolean {
  const isRead = files.every(({ text, problems }) => text !== null && problems.length === 0);
  return isRead && (own !== null || files.length > 0);
}
