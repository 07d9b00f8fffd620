/** Merging: makes one segment of several, so that a term is looked up in few, and leaves out what is gone. */

import { nextAt } from './ascending.ts';
import { type Database, inTransaction } from './database.ts';
import { dropKeyCounts, readKeyCounts, writeKeyCounts } from './keyCounts.ts';
import { type Gone, mergePostings, type Part } from './mergeLists.ts';
import { changeMeta } from './meta.ts';
import { writePlaces } from './places.ts';
import { postingId } from './schema.ts';
import { type Segment, Segments } from './segments.ts';

/** Segments of like size that are merged: fewer would write everything more often, more would slow every question. */
export const FAN = 8;
/** Of those that come in by the thousand and are merged all together soon after. */
export const FAN_OF_MANY = 32;
/** Sentences of the largest segment that is merged again: those of some 250,000 articles. */
const LARGEST = 8_000_000;
/** Share of a segment that may be gone before it is written anew. */
const MOST_GONE = 0.3;

/**
 * Merges what is due: `fan` segments of one tier, or one that is largely gone. Each merge is a transaction of its own;
 * the answers before and after it are the same.
 */
export function mergeSegments(database: Database, fan: number): void {
  for (let due = dueFor(database, fan); due.length > 0; due = dueFor(database, fan)) {
    inTransaction(database, () => {
      // Another process may have merged them while this one waited.
      const all = readSegments(database);
      const segments = all.all.filter(({ id }) => due.includes(id));
      if (segments.length === due.length) merge(database, segments, all);
    });
  }
}

/** Merges everything that is not too large: after the articles of a corpus were taken in, before it is asked for long. */
export function mergeAll(database: Database): void {
  inTransaction(database, () => {
    const all = readSegments(database);
    let group: Segment[] = [];
    let size = 0;
    for (const segment of [...all.all, null]) {
      if (segment !== null && size + segment.sentences <= LARGEST) {
        group.push(segment);
        size += segment.sentences;
        continue;
      }
      if (group.length > 1) merge(database, group, all);
      [group, size] = segment === null ? [[], 0] : [[segment], segment.sentences];
    }
  });
}

function readSegments(database: Database): Segments {
  const segments = new Segments(database);
  segments.refresh();
  return segments;
}

/** The ids of neighbouring segments to merge; none when nothing is due. */
function dueFor(database: Database, fan: number): readonly number[] {
  const segments = new Segments(database);
  segments.refresh();
  const worn = segments.all.find(
    (segment) => goneIn(segment, segments.goneSentences) > segment.sentences * MOST_GONE,
  );
  if (worn !== undefined) return [worn.id];
  let run: number[] = [];
  let tier = -1;
  for (const { id, sentences } of segments.all) {
    const own = Math.floor(Math.log(sentences + 1) / Math.log(FAN));
    if (own !== tier || sentences > LARGEST / FAN) run = [];
    tier = own;
    if (sentences <= LARGEST / FAN) run.push(id);
    if (run.length >= fan) return run;
  }
  return [];
}

/** How many sentences of a segment are gone. */
function goneIn({ firstSentence, sentences }: Segment, gone: Uint32Array): number {
  let sum = 0;
  for (let at = nextAt(gone, firstSentence, 0) & ~1; at < gone.length; at += 2) {
    const [start = 0, end = 0] = [gone[at], gone[at + 1]];
    if (start >= firstSentence + sentences) break;
    if (start >= firstSentence) sum += end - start;
  }
  return sum;
}

/** Makes one segment of neighbours, in order. */
function merge(database: Database, segments: readonly Segment[], gone: Gone): void {
  const [first] = segments;
  const last = segments[segments.length - 1];
  if (first === undefined || last === undefined) return;
  const parts = segments.map((segment) => ({
    segment,
    sentenceShift: segment.firstSentence - first.firstSentence,
    wordShift: segment.firstWord - first.firstWord,
  }));
  const sentences = last.firstSentence + last.sentences - first.firstSentence;
  const words = last.firstWord + last.words - first.firstWord;
  const { lastInsertRowid } = database
    .prepare('INSERT INTO segments (first_sentence, sentences, first_word, words) VALUES (?, ?, ?, ?)')
    .run(first.firstSentence, sentences, first.firstWord, words);
  const into = Number(lastInsertRowid);
  writePlaces(database, into, [first.firstSentence, first.firstSentence + sentences]);
  moveKeyCounts(database, parts, into, sentences);
  mergePostings(database, parts, into, gone);
  for (const { id } of segments) dropSegment(database, id);
  database
    .prepare('DELETE FROM gone WHERE first_sentence >= ? AND first_sentence < ?')
    .run(first.firstSentence, first.firstSentence + sentences);
  changeMeta(database, 'layout');
}

function moveKeyCounts(database: Database, parts: readonly Part[], into: number, total: number): void {
  const counts = new Uint8Array(total);
  for (const { segment, sentenceShift } of parts) {
    counts.set(readKeyCounts(database, segment.id, segment.sentences), sentenceShift);
  }
  writeKeyCounts(database, into, counts);
}

function dropSegment(database: Database, id: number): void {
  database
    .prepare('DELETE FROM postings WHERE id >= ? AND id < ?')
    .run(postingId(id, 0), postingId(id + 1, 0));
  dropKeyCounts(database, id);
  database.prepare('DELETE FROM places WHERE segment = ?').run(id);
  database.prepare('DELETE FROM segments WHERE id = ?').run(id);
}
