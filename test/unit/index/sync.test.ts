/** Synchronising an index with a folder: what is read, what stays, and what is left when it is broken off. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, test } from 'node:test';
import { openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { articleIn, contentOf, desk, homesIn, sync, tale } from './folder.ts';

/** Enough for several batches in several threads. */
const MANY = 400;
/** Enough for all segments to be merged when they are taken in. */
const MERGED = 1_000;

describe('an index is brought up to date', { timeout: 120_000 }, () => {
  test('with what is new, changed and gone, and nothing else is read', async (t) => {
    const { articles, index, request, write } = desk(t, 12);
    assert.equal(await sync(request), 12);
    assert.equal(await sync(request), 0);
    write('3.txt', tale(3).replace('1003', '1999'));
    write('new.txt', tale(77));
    rmSync(join(articles, '5.txt'));
    assert.equal(await sync(request), 2);
    const { ids, pending } = contentOf(index);
    assert.deepEqual(
      [ids.length, ids.includes('5.txt'), ids.includes('new.txt'), pending],
      [12, false, true, 0],
    );
    assert.equal(await homesIn(index, 3), '1999');
    assert.equal(await homesIn(index, 5), null);
  });

  test('without a look into files of known size and times, or at articles of known content', async (t) => {
    const { index, request, write } = desk(t, 3);
    await sync(request);
    const path = write('1.txt', tale(1));
    const { mtimeMs } = statSync(path);
    const numberOf = (): unknown => {
      const database = openDatabase(index, 'existing');
      const row = database.prepare("SELECT number FROM articles WHERE id = '1.txt'").get();
      database.close();
      return row?.number;
    };
    const before = numberOf();
    utimesSync(path, new Date(), new Date(mtimeMs + 5_000));
    assert.equal(await sync(request), 1);
    assert.equal(numberOf(), before);
    chmodSync(path, 0o600);
    assert.equal(await sync(request), 1);
    assert.equal(numberOf(), before);
    assert.equal(await sync(request), 0);
  });

  test('with what was changed to the same size and given the time that it had', async (t) => {
    const { index, request, write } = desk(t, 3);
    const path = write('1.txt', tale(1));
    const then = new Date(1_600_000_000_000);
    utimesSync(path, then, then);
    await sync(request);
    write('1.txt', tale(1).replace('1001', '1999'));
    utimesSync(path, then, then);
    assert.equal(await sync(request), 1);
    assert.equal(await homesIn(index, 1), '1999');
  });

  test('with files of one size and time that took each other’s names', async (t) => {
    const { articles, index, request } = desk(t, 3);
    const [one, two, aside] = ['1.txt', '2.txt', 'aside'].map((name) => join(articles, name));
    assert.ok(one !== undefined && two !== undefined && aside !== undefined);
    const then = new Date(1_600_000_000_000);
    for (const path of [one, two]) utimesSync(path, then, then);
    await sync(request);
    renameSync(one, aside);
    renameSync(two, one);
    renameSync(aside, two);
    assert.equal(await sync(request), 2);
    assert.match((await articleIn(index, '1.txt'))?.text ?? '', /village 2 /);
  });

  test('with so many articles that all segments are merged, the words of a removed one left over', async (t) => {
    const { index, request, write } = desk(t, MERGED);
    await sync(request);
    const path = write('last.txt', 'Quokkas zigzag.');
    await sync(request);
    rmSync(path);
    for (let number = 0; number < MERGED; number += 1) write(`${number}.txt`, tale(number + MERGED));
    assert.equal(await sync(request), MERGED);
    assert.equal(contentOf(index).ids.length, MERGED);
    assert.equal(await homesIn(index, MERGED + 7), String(1000 + MERGED + 7));
  });

  test('with every record of a file that holds more than one transaction takes', async (t) => {
    const { index, request, write } = desk(t, 0);
    const lines = Array.from({ length: 700 }, (_, at) =>
      JSON.stringify({ title: `Village ${at}`, text: tale(at) }),
    );
    write('all.jsonl', lines.join('\n'));
    await sync(request);
    assert.equal(contentOf(index).ids.length, 700);
    write('all.jsonl', lines.slice(0, 690).join('\n').replace('1004', '1999'));
    await sync(request);
    assert.equal(contentOf(index).ids.length, 690);
    assert.equal(await homesIn(index, 4), '1999');
  });

  test('and goes on where it was cancelled', async (t) => {
    const { index, request } = desk(t, MANY);
    const abort = new AbortController();
    const progress = (done: number): void => {
      if (done > 0) abort.abort();
    };
    await assert.rejects(sync(request, { signal: abort.signal, progress }), { name: 'AbortError' });
    const { ids, pending } = contentOf(index);
    assert.ok(ids.length > 0 && ids.length < MANY, `${ids.length}`);
    assert.equal(pending, MANY - ids.length);
    assert.equal(await sync(request), MANY - ids.length);
    assert.deepEqual([contentOf(index).ids.length, contentOf(index).pending], [MANY, 0]);
  });

  test('by one process at a time', async (t) => {
    const { index, request } = desk(t, MANY);
    let waited = 0;
    const waits = (): void => {
      waited += 1;
    };
    const read = await Promise.all([sync(request, { waits }), sync(request, { waits })]);
    assert.deepEqual([read.toSorted((a, b) => a - b), waited], [[0, MANY], 1]);
    assert.equal(contentOf(index).ids.length, MANY);
  });

  test('loses nothing when the process is killed, again and again', async (t) => {
    const { articles, index, request } = desk(t, MANY);
    let kept = 0;
    for (let kills = 0; kills < 4; kills += 1) {
      await killAfterBatch(index, articles);
      const { ids, pending } = contentOf(index);
      assert.ok(ids.length >= kept, `${ids.length} after ${kept}`);
      assert.equal(pending, MANY - ids.length);
      kept = ids.length;
    }
    assert.ok(kept > 0);
    await sync(request);
    assert.deepEqual([contentOf(index).ids.length, contentOf(index).pending], [MANY, 0]);
    assert.equal(await homesIn(index, MANY - 1), String(1000 + MANY - 1));
  });
});

/** Lets a process bring the index up to date and kills it, without any warning, when it has written a batch. */
async function killAfterBatch(index: string, articles: string): Promise<void> {
  const script = join(import.meta.dirname, 'syncProcess.ts');
  const child = spawn(process.execPath, [script, index, articles], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  let batches = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('0 ')) batches += 1;
    if (batches === 1) child.kill('SIGKILL');
  }
  assert.deepEqual(await exit, [null, 'SIGKILL']);
}
