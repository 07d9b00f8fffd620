/** The index writer: puts what files hold into the index, a batch in one transaction. */

import { analyseArticle } from '../analyse.ts';
import type { Article, SkippedFile } from '../article.ts';
import type { SourceFile } from '../files.ts';
import type { Retry } from '../readers/reader.ts';
import type { FileArticles } from '../readFew.ts';
import {
  articleInsertion,
  type Begin,
  type PackedArticle,
  packArticle,
  termNumbers,
} from './articleInsertion.ts';
import { loadArticles } from './articleLoader.ts';
import { layoutSum } from './articleRows.ts';
import { asUnusable, type Database, inTransaction, type Statement } from './database.ts';
import { sizeToKeep } from './fileSizes.ts';
import { writeKeyCounts } from './keyCounts.ts';
import { FAN, mergeSegments } from './mergeSegments.ts';
import { addMeta, changeMeta, readMeta, writeMeta } from './meta.ts';
import { writePlaces } from './places.ts';
import { postingId } from './schema.ts';
import { SegmentBuilder } from './segmentBuilder.ts';
import { type SegmentList, segmentLists } from './segmentLists.ts';
import { TermNumbers } from './terms.ts';

/** What one file holds now, or a part of it. */
export interface FileContent {
  readonly file: SourceFile;
  readonly articles: readonly Article[];
  readonly skipped: readonly SkippedFile[];
  /**
   * What becomes of the other articles known of the file: those not `kept` are removed. `all` are kept while more of the
   * file is to come; it then counts as unread, so that it is read again should that never happen.
   */
  readonly kept: ReadonlySet<string> | 'all';
  /** Whether to read the file again although it stays the same. */
  readonly retry: Retry;
}

/** All that is in a file of which nothing was skipped. */
export function wholeFile({ file, articles }: FileArticles): FileContent {
  return { file, articles, skipped: [], kept: new Set(articles.map(({ id }) => id)), retry: 'never' };
}

/** Articles that leave in one transaction, as many as come in one (`readBatch`): all that is filed of them is in memory. */
const MOST_AT_ONCE = 1_000;

/** Writes to one index. Throws `UnusableIndex`; then nothing of the call is written. */
export class IndexWriter {
  readonly #database: Database;
  readonly #fan: number;
  readonly #terms: TermNumbers;
  readonly #forgetSkipped: Statement;
  readonly #skip: Statement;
  readonly #known: Statement;
  readonly #file: Statement;

  /** `fan` segments of like size are merged when that many are written. */
  constructor(database: Database, fan: number = FAN) {
    this.#database = database;
    this.#fan = fan;
    this.#terms = new TermNumbers(database);
    this.#forgetSkipped = database.prepare('DELETE FROM skipped WHERE path = ?');
    this.#skip = database.prepare('INSERT INTO skipped (path, member, reason) VALUES (?, ?, ?)');
    this.#known = database.prepare('SELECT size, mtime, ctime FROM files WHERE path = ?');
    this.#file = database.prepare(
      `INSERT INTO files (path, id, size, mtime, ctime) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (path) DO UPDATE SET id = excluded.id, size = excluded.size, mtime = excluded.mtime, ctime = excluded.ctime
       RETURNING number`,
    );
  }

  /**
   * Makes the index hold of each file just what `contents` say, in one transaction. Articles that are known already, by
   * id, hash and place, are left alone. `gone` are paths of files that hold nothing any more. Each file read to its end is one
   * less that is pending. Where many articles are in no file any more, most of them go before, in transactions of their own:
   * a file is then as before but for them, and whoever calls again removes the rest.
   */
  replace(contents: readonly FileContent[], gone: readonly string[] = []): void {
    try {
      const change = this.#changeOf(contents, gone);
      while (change.lost.length > MOST_AT_ONCE) {
        const lost = change.lost.splice(0, MOST_AT_ONCE);
        this.#write({ added: [], removed: [], lost, pathOf: new Map() }, [], []);
      }
      this.#write(change, contents, gone);
    } catch (error) {
      throw asUnusable(error);
    }
  }

  #write(change: Change, contents: readonly FileContent[], gone: readonly string[]): void {
    const added = new SegmentBuilder();
    const removed = new SegmentBuilder();
    const leaving = [...change.removed, ...change.lost];
    for (const article of change.added) added.add(analyseArticle(article));
    for (const analysed of loadArticles(this.#database, leaving)) removed.add(analysed);
    const lists = segmentLists(added, removed, this.#terms);
    const numbers = termNumbers(added, this.#terms);
    const articles = added.articles.map((built) => packArticle(built, added.terms, numbers));
    inTransaction(this.#database, () => {
      for (const path of gone) this.#forgetFile(path);
      this.#removeArticles(leaving);
      const files = new Map(contents.map((content) => [content.file.path, this.#writeFile(content)]));
      const fileOf = ({ article }: PackedArticle): number =>
        files.get(change.pathOf.get(article.id) ?? '') ?? 0;
      if (articles.length > 0 || lists.length > 0) this.#writeSegment(added, articles, lists, fileOf);
      addMeta(this.#database, 'articles', added.articles.length - removed.articles.length);
      addMeta(this.#database, 'sentences', added.sentenceCount - removed.sentenceCount);
      addMeta(this.#database, 'words', added.placeCount - removed.placeCount);
      const read = contents.filter(({ kept }) => kept !== 'all').length;
      writeMeta(this.#database, 'pending', Math.max(0, readMeta(this.#database, 'pending') - read));
      changeMeta(this.#database, 'revision');
    });
    mergeSegments(this.#database, this.#fan);
  }

  /** Which articles are new and which rows go. */
  #changeOf(contents: readonly FileContent[], gone: readonly string[]): Change {
    const rows = this.#database.prepare(
      'SELECT articles.number, articles.id, hash, layout FROM articles JOIN files ON files.number = file WHERE files.path = ?',
    );
    const change: Change = { added: [], removed: [], lost: [], pathOf: new Map() };
    for (const path of gone) for (const row of rows.all(path)) change.lost.push(Number(row.number));
    for (const { file, articles, kept } of contents) {
      const known = new Map(rows.all(file.path).map((row) => [String(row.id), row]));
      for (const article of articles) {
        const row = known.get(article.id);
        known.delete(article.id);
        if (row !== undefined && isSame(row, article)) continue;
        if (row !== undefined) change.removed.push(Number(row.number));
        change.added.push({ ...article, text: article.text.toWellFormed() });
        change.pathOf.set(article.id, file.path);
      }
      for (const [id, row] of known) {
        if (kept !== 'all' && !kept.has(id)) change.lost.push(Number(row.number));
      }
    }
    return change;
  }

  #forgetFile(path: string): void {
    this.#forgetSkipped.run(path);
    this.#database.prepare('DELETE FROM files WHERE path = ?').run(path);
  }

  #writeFile(content: FileContent): number {
    const { file, skipped, kept, retry } = content;
    this.#forgetSkipped.run(file.path);
    for (const { path, member, reason } of skipped) this.#skip.run(path, member ?? null, reason);
    const size = sizeToKeep(file, kept === 'all' ? 'in-part' : retry, this.#known.get(file.path));
    const row = this.#file.get(file.path, file.id, size, file.mtime, file.ctime);
    return Number(row?.number);
  }

  #removeArticles(numbers: readonly number[]): void {
    const mark = this.#database.prepare(
      'INSERT INTO gone SELECT first_sentence, sentences, first_word, words FROM articles WHERE number = ?',
    );
    const dropArticle = this.#database.prepare('DELETE FROM articles WHERE number = ?');
    const dropText = this.#database.prepare('DELETE FROM texts WHERE number = ?');
    for (const number of numbers)
      for (const statement of [mark, dropArticle, dropText]) statement.run(number);
  }

  #writeSegment(
    built: SegmentBuilder,
    articles: readonly PackedArticle[],
    lists: readonly SegmentList[],
    fileOf: (article: PackedArticle) => number,
  ): void {
    const begin = this.#end();
    const { lastInsertRowid } = this.#database
      .prepare('INSERT INTO segments (first_sentence, sentences, first_word, words) VALUES (?, ?, ?, ?)')
      .run(begin.sentence, built.lengths.length, begin.word, built.placeCount);
    const segment = Number(lastInsertRowid);
    const insert = articleInsertion(this.#database);
    for (const article of articles) insert(begin, fileOf(article), article);
    writePlaces(this.#database, segment, [begin.sentence, begin.sentence + built.lengths.length]);
    writeKeyCounts(this.#database, segment, Uint8Array.from(built.lengths));
    const posting = this.#database.prepare('INSERT INTO postings (id, count, list) VALUES (?, ?, ?)');
    for (const { term, count, bytes } of lists) posting.run(postingId(segment, term), count, bytes);
  }

  /** Where the numbers of the next segment begin. */
  #end(): Begin {
    const last = this.#database
      .prepare(
        'SELECT first_sentence + sentences AS sentence, first_word + words AS word FROM segments ORDER BY first_sentence DESC, id DESC LIMIT 1',
      )
      .get();
    return { sentence: Number(last?.sentence ?? 0), word: Number(last?.word ?? 0) };
  }
}

/** Whether a row of `articles` was written of the article as it is now, and as it stands in its file now. */
function isSame({ hash, layout }: NonNullable<ReturnType<Statement['get']>>, article: Article): boolean {
  return hash !== null && hash === article.hash && layout === layoutSum(article);
}

interface Change {
  readonly added: Article[];
  /** Numbers of the articles that those added take the place of. */
  readonly removed: number[];
  /** Numbers of articles that are in no file any more. */
  readonly lost: number[];
  /** The file of each added article, by its id. */
  readonly pathOf: Map<string, string>;
}
