/** The database: opens the file of an index, makes its tables, and tells what is wrong with one that cannot be used. */

import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { TABLES, VERSION } from './schema.ts';

export type Database = DatabaseSync;
export type Statement = StatementSync;

/** An index that cannot be used; the message says why in words for the user. */
export class UnusableIndex extends Error {
  override readonly name = 'UnusableIndex';
  /** `damaged` and `outdated` ones can be made anew, which does not help the others. */
  readonly state: 'damaged' | 'outdated' | 'unavailable';

  /** Whether it is only because another process has it at this moment. */
  readonly isBusy: boolean;

  /** Whether no index can be used, in whatever folder. */
  readonly isEverywhere: boolean;

  constructor(state: UnusableIndex['state'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.state = state;
    this.isBusy = message === BUSY;
    this.isEverywhere = message === NO_DATABASE;
  }
}

const BUSY = 'another process is writing it';
const NO_DATABASE = 'this build of Node.js has no SQLite';

/** Milliseconds a statement waits for another process that is writing. */
const BUSY_TIMEOUT = 30_000;

/**
 * Opens the index at `path`, absolute; with `create`, one that does not exist yet is made. Several processes and threads
 * may have it open: writers wait for each other, and readers see the last complete state. Throws `UnusableIndex`.
 */
export function openDatabase(path: string, mode: 'create' | 'existing'): Database {
  let database: Database | null = null;
  try {
    database = new (sqlite().DatabaseSync)(path, { timeout: BUSY_TIMEOUT });
    prepareConnection(database);
    const version = schemaVersion(database);
    if (version === 0 && mode === 'create') createTables(database);
    else if (version !== VERSION) throw new UnusableIndex('outdated', 'made by another version');
    return database;
  } catch (error) {
    database?.close();
    throw asUnusable(error);
  }
}

/** Opens a file as it is, to lock it; waits for nobody. Throws `UnusableIndex`. */
export function openLockFile(path: string): Database {
  try {
    return new (sqlite().DatabaseSync)(path, { timeout: 0 });
  } catch (error) {
    throw asUnusable(error);
  }
}

/**
 * Whether somebody has the index at `path` open, this process included; one that nobody has is left in a state in which it
 * can be opened or removed. Throws `UnusableIndex`.
 */
export function isInUse(path: string): boolean {
  const database = openLockFile(path);
  try {
    // Without a log there is one file only, which SQLite allows when no other connection is left.
    database.exec('PRAGMA journal_mode = DELETE');
    return false;
  } catch (error) {
    const problem = asUnusable(error);
    if (problem instanceof UnusableIndex && problem.isBusy) return true;
    if (problem instanceof UnusableIndex && problem.state === 'damaged') return false;
    throw problem;
  } finally {
    database.close();
  }
}

/** Runs `work` in one transaction: all of it is kept, or nothing when it throws. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    endTransaction(database, 'ROLLBACK');
    throw error;
  }
}

/**
 * Ends a transaction, where the database has not ended it itself; never throws. Node tells only from 22.16 on whether there
 * is one (`isTransaction`).
 */
export function endTransaction(database: Database, how: 'COMMIT' | 'ROLLBACK'): void {
  if (!database.isOpen) return;
  try {
    database.exec(how);
  } catch {
    // There is none, or what is wrong with the database was told by what was done in it.
  }
}

/**
 * The rows of a statement, one by one. Node before 22.16 lets a statement be collected while its rows are read, which then
 * end early or fail (nodejs/node#57493).
 */
export function rowsOf(
  statement: Statement,
  ...values: readonly SQLInputValue[]
): ReturnType<Statement['iterate']> {
  const rows = statement.iterate(...values);
  statementOf.set(rows, statement);
  return rows;
}

/** By its rows: as long as these are there, it is. */
const statementOf = new WeakMap<object, Statement>();

/** The error of a statement in words for the user; what is no error of the database stays as it is. */
export function asUnusable(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UnusableIndex) return error;
  const code = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null;
  const known = code === null ? undefined : (PROBLEMS.get(code) ?? PROBLEMS.get(code & 0xff));
  if (known !== undefined) return new UnusableIndex(known[0], known[1], { cause: error });
  return code === null ? error : new UnusableIndex('unavailable', error.message, { cause: error });
}

/** Result codes of SQLite (sqlite.org/rescode.html) that users can do something about. */
const PROBLEMS: ReadonlyMap<number, readonly [UnusableIndex['state'], string]> = new Map([
  [5, ['unavailable', BUSY]],
  [8, ['unavailable', 'its folder is read-only']],
  [10, ['unavailable', 'the disk reports an error']],
  [11, ['damaged', 'it is damaged']],
  [13, ['unavailable', 'the disk is full']],
  [14, ['unavailable', 'its folder cannot be written']],
  [26, ['damaged', 'it is damaged']],
  // The file beside the log that all processes share cannot grow, which takes a few pages more (SQLITE_IOERR_SHMSIZE).
  [4_874, ['unavailable', 'the disk is full']],
]);

function prepareConnection(database: Database): void {
  // With a write-ahead log, a process that is killed loses what it had not committed and nothing else.
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA cache_size = -${CACHE};
    PRAGMA mmap_size = 0;
    PRAGMA journal_size_limit = 67108864;
  `);
}

/** Kilobytes of pages that one connection keeps: of those that write. */
const CACHE = 16_384;
/** Of one that a server has open all the time, which takes no longer to answer with half of it. */
const SMALL_CACHE = 4_096;

/** Has a connection that mostly reads keep fewer pages. */
export function keepFewPages(database: Database): void {
  database.exec(`PRAGMA cache_size = -${SMALL_CACHE}`);
}

/**
 * Has a connection that writes much copy the log into the index less often: pages that several transactions write are then
 * copied once, and the disk is waited for less often. A process that is killed loses nothing by it.
 */
export function writeMuch(database: Database): void {
  database.exec(`PRAGMA wal_autocheckpoint = ${LONG_LOG}`);
}

/** Pages of four kilobytes: 64 MB, as long as the log may stay. */
const LONG_LOG = 16_384;

function schemaVersion(database: Database): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0);
}

function createTables(database: Database): void {
  inTransaction(database, () => {
    // Another process may have made them while this one waited.
    if (schemaVersion(database) === VERSION) return;
    // Until the files were listed for the first time, not even their number is known.
    database.exec(`${TABLES} INSERT INTO meta VALUES ('pending', 1); PRAGMA user_version = ${VERSION};`);
  });
}

/**
 * Node's own SQLite, loaded when first needed. Node 22 tells on standard error that it is experimental, which would stand
 * between the lines of a report.
 */
function sqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    const module = process.getBuiltinModule('node:sqlite');
    // Electron can be built without it.
    if (module === undefined) throw new UnusableIndex('unavailable', NO_DATABASE);
    return module;
  } finally {
    process.emitWarning = emitWarning;
  }
}
