/** A corpus in use: in memory while it is small, on disk once it is not, and what is told when the disk is of no use. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { indexPath } from '../../../server/src/corpus/disk/indexFile.ts';
import { MOST_FILES_IN_MEMORY } from '../../../server/src/corpus/weighCorpus.ts';
import { desk, tale } from '../index/folder.ts';
import { opened } from './watchedCorpus.ts';

describe('a corpus', { timeout: 120_000 }, () => {
  test('of few files never touches the disk', async (t) => {
    const { articles } = desk(t, 3);
    const nowhere = join(articles, '0.txt');
    const { corpus, told } = opened(t, articles, nowhere);
    await corpus.ready();
    assert.deepEqual([corpus.index.size, corpus.index.pending, told], [3, 0, []]);
  });

  test('of many files is indexed on disk once, and follows single files', async (t) => {
    const many = MOST_FILES_IN_MEMORY + 1;
    const { articles, write } = desk(t, many);
    const folder = join(articles, '..', 'indexes');
    const first = opened(t, articles, folder);
    await first.complete(many);
    first.corpus.close();
    const second = opened(t, articles, folder);
    await second.corpus.ready();
    assert.deepEqual([second.corpus.index.size, second.corpus.index.pending], [many, 0]);
    const path = write('7.txt', tale(7).replace('1007', '1999'));
    await second.corpus.reread([path]);
    assert.match((await second.corpus.index.article('7.txt'))?.article.text ?? '', /1999/);
    rmSync(path);
    await second.corpus.reread([path]);
    assert.deepEqual([second.corpus.index.size, second.told], [many - 1, []]);
    assert.equal(second.corpus.holds(join(articles, '8.txt')), true);
  });

  test('whose index another version took for itself makes its own anew, and reads what is new', async (t) => {
    const many = MOST_FILES_IN_MEMORY + 1;
    const { articles, write } = desk(t, many);
    const folder = join(articles, '..', 'indexes');
    const { corpus, told, complete } = opened(t, articles, folder);
    await complete(many);
    const database = openDatabase(indexPath(folder, [articles], 'refuse'), 'existing');
    database.exec('PRAGMA user_version = 999999');
    database.close();
    write('new.txt', tale(5_000));
    await corpus.reread();
    await complete(many + 1);
    assert.match((await corpus.index.article('new.txt'))?.article.text ?? '', /6000 homes/);
    assert.deepEqual(told, ['The index of the articles is made anew: made by another version.']);
    assert.deepEqual([corpus.problem, corpus.halt], [null, null]);
  });

  test('that is stopped while it is read says how many files are to go, and goes on with the next change', async (t) => {
    const many = 3 * MOST_FILES_IN_MEMORY;
    const { articles, write } = desk(t, many);
    const folder = join(articles, '..', 'indexes');
    const { corpus, told, cancel, complete, until } = opened(t, articles, folder);
    await until(({ index }) => index.size > 0);
    cancel();
    await until(({ halt }) => halt !== null);
    assert.ok(corpus.index.pending > 0);
    assert.match(corpus.halt ?? '', /^Reading was stopped\. It goes on when /);
    // A few files read by themselves are none of those that are to go.
    await corpus.reread([write('new.txt', tale(5_000))]);
    await complete(many + 1);
    assert.deepEqual([corpus.halt, told], [null, []]);
  });

  test('names a thousand files that cannot be read in its log, and says how many more there are', async (t) => {
    const { articles, write } = desk(t, 1);
    // Of one file a hundred records are told one by one, and the rest together.
    for (let file = 0; file < 10; file += 1) write(`${file}.jsonl`, '{"text": 1\n'.repeat(150));
    const { corpus, warned } = opened(t, articles, join(articles, '..', 'indexes'));
    await corpus.ready();
    assert.equal(corpus.index.skipped.length, 1_010);
    assert.deepEqual(
      [warned.length, warned.at(-1)],
      [1_001, 'Skipped 10 more, which the list of sources names'],
    );
  });
});
