/** Schema: the tables of an index on disk. */

import { READERS_VERSION } from '../readers/readersVersion.ts';

/** Version of the tables, and of the analysis whose results stand in them: raise it when either changes. */
const TABLES_VERSION = 7;

/** An index of another version, or of articles that were read otherwise, is made anew. */
export const VERSION = TABLES_VERSION * 1_000 + READERS_VERSION;

/**
 * An index is a handful of *segments*, as in Lucene: each holds the postings of some thousand articles, is written once
 * and later merged with others. What is removed stays in its segment as `gone` until then.
 *
 * A posting list is found by its segment and term: `postings.id` is `segment × 2³² + term`. Sentences and words are
 * numbered through the whole index, each segment takes a range of them, and lists count from its beginning, so that a
 * list is a byte or two for each sentence or place, and articles stay where they are when segments are merged.
 */
export const TABLES = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE files (
    number INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    id TEXT NOT NULL,
    size REAL NOT NULL,
    mtime REAL NOT NULL,
    ctime REAL NOT NULL
  );
  CREATE TABLE skipped (path TEXT NOT NULL, member TEXT, reason TEXT NOT NULL, unlisted INTEGER NOT NULL DEFAULT 0);
  CREATE INDEX skipped_path ON skipped (path);
  CREATE TABLE articles (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    file INTEGER NOT NULL,
    title TEXT NOT NULL,
    outlet TEXT,
    author TEXT,
    published TEXT,
    url TEXT,
    hash TEXT,
    layout INTEGER NOT NULL,
    first_sentence INTEGER NOT NULL,
    sentences INTEGER NOT NULL,
    first_word INTEGER NOT NULL,
    words INTEGER NOT NULL
  );
  CREATE INDEX articles_file ON articles (file);
  CREATE INDEX articles_sentence ON articles (first_sentence);
  CREATE INDEX articles_listed ON articles (published DESC, title, id);
  CREATE TABLE texts (
    number INTEGER PRIMARY KEY,
    check_sum INTEGER NOT NULL,
    outline BLOB NOT NULL,
    body BLOB NOT NULL
  );
  CREATE TABLE segments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    first_sentence INTEGER NOT NULL,
    sentences INTEGER NOT NULL,
    first_word INTEGER NOT NULL,
    words INTEGER NOT NULL
  );
  CREATE TABLE gone (
    first_sentence INTEGER PRIMARY KEY,
    sentences INTEGER NOT NULL,
    first_word INTEGER NOT NULL,
    words INTEGER NOT NULL
  );
  CREATE TABLE places (segment INTEGER PRIMARY KEY, list BLOB NOT NULL);
  CREATE TABLE lengths (id INTEGER PRIMARY KEY, keys BLOB NOT NULL);
  CREATE TABLE terms (number INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE);
  CREATE TABLE postings (id INTEGER PRIMARY KEY, count INTEGER NOT NULL, list BLOB NOT NULL);
`;

/**
 * Sentences whose key counts stand together in one row of `lengths`, a byte each: as many as one page of four kilobytes
 * has room for, since a claim asks a large corpus for those of a few thousand sentences here and there.
 */
export const BLOCK = 4_000;

/** The id of a posting list. */
export function postingId(segment: number, term: number): number {
  return segment * SEGMENT_STRIDE + term;
}

/** The id of the key counts of a block of a segment. */
export function lengthsId(segment: number, block: number): number {
  return segment * SEGMENT_STRIDE + block;
}

/** The term of a posting list's id. */
export function termOfId(id: number): number {
  return id % SEGMENT_STRIDE;
}

const SEGMENT_STRIDE = 2 ** 32;

/** What a term is, as its first character. Lists of `SENTENCE` are sentences, of `WORD` places; the others say theirs. */
export const KIND = {
  /** A term or value key of a sentence. */
  sentence: 's',
  /** A word, by its spelling key. */
  word: 'w',
  /** A name, by its words: records of its mentions. */
  name: 'n',
  /** A word of names, by its spelling key: the terms of the names that hold it. */
  nameWord: 'k',
  /** An office: the terms of the names that are given it. */
  office: 'o',
  /** A word of names as it stands, a name and a title as written: terms without a list. */
  rawWord: 'r',
  writtenName: 'x',
  title: 't',
} as const;
