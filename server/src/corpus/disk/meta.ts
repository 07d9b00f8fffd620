/** Meta: the few numbers that an index keeps about itself. */

import type { Database, Statement } from './database.ts';

/**
 * `revision` counts changes of what the index answers, `layout` every change of the segments, merges included, and
 * `pending` the files that are known to be new or changed and not looked into yet. `articles` and `sentences` are how
 * many there are now, `words` the places that the articles take, in whatever segments they stand.
 */
export type MetaName = 'revision' | 'layout' | 'pending' | 'articles' | 'sentences' | 'words';

/** The number of that name; 0 before it was set. */
export function readMeta(database: Database, name: MetaName): number {
  return Number(selectionOf(database).get(name)?.value ?? 0);
}

/** Each question to an index begins with such a number: a statement of its own for each would take longer than it. */
function selectionOf(database: Database): Statement {
  const known = selections.get(database) ?? database.prepare('SELECT value FROM meta WHERE name = ?');
  selections.set(database, known);
  return known;
}

const selections = new WeakMap<Database, Statement>();

export function writeMeta(database: Database, name: MetaName, value: number): void {
  database
    .prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    .run(name, value);
}

/** Counts a change; within a transaction. A new revision is a new layout too. */
export function changeMeta(database: Database, name: 'revision' | 'layout'): void {
  if (name === 'revision') addMeta(database, 'revision', 1);
  addMeta(database, 'layout', 1);
}

/** Adds to a number; within a transaction. */
export function addMeta(database: Database, name: MetaName, by: number): void {
  writeMeta(database, name, readMeta(database, name) + by);
}
