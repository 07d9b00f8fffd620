/** Kills processes that write an index at any moment of their work: the next finds it whole, and in the end nothing is missing. */

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase, UnusableIndex } from '../../../server/src/corpus/disk/database.ts';
import { createDiskIndex } from '../../../server/src/corpus/disk/diskIndex.ts';
import { indexPath, removeIndex } from '../../../server/src/corpus/disk/indexFile.ts';
import { openWindow } from './corpusWindow.ts';
import { contentOf, type Desk, desk, sync, tale } from './folder.ts';

/** Enough to merge everything at the end, as after the first reading of a large corpus. */
const MANY = 1_500;
/** Kills at times that a seed chooses; `CORROBORATE_KILLS` asks for more (CONTRIBUTING.md). */
const KILLS = Number(process.env.CORROBORATE_KILLS ?? 6);
const SEED = 20_261_123;

/** Numbers from 0 to below 1, the same at every run (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What the article of a village says in some edition. */
function edition(village: number, homes: number): string {
  return tale(village).replace(String(1000 + village), String(homes));
}

/** The homes that each village's article counts; no article, no village. */
type Homes = ReadonlyMap<number, number>;

/** A third of the articles comes, goes or counts other homes. */
function edit(own: Desk, homes: Homes, chance: () => number, round: number): Homes {
  const edited = new Map(homes);
  for (let village = 0; village < MANY; village += 1) {
    if (chance() > 1 / 3) continue;
    if (homes.has(village) && chance() < 1 / 4) {
      rmSync(join(own.articles, `${village}.txt`));
      edited.delete(village);
      continue;
    }
    const count = 10_000 * (round + 1) + village;
    own.write(`${village}.txt`, edition(village, count));
    edited.set(village, count);
  }
  return edited;
}

/** Starts a process that brings the index up to date. */
function start(t: TestContext, { index, articles }: Desk): ChildProcess {
  const script = join(import.meta.dirname, 'syncProcess.ts');
  const child = spawn(process.execPath, [script, index, articles], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  return child;
}

/** Kills a process after so many milliseconds; false when it had ended before. */
async function killAfter(child: ChildProcess, delay: number): Promise<boolean> {
  const exit = once(child, 'exit');
  await Promise.race([exit, pause(delay)]);
  child.kill('SIGKILL');
  const [, signal] = await exit;
  return signal === 'SIGKILL';
}

/** What the index says of all villages; what an article says twice, or two articles say, is not in order. */
async function told(index: string): Promise<Homes> {
  const database = openDatabase(index, 'existing');
  try {
    const terms = [{ term: 'home', weight: 1 }];
    const { candidates } = await createDiskIndex(database).retrieve([{ terms, limit: 10 * MANY }]);
    const homes = new Map<number, number>();
    for (const { article } of candidates[0] ?? []) {
      const [, village, count] = /village (\d+) counted (\d+) homes/.exec(article.article.text) ?? [];
      assert.ok(!homes.has(Number(village)), `village ${village} is told of twice`);
      homes.set(Number(village), Number(count));
    }
    return homes;
  } finally {
    database.close();
  }
}

/** Everything that is found for some questions, in order. */
async function answersOf(index: string): Promise<unknown> {
  const database = openDatabase(index, 'existing');
  try {
    const terms = ['villag', 'home', 'nobodi', 'hurt', '#count:1.20e+3', '#count:21.0'];
    const queries = terms.map((term) => ({ terms: [{ term, weight: 1 }], limit: 100 }));
    const { candidates, frequencies, sentences } = await createDiskIndex(database).retrieve(queries);
    const found = candidates.map((each) =>
      each.map(({ article, sentence }) => [article.article.id, sentence]),
    );
    return { found, frequencies, sentences };
  } finally {
    database.close();
  }
}

/** What is told lies between what was told before and what is so now, village by village. */
function assertBetween(is: Homes, before: Homes, now: Homes): void {
  for (let village = 0; village < MANY; village += 1) {
    const possible = [before.get(village), now.get(village)];
    assert.ok(possible.includes(is.get(village)), `village ${village}: ${is.get(village)} of ${possible}`);
  }
}

describe('a process that is killed', { timeout: 1_200_000 }, () => {
  test('while it brings an index up to date leaves it whole, and the next goes on', async (t) => {
    const own = desk(t, MANY);
    const { index, request } = own;
    const chance = chances(SEED);
    await sync(request);
    let now: Homes = await told(index);
    let before = now;
    assert.equal(now.size, MANY);
    let [kills, whole] = [0, 0];
    for (let round = 0; kills < KILLS; round += 1) {
      assert.ok(round < 3 * KILLS, `${kills} of ${round} were killed`);
      now = edit(own, now, chance, round);
      const isNew = round % NEW_EVERY === NEW_EVERY - 1;
      if (isNew) removeIndex(index);
      if (isNew) before = new Map();
      const begin = performance.now();
      const isKilled = await killAfter(start(t, own), round === 0 ? LONGEST : delayIn(whole, chance));
      if (isKilled) kills += 1;
      else whole = performance.now() - begin;
      if (isNew && !isMade(index)) continue;
      contentOf(index);
      const is = await told(index);
      assertBetween(is, before, now);
      before = is;
    }
    await sync(request);
    assert.deepEqual(new Map([...(await told(index))].sort()), new Map([...now].sort()));
    const fresh = join(own.articles, '..', 'fresh.sqlite');
    await sync({ ...request, path: fresh });
    assert.deepEqual(await answersOf(index), await answersOf(fresh));
    assert.deepEqual(contentOf(index), contentOf(fresh));
  });

  test('while it takes in a few files that changed leaves each wholly old or wholly new', async (t) => {
    const own = desk(t, FEW);
    const folder = join(own.articles, '..', 'indexes');
    const index = indexPath(folder, [own.articles], 'refuse');
    const chance = chances(SEED);
    let before: Homes = new Map();
    let whole = 0;
    for (let round = 0; round <= KILLS / 2; round += 1) {
      const window = await openWindow(t);
      await window.order('open', folder, own.articles);
      if (round === 0) await window.order('sync');
      if (round === 0) before = await told(index);
      const now = new Map(before);
      const paths = [0, 1].map((village) => {
        now.set(village, 10_000 * (round + 1) + village);
        return own.write(`${village}.txt`, edition(village, 10_000 * (round + 1) + village));
      });
      const begin = performance.now();
      const over = window.order('update', ...paths);
      if (round === 0) await over;
      if (round === 0) whole = performance.now() - begin;
      assert.ok(await killAfter(window.process, whole * chance()));
      assert.equal(contentOf(index).ids.length, FEW);
      const is = await told(index);
      assertBetween(is, before, now);
      before = is;
    }
    await sync({ ...own.request, path: index });
    assert.deepEqual((await told(index)).get(1), 10_000 * (Math.floor(KILLS / 2) + 1) + 1);
  });
});

/** Milliseconds that no run takes: the first is not killed but measured, and so is each that ended before it was killed. */
const LONGEST = 60_000;

/** A moment of a run that takes so long, from when its files are listed: the process takes a third of it to start. */
function delayIn(whole: number, chance: () => number): number {
  return whole * (1 / 3 + (2 / 3) * chance());
}

/** Articles of a corpus of which two change. */
const FEW = 300;

/** Every so many rounds the index is made from the beginning. */
const NEW_EVERY = 3;

/** Whether the process came as far as making the tables. */
function isMade(index: string): boolean {
  try {
    openDatabase(index, 'existing').close();
    return true;
  } catch (error) {
    assert.ok(error instanceof UnusableIndex && error.state === 'outdated', String(error));
    return false;
  }
}
