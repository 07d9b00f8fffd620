/** Articles that belong on disk where the disk cannot be used: kept in memory while there is room, and never half of them for all. */

import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { MOST_FILES_IN_MEMORY } from '../../../server/src/corpus/weighCorpus.ts';
import { MOST_TEXT_IN_MEMORY } from '../../../server/src/lsp/memoryStore.ts';
import { type Desk, desk, tale } from '../index/folder.ts';
import { opened } from './watchedCorpus.ts';

/** More files than are kept in memory where there is a disk. */
const MANY = MOST_FILES_IN_MEMORY + 1;
/** Files that tell nothing new at length. */
const LONG = 40;

/** A desk whose indexes cannot be made, since a file stands in the place of their folder. */
function deskWithoutDisk(t: TestContext, count: number): Desk & { readonly folder: string } {
  const own = desk(t, count);
  const folder = join(own.articles, '..', 'indexes');
  writeFileSync(folder, 'no folder');
  return { ...own, folder };
}

/** A text of so many UTF-16 units, or a few less. */
function textOf(length: number): string {
  const paragraph = `${'The clerk read the minutes of the last meeting aloud. '.repeat(40).trim()}\n\n`;
  return paragraph.repeat(Math.floor(length / paragraph.length));
}

describe('articles that belong on disk and cannot be indexed there', { timeout: 120_000 }, () => {
  test('are kept in memory, incomplete until they are read', async (t) => {
    const { articles, folder } = deskWithoutDisk(t, MANY);
    const { complete, told, corpus } = opened(t, articles, folder);
    await corpus.ready();
    assert.ok(corpus.index.pending > 0);
    await complete(MANY);
    assert.deepEqual([corpus.problem, corpus.halt], [null, null]);
    assert.deepEqual(told, [
      `The articles cannot be indexed in ${folder}: its folder cannot be made. They are kept in memory.`,
    ]);
  });

  test('are incomplete while they are read again, and after that was stopped', async (t) => {
    const { articles, folder, write } = deskWithoutDisk(t, MANY);
    const { complete, cancel, corpus } = opened(t, articles, folder);
    await complete(MANY);
    write('0.txt', tale(0).replace('1000', '1999'));
    const over = corpus.reread();
    await corpus.ready();
    assert.ok(corpus.index.pending > 0);
    cancel();
    await over;
    assert.ok(corpus.index.pending > 0);
    assert.match(corpus.halt ?? '', /^Reading was stopped\./);
    await corpus.reread();
    assert.deepEqual([corpus.index.pending, corpus.halt], [0, null]);
    assert.match((await corpus.index.article('0.txt'))?.article.text ?? '', /1999/);
  });

  test('that have no room in memory are told of, and are read once there is a disk', async (t) => {
    const { articles, folder, write } = deskWithoutDisk(t, MANY);
    for (let number = 0; number < LONG; number += 1)
      write(`long${number}.txt`, textOf((MOST_TEXT_IN_MEMORY / LONG) * 1.1));
    const { complete, corpus, told, until } = opened(t, articles, folder);
    await until(({ halt }) => halt !== null);
    const { size, pending } = corpus.index;
    assert.ok(pending > 1 && pending < LONG / 4, `${pending}`);
    assert.equal(size + pending, MANY + LONG);
    const said = `The articles cannot be indexed in ${folder}: its folder cannot be made. They are kept in memory`;
    const left = `${said}, where ${pending} files have no room. Make that folder writable, with room on its disk, to have them read.`;
    assert.equal(corpus.halt, left);
    assert.deepEqual(told, [`${said}.`, `${left} Nothing is refuted before.`]);
    // What stays as it is, is not told again with each file that comes.
    await corpus.reread([write('new.txt', tale(5_000))]);
    assert.deepEqual([corpus.index.pending > 0, told.length], [true, 2]);
    rmSync(folder);
    mkdirSync(folder);
    await corpus.reread();
    await complete(MANY + LONG + 1);
    assert.deepEqual([corpus.halt, told.length], [null, 2]);
  });

  test('do not keep others out by their own length', async (t) => {
    const { articles, folder, write } = deskWithoutDisk(t, MANY);
    write('0-long.txt', textOf(MOST_TEXT_IN_MEMORY * 1.1));
    const { corpus, until } = opened(t, articles, folder);
    await until(({ halt }) => halt !== null);
    assert.deepEqual([corpus.index.size, corpus.index.pending], [MANY, 1]);
    assert.match(corpus.halt ?? '', /, where 1 file has no room\./);
  });
});

test('a few small files that hold more text than memory has room for are indexed on disk', async (t) => {
  const { articles } = desk(t, 2);
  const members = {
    'a.txt': strToU8(textOf(MOST_TEXT_IN_MEMORY / 2)),
    'b.txt': strToU8(textOf(MOST_TEXT_IN_MEMORY)),
  };
  writeFileSync(join(articles, 'all.zip'), zipSync(members));
  const { complete, corpus, told } = opened(t, articles, join(articles, '..', 'indexes'));
  await complete(4);
  assert.deepEqual([corpus.halt, told], [null, []]);
});
