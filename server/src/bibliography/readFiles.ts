/** Reads the bibliographies that a draft can cite from: those it names, and those of the settings. */

import { readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import type { BibliographyFile } from '../cite/bibliography/bibliography.ts';
import { namedBibliographies, usualFile } from '../cite/bibliography/named.ts';
import { decodeText } from '../corpus/encoding.ts';
import { fileProblem } from '../corpus/fileProblem.ts';
import type { Draft } from '../draft/draft.ts';

/** Reads files as long as they change, and keeps what did not. */
export interface BibliographyReader {
  /** The bibliographies at these absolute paths, in order. Never rejects. */
  read(paths: readonly string[]): Promise<readonly BibliographyFile[]>;
}

/**
 * The absolute paths of a draft’s bibliographies, those it names first. A draft that is no file yet has no folder to
 * look in. `extra` are absolute.
 */
export function bibliographyPaths(draft: Draft, extra: readonly string[]): readonly string[] {
  const named = namedBibliographies(draft).filter((name) => READABLE.test(name));
  const own = isAbsolute(draft.path) ? named.map((name) => resolve(dirname(draft.path), name)) : [];
  const paths = [...new Set([...own, ...extra.filter((path) => READABLE.test(path))])];
  const usual = usualFile(draft.language);
  if (paths.length > 0 || usual === null || !isAbsolute(draft.path)) return paths;
  return [resolve(dirname(draft.path), usual)];
}

/** What of `files` could not be read for `draft`, each with its file and its cause. */
export function bibliographyProblems(draft: Draft, files: readonly BibliographyFile[]): readonly string[] {
  const isNamed = namedBibliographies(draft).length > 0;
  return files.flatMap(({ path, text, problems }) => {
    const isGone = text === null && problems.length === 0 && isNamed;
    return [...problems, ...(isGone ? ['there is no such file'] : [])].map(
      (problem) => `${path}: ${problem}`,
    );
  });
}

/** Whether a path may be that of a bibliography. No other file is opened on the word of a draft, and no draft is one. */
export function mayBeBibliography(path: string): boolean {
  return READABLE.test(path);
}

const READABLE = /\.(?:bib|json|ya?ml)$/iu;

/** A text that an editor has open, saved or not. */
export interface OpenText {
  readonly text: string;
  /** Grows with every change. */
  readonly version: number;
}

/** `openText` gives what an editor has open at a path, which counts before the file; null where it has nothing. */
export function createBibliographyReader(
  openText: (path: string) => OpenText | null = () => null,
): BibliographyReader {
  const kept = new Map<string, { readonly stamp: string; readonly file: Promise<BibliographyFile> }>();
  const readOne = async (path: string): Promise<BibliographyFile> => {
    const open = openText(path);
    const stamp = open === null ? await stampOf(path) : `open ${open.version}`;
    const known = kept.get(path);
    if (known?.stamp === stamp) return known.file;
    const file = open === null ? readAt(path, stamp) : readText(path, open.text);
    kept.set(path, { stamp, file });
    return file;
  };
  return { read: (paths) => Promise.all(paths.map(readOne)) };
}

/** What changes when a file does; empty for one that is not there. */
async function stampOf(path: string): Promise<string> {
  return stat(path).then(
    ({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`,
    () => '',
  );
}

/** Bytes: about 30,000 entries. A larger file is no bibliography that a draft is written with. */
const LARGEST = 20_000_000;

async function readText(path: string, text: string): Promise<BibliographyFile> {
  const { readBibliography } = await import('../cite/bibliography/files.ts');
  return readBibliography(path, text, null);
}

async function readAt(path: string, stamp: string): Promise<BibliographyFile> {
  // The parsers are needed by few drafts.
  const { readBibliography } = await import('../cite/bibliography/files.ts');
  if (stamp === '') return readBibliography(path, null, null);
  try {
    const bytes = await readFile(path);
    if (bytes.length > LARGEST) return readBibliography(path, null, `it has more than ${LARGEST / 1e6} MB`);
    const decoded = decodeText(bytes);
    return decoded.kind === 'unreadable'
      ? readBibliography(path, null, decoded.reason)
      : readBibliography(path, decoded.text, null);
  } catch (error) {
    return readBibliography(path, null, fileProblem(error));
  }
}
