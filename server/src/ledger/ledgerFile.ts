/** The ledger's file: found beside the draft or above it, read, and written to at its end and nowhere else. */

import { constants } from 'node:fs';
import { access, lstat, mkdir, open, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileProblem } from '../corpus/fileProblem.ts';
import type { Decision } from './decision.ts';
import type { LedgerView } from './inForce.ts';
import { type Ledger, lineOf, parseLedger } from './parseLedger.ts';

/** The folder of the ledger, beside the draft or in a folder above it, and the file in it. */
export const LEDGER_FOLDER = '.corroborate';
export const LEDGER_NAME = 'ledger.jsonl';

/** A ledger that cannot be read or written; the message says which and why, for the user. */
export class LedgerError extends Error {}

export interface LedgerFile {
  /** Absolute path of the file. */
  readonly path: string;
  /** Absolute folder that the drafts' paths start from: that of `.corroborate`. */
  readonly root: string;
  readonly ledger: Ledger;
}

/**
 * The nearest ledger to a draft, from the draft's own folder upward, `top` included; null when there is none. Null for
 * `top` goes up to the root.
 */
export async function findLedger(draftPath: string, top: string | null): Promise<string | null> {
  for (let folder = dirname(draftPath); ; folder = dirname(folder)) {
    const path = ledgerIn(folder);
    if (await exists(path)) return path;
    if (folder === top || folder === dirname(folder)) return null;
  }
}

/** Where the ledger of a folder is. */
export function ledgerIn(folder: string): string {
  return join(folder, LEDGER_FOLDER, LEDGER_NAME);
}

/** The folder from which a ledger names drafts. A file that is not in a `.corroborate` folder names them from its own. */
export function rootOf(path: string): string {
  const folder = dirname(path);
  return basename(folder) === LEDGER_FOLDER ? dirname(folder) : folder;
}

/** Bytes. A decision takes less than a kilobyte, so this is more than anybody signs off. */
const LARGEST = 64 * 1024 * 1024;

/** Reads a ledger. Rejects with a `LedgerError` when the file cannot be read; lines that cannot are its problems. */
export async function readLedger(path: string): Promise<LedgerFile> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST) throw new LedgerError(`the ledger ${path} has more than ${LARGEST >> 20} MB`);
    return { path, root: rootOf(path), ledger: parseLedger(await readFile(path, 'utf8')) };
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    throw new LedgerError(`cannot read the ledger ${path}: ${fileProblem(error)}`);
  }
}

/** What the ledger has for the draft at an absolute path. Looks which of its other drafts are still where they were. */
export async function viewOf({ root, ledger }: LedgerFile, draftPath: string): Promise<LedgerView> {
  const draft = pathIn(root, draftPath);
  const named = new Set(ledger.decisions.flatMap((one) => (one.action === 'verify' ? [one.draft] : [])));
  named.delete(draft);
  const found = await Promise.all([...named].map((path) => exists(resolve(root, path))));
  const missingDrafts = new Set([...named].filter((_, index) => found[index] === false));
  return { decisions: ledger.decisions, draft, missingDrafts };
}

/** A draft's path as its ledger writes it: from the ledger's folder, with `/` on every system. */
export function pathIn(root: string, draftPath: string): string {
  return relative(root, draftPath).split(sep).join('/');
}

/** Adds the line of a decision. What is in the file stays as it is. Rejects with a `LedgerError`. */
export async function appendDecision(path: string, decision: Decision): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await refuseLinks(path);
    const file = await open(path, 'a+');
    try {
      const { size } = await file.stat();
      const last = size === 0 ? null : await file.read(Buffer.alloc(1), 0, 1, size - 1);
      const isOpen = last !== null && last.buffer.toString('latin1') !== '\n';
      // One write, so that two processes cannot mix their lines.
      await file.write(`${isOpen ? '\n' : ''}${lineOf(decision)}`);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    throw new LedgerError(`cannot write to the ledger ${path}: ${fileProblem(error)}`);
  }
}

/** A link in somebody's repository must not lead the line to a file elsewhere. */
async function refuseLinks(path: string): Promise<void> {
  const folder = dirname(path);
  const real = await realpath(folder);
  const isLinked =
    basename(real) !== basename(folder) || real !== join(await realpath(dirname(folder)), basename(folder));
  const file = await lstat(path).catch(() => null);
  if (isLinked || file?.isSymbolicLink() === true)
    throw new LedgerError(`cannot write to the ledger ${path}: it is a link to somewhere else`);
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}
