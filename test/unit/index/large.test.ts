/** Files that are too large for the memory there is: they are told, all others are indexed, and work is neither lost nor endless. */

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { describe, type TestContext, test } from 'node:test';
import {
  type DiskCorpus,
  type DiskCorpusOptions,
  openDiskCorpus,
} from '../../../server/src/corpus/disk/diskCorpus.ts';
import { syncApart } from '../../../server/src/corpus/disk/syncApart.ts';
import type { SyncRequest } from '../../../server/src/corpus/disk/syncIndex.ts';
import { FEW_BYTES, FEW_UNITS } from '../../../server/src/corpus/readFew.ts';
import { contentOf, type Desk, desk, homesIn, skippedIn, sync, tale } from './folder.ts';

/** Enough for several batches in several threads. */
const MANY = 240;
/** Megabytes in which a thread reads short articles, and in which a few megabytes of nothing but names have no room. */
const LITTLE_MEMORY = 64;
/** Milliseconds until a sync that is cancelled is over, on a busy machine; such a file takes many times as long. */
const SOON = 6_000;
const TOO_MUCH = 'takes more memory to index than there is for one file';

/** A text of so many UTF-16 units in which every word is a name of its own. */
function names(length: number): string {
  const words: string[] = [];
  for (let at = 0, units = 0; units < length; at += 1) {
    const word = `Ab${at.toString(36)} Cd${(at * 31).toString(36)} ${at % 6 === 0 ? 'said. ' : ''}`;
    words.push(word);
    units += word.length;
  }
  return words.join('');
}

function littleMemory(request: SyncRequest): SyncRequest {
  return { ...request, memory: LITTLE_MEMORY };
}

describe('a file for which the memory of a thread is not enough', { timeout: 120_000 }, () => {
  test('is told, and all others are indexed', async (t) => {
    const { index, request, write } = desk(t, MANY);
    const large = write('100a.txt', names(3_000_000));
    assert.equal(await sync(littleMemory(request)), MANY + 1);
    const { ids, pending } = contentOf(index);
    assert.deepEqual([ids.length, pending], [MANY, 0]);
    assert.deepEqual(skippedIn(index), [{ path: large, reason: TOO_MUCH }]);
    assert.equal(await homesIn(index, 100), '1100');
    assert.equal(await sync(littleMemory(request)), 0, 'it is not tried again while it is the same');
    write('100a.txt', tale(MANY));
    assert.equal(await sync(littleMemory(request)), 1);
    assert.deepEqual([contentOf(index).ids.length, skippedIn(index)], [MANY + 1, []]);
  });

  test('is told where few files are read, by a process of its own as well', async (t) => {
    const { index, request, write } = desk(t, 3);
    const large = write('1a.txt', names(3_000_000));
    const { signal } = new AbortController();
    await syncApart(littleMemory(request), { signal, progress: () => {}, waits: () => {} });
    assert.deepEqual([contentOf(index).ids.length, contentOf(index).pending], [3, 0]);
    assert.deepEqual(skippedIn(index), [{ path: large, reason: TOO_MUCH }]);
  });

  test('is none of the index, although a part of it was read', async (t) => {
    const { index, request, write } = desk(t, 3);
    const short = Array.from({ length: 2_500 }, (_, at) => JSON.stringify({ text: tale(at) }));
    const large = write('all.jsonl', [...short, JSON.stringify({ text: names(3_000_000) })].join('\n'));
    await sync(littleMemory(request));
    assert.deepEqual([contentOf(index).ids.length, contentOf(index).pending], [3, 0]);
    assert.deepEqual(skippedIn(index), [{ path: large, reason: TOO_MUCH }]);
  });

  test('does not keep a sync that is cancelled alive', async (t) => {
    const { index, request, write } = desk(t, MANY);
    write('100a.txt', names(4_000_000));
    const abort = new AbortController();
    let stopped = 0;
    const stop = (): void => {
      stopped = performance.now();
      abort.abort();
    };
    setTimeout(stop, 1_500);
    await assert.rejects(sync(request, { signal: abort.signal }), { name: 'AbortError' });
    const waited = performance.now() - stopped;
    assert.ok(waited < SOON, `${waited} ms`);
    const before = contentOf(index);
    assert.ok(before.pending > 0);
    await sync(littleMemory(request));
    const { ids, pending } = contentOf(index);
    assert.deepEqual([ids.length, pending, skippedIn(index).length], [MANY, 0, 1]);
  });
});

describe('a file of very many articles', { timeout: 60_000 }, () => {
  test('goes in parts, of which one needs no more memory than what is read at once', async (t) => {
    const { corpus, write } = await opened(t);
    const lines = Array.from({ length: 2_500 }, (_, at) => JSON.stringify({ text: tale(at) }));
    const path = write('all.jsonl', lines.join('\n'));
    await syncNow(corpus);
    assert.equal(corpus.index.size, 2_503);
    const { revision } = corpus.index;
    rmSync(path);
    await syncNow(corpus);
    await syncNow(corpus);
    // One for each of its parts, and none for a look at what is the same.
    assert.equal(corpus.index.revision - revision, 3);
    assert.deepEqual([corpus.index.size, corpus.index.pending], [3, 0]);
    assert.deepEqual(await corpus.index.inFile(path), []);
  });
});

interface Open extends Desk {
  readonly corpus: DiskCorpus;
}

/** A corpus in use, its index up to date. */
async function opened(t: TestContext): Promise<Open> {
  const at = desk(t, 3);
  const options: DiskCorpusOptions = {
    folder: `${at.index}-folder`,
    entries: [at.articles],
    links: 'refuse',
    syncs: 'here',
    notify: (message) => assert.fail(message),
    log: () => {},
    damaged: () => assert.fail('damaged'),
  };
  const corpus = await openDiskCorpus(options, signal);
  t.after(() => corpus.close());
  await syncNow(corpus);
  return { ...at, corpus };
}

const { signal } = new AbortController();

function syncNow(corpus: DiskCorpus): Promise<void> {
  return corpus.sync({ signal, progress: () => {}, waits: () => {} });
}

describe('an index in use takes in by itself', { timeout: 60_000 }, () => {
  test('what is short, and leaves the index as it is where the text is long', async (t) => {
    const { corpus, write } = await opened(t);
    const record = JSON.stringify({ text: tale(7) });
    const most = Math.floor(FEW_UNITS / tale(7).length);
    const path = write('all.jsonl', Array(most).fill(record).join('\n'));
    assert.equal(await corpus.update([path], signal), true);
    assert.equal(corpus.index.size, 3 + most);
    const { revision } = corpus.index;
    write(
      'all.jsonl',
      Array(most + 1)
        .fill(record)
        .join('\n'),
    );
    assert.equal(await corpus.update([path], signal), false);
    assert.deepEqual([corpus.index.size, corpus.index.revision], [3 + most, revision]);
    await syncNow(corpus);
    assert.equal(corpus.index.size, 4 + most);
  });

  test('no file of many bytes, and none with a part that cannot be read', async (t) => {
    const { corpus, write } = await opened(t);
    const large = write('large.json', `{"text":"It rained.","rest":"${'x'.repeat(FEW_BYTES)}"}`);
    assert.equal(await corpus.update([large], signal), false);
    const cut = write('cut.jsonl', '{"text":"It rained."}\n{"te');
    assert.equal(await corpus.update([cut], signal), false);
    assert.equal(corpus.index.size, 3);
    await syncNow(corpus);
    assert.deepEqual([corpus.index.size, corpus.index.skipped.map(({ member }) => member)], [5, ['line 2']]);
  });

  test('nothing while it is not complete, so that what is pending stays pending until it is read', async (t) => {
    const { corpus, write } = await opened(t);
    for (const name of ['a.txt', 'b.txt']) write(name, names(FEW_UNITS));
    const abort = new AbortController();
    const progress = (): void => abort.abort();
    await assert.rejects(corpus.sync({ signal: abort.signal, progress, waits: () => {} }));
    assert.equal(corpus.index.pending, 2);
    const added = write('added.txt', tale(9));
    assert.equal(await corpus.update([added], signal), false);
    assert.equal(corpus.index.pending, 2);
    await syncNow(corpus);
    assert.deepEqual([corpus.index.size, corpus.index.pending], [6, 0]);
  });

  test('what is gone', async (t) => {
    const { corpus, articles } = await opened(t);
    rmSync(`${articles}/1.txt`);
    assert.equal(await corpus.update([`${articles}/1.txt`], signal), true);
    assert.equal(corpus.index.size, 2);
  });
});
