/** Tests two windows of an editor, two processes, that bring the index of one corpus up to date at once. */

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, type TestContext, test } from 'node:test';
import { contentOf, type Desk, desk, homesIn } from './folder.ts';

/** Several batches, so that one window can be held between the first and the last. */
const MANY = 240;
/** Windows has no signal that holds a process. */
const skip = process.platform === 'win32' ? 'processes cannot be held' : false;

interface Window {
  readonly process: ChildProcess;
  /** What it says, line by line; the last is told once it has ended. */
  readonly lines: string[];
  /** Resolves when it says a line that fits; rejects when it ends before. */
  says(fits: RegExp): Promise<void>;
  /** How it ended: exit code, or signal. */
  readonly end: Promise<readonly [number | null, string | null]>;
}

function openWindow(t: TestContext, { index, articles }: Desk): Window {
  const script = join(import.meta.dirname, 'syncProcess.ts');
  const child = spawn(process.execPath, [script, index, articles], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const ended = Promise.all([once(child, 'exit'), once(reader, 'close')]);
  return {
    process: child,
    lines,
    async says(fits) {
      const abort = new AbortController();
      const ends = ended.then(() => assert.fail(`it ended and said: ${lines.join(', ')}`));
      ends.catch(() => {});
      const waits = async (): Promise<void> => {
        while (!lines.some((line) => fits.test(line))) await once(reader, 'line', { signal: abort.signal });
      };
      await Promise.race([waits(), ends]).finally(() => abort.abort());
    },
    end: ended.then(([[code, signal]]) => [code, signal] as const),
  };
}

/** Two windows on one corpus: the first is held after its first batch, the second waits for it. */
async function bothAtOnce(
  t: TestContext,
): Promise<Desk & { readonly first: Window; readonly second: Window }> {
  const own = desk(t, MANY);
  const first = openWindow(t, own);
  await first.says(/^[1-9]\d* of/);
  first.process.kill('SIGSTOP');
  const second = openWindow(t, own);
  await second.says(/^waits$/);
  return { ...own, first, second };
}

/** Files that a window has read by its last line. */
function readBy({ lines }: Window): number {
  return Number(/^(\d+) of/.exec(lines.at(-1) ?? '')?.[1]);
}

describe('two windows on one corpus', { skip, timeout: 120_000 }, () => {
  test('read every article once, and what is indexed answers meanwhile', async (t) => {
    const { index, first, second } = await bothAtOnce(t);
    const { ids, pending } = contentOf(index);
    assert.ok(ids.length > 0 && ids.length < MANY, `${ids.length}`);
    assert.equal(pending, MANY - ids.length);
    const [known = ''] = ids;
    const village = Number.parseInt(known, 10);
    assert.equal(await homesIn(index, village), String(1000 + village));
    first.process.kill('SIGCONT');
    assert.deepEqual(await Promise.all([first.end, second.end]), [
      [0, null],
      [0, null],
    ]);
    assert.deepEqual([readBy(first), readBy(second)], [MANY, 0]);
    assert.deepEqual([contentOf(index).ids.length, contentOf(index).pending], [MANY, 0]);
  });

  test('lose nothing when the one that reads is killed: the other goes on', async (t) => {
    const { index, first, second } = await bothAtOnce(t);
    const kept = contentOf(index).ids.length;
    first.process.kill('SIGKILL');
    assert.deepEqual(await first.end, [null, 'SIGKILL']);
    assert.deepEqual(await second.end, [0, null]);
    assert.equal(readBy(second), MANY - kept);
    assert.deepEqual([contentOf(index).ids.length, contentOf(index).pending], [MANY, 0]);
  });
});
