/** Folders that are asked again and again: from which state of them a question is answered. */

import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { articlesOf } from '../../../server/src/cli/askedFolders.ts';
import { sharedLooks } from '../../../server/src/cli/sharedLooks.ts';
import { openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { indexPath } from '../../../server/src/corpus/disk/indexFile.ts';
import type { CorpusIndex } from '../../../server/src/corpus/index/corpusIndex.ts';
import { MOST_FILES_IN_MEMORY } from '../../../server/src/corpus/weighCorpus.ts';
import { type Desk, desk, tale } from '../index/folder.ts';

/** A server that has just been started, which waits so long for files to be read. */
function started(folders: Desk, patience: number): () => Promise<CorpusIndex> {
  return articlesOf({
    entries: [folders.articles],
    links: 'refuse',
    indexFolder: indexesOf(folders),
    log: () => {},
    patience,
  });
}

function indexesOf({ articles }: Desk): string {
  return join(dirname(articles), 'indexes');
}

function largeDesk(t: TestContext): Desk {
  return desk(t, 2 * MOST_FILES_IN_MEMORY);
}

describe('a question to folders', { timeout: 120_000 }, () => {
  test('is answered from a look of its own, not from what an index on disk held before', async (t) => {
    const large = largeDesk(t);
    await started(large, 60_000)();
    large.write('7.txt', tale(7).replace('1007', '1999'));
    const index = await started(large, 60_000)();
    assert.match((await index.article('7.txt'))?.article.text ?? '', /1999/);
    assert.equal(index.pending, 0);
  });

  test('waits for each change, however many are asked at a time', async (t) => {
    const large = largeDesk(t);
    const ask = started(large, 60_000);
    await ask();
    for (const homes of ['1999', '2999']) {
      const before = ask();
      large.write('7.txt', tale(7).replace('1007', homes));
      for (const index of await Promise.all([ask(), ask(), ask()])) {
        assert.match((await index.article('7.txt'))?.article.text ?? '', new RegExp(homes));
      }
      await before;
    }
  });

  test('waits for the index that is made anew in place of one of no use', async (t) => {
    const large = largeDesk(t);
    const ask = started(large, 60_000);
    await ask();
    const database = openDatabase(indexPath(indexesOf(large), [large.articles], 'refuse'), 'existing');
    database.exec('PRAGMA user_version = 999999');
    database.close();
    large.write('7.txt', tale(7).replace('1007', '1999'));
    const index = await ask();
    assert.match((await index.article('7.txt'))?.article.text ?? '', /1999/);
    assert.equal(index.pending, 0);
  });

  test('is answered from a part of what takes long to read, with what is to go', async (t) => {
    const large = largeDesk(t);
    const ask = started(large, 1);
    assert.ok((await ask()).pending > 0);
    for (let pending = Number.POSITIVE_INFINITY; pending > 0; ) ({ pending } = await ask());
    assert.equal((await ask()).size, 2 * MOST_FILES_IN_MEMORY);
  });
});

describe('looks that are shared', () => {
  test('never overlap, begin after they are asked for, and end however often that is', async () => {
    const ends: (() => void)[] = [];
    const ask = sharedLooks(() => new Promise((resolve) => ends.push(resolve)));
    const first = ask();
    await Promise.resolve();
    assert.equal(ends.length, 1);
    const later = [ask(), ask(), ask()];
    await Promise.resolve();
    assert.equal(ends.length, 1);
    ends[0]?.();
    await first;
    await new Promise(setImmediate);
    assert.equal(ends.length, 2);
    ends[1]?.();
    await Promise.all(later);
    assert.equal(ends.length, 2);
  });
});
