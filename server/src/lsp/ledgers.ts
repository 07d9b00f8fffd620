/** The ledgers of the open drafts: which one holds for a draft, read once and again when its file changes. */

import { basename, dirname } from 'node:path';
import { Emitter, type Event } from 'vscode-languageserver';
import type { Decision } from '../ledger/decision.ts';
import type { LedgerView } from '../ledger/inForce.ts';
import {
  appendDecision,
  findLedger,
  LEDGER_FOLDER,
  LEDGER_NAME,
  LedgerError,
  type LedgerFile,
  ledgerIn,
  pathIn,
  readLedger,
  rootOf,
  viewOf,
} from '../ledger/ledgerFile.ts';
import type { LedgerProblem } from '../ledger/parseLedger.ts';

export interface Ledgers {
  /** What the ledger of the draft at this absolute path says; null where there is none or it cannot be read. */
  of(draftPath: string): Promise<LedgerView | null>;
  /**
   * Adds a decision on a draft to its ledger, which is made where there is none. Resolves with the ledger's path; rejects
   * with a `LedgerError`.
   */
  append(draftPath: string, decision: Decision): Promise<string>;
  /** The draft as its ledger names it. */
  nameOf(draftPath: string): Promise<string>;
  /** Takes note of files that changed, by their absolute paths. */
  filesChanged(paths: readonly string[]): void;
  /** Grows with every change of a ledger. */
  readonly generation: number;
  readonly onDidChange: Event<void>;
  /** Fires with the path of each ledger that is looked for, whether it is there or not yet. */
  readonly onDidSeek: Event<string>;
  /** Fires with the problems of each ledger that is read. */
  readonly onDidRead: Event<LedgerReading>;
}

export interface LedgerReading {
  readonly path: string;
  readonly problems: readonly LedgerProblem[];
}

/** `folderOf` is the workspace folder of a draft: no ledger above it holds. Null for drafts outside of all. */
export function createLedgers(folderOf: (draftPath: string) => string | null): Ledgers {
  const files = new Map<string, Promise<LedgerFile | null>>();
  const views = new Map<string, Promise<LedgerView | null>>();
  const changed = new Emitter<void>();
  const reading = new Emitter<LedgerReading>();
  const sought = new Emitter<string>();
  let generation = 0;

  const forget = (): void => {
    files.clear();
    views.clear();
    generation += 1;
    changed.fire();
  };

  const read = async (path: string): Promise<LedgerFile | null> => {
    try {
      const file = await readLedger(path);
      reading.fire({ path, problems: file.ledger.problems });
      return file;
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      reading.fire({ path, problems: [{ line: 1, reason: error.message }] });
      return null;
    }
  };

  const view = async (draftPath: string): Promise<LedgerView | null> => {
    const path = await findLedger(draftPath, folderOf(draftPath));
    sought.fire(path ?? ledgerIn(folderOf(draftPath) ?? dirname(draftPath)));
    if (path === null) return null;
    const reads = files.get(path) ?? read(path);
    files.set(path, reads);
    const file = await reads;
    return file === null ? null : viewOf(file, draftPath);
  };

  /** Where the draft's decisions go. */
  const home = async (draftPath: string): Promise<string> => {
    const folder = folderOf(draftPath);
    return (await findLedger(draftPath, folder)) ?? ledgerIn(folder ?? dirname(draftPath));
  };

  return {
    of(draftPath) {
      const known = views.get(draftPath) ?? view(draftPath);
      views.set(draftPath, known);
      return known;
    },
    async append(draftPath, decision) {
      const path = await home(draftPath);
      await appendDecision(path, decision);
      forget();
      return path;
    },
    nameOf: async (draftPath) => pathIn(rootOf(await home(draftPath)), draftPath),
    filesChanged(paths) {
      if (paths.some(isLedger)) forget();
    },
    get generation() {
      return generation;
    },
    onDidChange: changed.event,
    onDidSeek: sought.event,
    onDidRead: reading.event,
  };
}

/** Whether a path is that of a ledger or of its folder, of which alone editors tell when it is deleted. */
function isLedger(path: string): boolean {
  const name = basename(path);
  return name === LEDGER_FOLDER || (name === LEDGER_NAME && basename(dirname(path)) === LEDGER_FOLDER);
}
