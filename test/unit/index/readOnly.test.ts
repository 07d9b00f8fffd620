/** Tests what becomes of an index whose folder cannot be written or entered: it is told, and what was indexed is still there. */

import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { type DiskCorpus, openDiskCorpus } from '../../../server/src/corpus/disk/diskCorpus.ts';
import { type Desk, desk } from './folder.ts';

/** Permissions bind everybody but the superuser, who takes the part of a user without rights: `nobody`. */
const NOBODY = 65_534;
const { geteuid, seteuid } = process;
const skip = seteuid === undefined ? 'this system has no such permissions' : false;

/** Runs `work` as a user whom permissions bind. */
async function bound<T>(work: () => T): Promise<Awaited<T>> {
  const own = geteuid?.() ?? NOBODY;
  if (own !== 0) return await work();
  seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    seteuid?.(own);
  }
}

interface Shelf extends Pick<Desk, 'write'> {
  readonly folder: string;
  /** Opens the corpus; `told` has what it says. */
  open(): Promise<DiskCorpus>;
  readonly told: string[];
}

function shelf(t: TestContext): Shelf {
  const { articles, write } = desk(t, 5);
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-index-'));
  t.after(() => {
    chmodSync(folder, 0o755);
    rmSync(folder, { recursive: true });
  });
  // Whoever is turned away here has to come so far.
  for (const open of [dirname(articles), folder]) chmodSync(open, 0o755);
  const told: string[] = [];
  const open = async (): Promise<DiskCorpus> => {
    const tell = (message: string): number => told.push(message);
    const listener = { notify: tell, log: tell, damaged: () => tell('damaged') };
    const corpus = await openDiskCorpus(
      { folder, entries: [articles], links: 'refuse', syncs: 'apart', ...listener },
      new AbortController().signal,
    );
    t.after(() => corpus.close());
    return corpus;
  };
  return { folder, open, told, write };
}

async function synced(corpus: DiskCorpus): Promise<DiskCorpus> {
  await corpus.sync({ signal: new AbortController().signal, progress: () => {}, waits: () => {} });
  return corpus;
}

const unavailable = (message: string) => ({ name: 'UnusableIndex', state: 'unavailable', message });

const { signal } = new AbortController();

describe('an index in a read-only folder', { skip, timeout: 60_000 }, () => {
  test('that was never made is unavailable', async (t) => {
    const { folder, open, told } = shelf(t);
    chmodSync(folder, 0o555);
    await assert.rejects(bound(open), unavailable('its folder cannot be written'));
    assert.deepEqual([told, readdirSync(folder)], [[], []]);
  });

  test('that was made before is unavailable, and whole once the folder can be written again', async (t) => {
    const { folder, open, told } = shelf(t);
    (await synced(await open())).close();
    const files = readdirSync(folder);
    chmodSync(folder, 0o555);
    await assert.rejects(bound(open), unavailable('its folder is read-only'));
    // An index that is taken for damaged would have been removed.
    assert.deepEqual([told, readdirSync(folder)], [[], files]);
    chmodSync(folder, 0o755);
    const { index } = await open();
    assert.deepEqual([index.size, index.pending, told], [5, 0, []]);
  });

  test('goes on answering where it was open before, and says why it takes no change in', async (t) => {
    const { folder, open, write } = shelf(t);
    const corpus = await synced(await open());
    const added = write('added.txt', 'The survey counted 3 more homes.\n');
    chmodSync(folder, 0o555);
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
    const update = bound(() => corpus.update([added], signal));
    await assert.rejects(update, unavailable('its folder is read-only'));
    const { index } = corpus;
    const { candidates } = await index.retrieve([{ terms: [{ term: 'home', weight: 1 }], limit: 9 }]);
    assert.equal(candidates[0]?.length, 5);
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644);
    assert.ok(await corpus.update([added], signal));
    assert.equal(index.size, 6);
  });
});

describe('an index in a folder that may not be entered', { skip, timeout: 60_000 }, () => {
  test('is unavailable, made before or not', async (t) => {
    const { folder, open, told } = shelf(t);
    const refused = unavailable('its folder cannot be read: permission denied');
    chmodSync(folder, 0o666);
    await assert.rejects(bound(open), refused);
    chmodSync(folder, 0o755);
    (await synced(await open())).close();
    const files = readdirSync(folder);
    chmodSync(folder, 0o666);
    await assert.rejects(bound(open), refused);
    assert.deepEqual([told, readdirSync(folder)], [[], files]);
  });

  test('counts as the one that was opened while nobody can look, and as gone once it is', async (t) => {
    const { folder, open } = shelf(t);
    const corpus = await synced(await open());
    chmodSync(folder, 0o666);
    assert.equal(await bound(() => corpus.isCurrent()), true);
    assert.equal(corpus.index.size, 5);
    chmodSync(folder, 0o755);
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    assert.equal(corpus.isCurrent(), false);
  });
});
