/** Runs of the bench that are compared with saved ones: what counts as worse, and which rows are missed. */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import type { Fact, Measured, Timing } from '../../bench/measure.ts';
import { type Bench, compare, missing, type Row, readSaved, type SavedRun, save } from '../../bench/saved.ts';

function timing(name: string, ratio: number, median: number): Timing {
  return { name, median, p95: 2 * median, runs: 5, core: median, ratio };
}

function fact(name: string, value: number, unit: Fact['unit'], better: Fact['better']): Fact {
  return { name, value, unit, better };
}

function rowOf(one: Measured, bench: Bench): Row {
  return { ...one, bench };
}

/** A file of a folder that ends with the test. */
function fileFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-bench-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return join(folder, 'base.json');
}

/** The rows as a saved run, through a file. */
function savedRun(t: TestContext, ...rows: readonly Row[]): SavedRun {
  const file = fileFor(t);
  save(file, rows);
  return readSaved(file);
}

/** Whether something that was `before` counts as worse `now`. */
function isWorse(t: TestContext, before: Measured, now: Measured): boolean | undefined {
  return compare(now, savedRun(t, rowOf(before, 'checks')))?.isWorse;
}

describe('a run against a saved one', () => {
  test('is compared by the name of a row, without the blanks that set it in', (t) => {
    const base = savedRun(t, rowOf(timing('  one claim', 10, 5), 'checks'));
    assert.equal(compare(timing('one claim', 20, 5), base)?.factor, 2);
    assert.equal(compare(timing('another claim', 20, 5), base), null);
  });

  test('has times compared by their ratio to the fixed work, not by the clock', (t) => {
    const before = timing('a check', 10, 5);
    assert.deepEqual(compare(timing('a check', 10, 500), savedRun(t, rowOf(before, 'checks'))), {
      factor: 1,
      isWorse: false,
    });
    assert.equal(isWorse(t, before, timing('a check', 13.9, 1)), false);
    assert.equal(isWorse(t, before, timing('a check', 14, 1)), true);
    assert.equal(isWorse(t, before, timing('a check', 2, 1)), false);
  });

  test('has sizes and shares compared by their value, in the direction that is better', (t) => {
    const memory = (value: number): Fact => fact('memory', value, 'MB', 'less');
    assert.equal(isWorse(t, memory(100), memory(109)), false);
    assert.equal(isWorse(t, memory(100), memory(111)), true);
    assert.equal(isWorse(t, memory(100), memory(50)), false);
    const recall = (value: number): Fact => fact('recall', value, '%', 'more');
    assert.equal(isWorse(t, recall(98), recall(90)), false);
    assert.equal(isWorse(t, recall(98), recall(88)), true);
    assert.equal(isWorse(t, recall(90), recall(98)), false);
    assert.equal(isWorse(t, recall(90), recall(0)), true);
    assert.equal(isWorse(t, memory(0), memory(0)), false);
  });

  test('has what is done in a second compared as times are', (t) => {
    const rate = (value: number): Fact => fact('indexing', value, 'a second', 'more');
    assert.equal(isWorse(t, rate(1400), rate(1100)), false);
    assert.equal(isWorse(t, rate(1400), rate(1000)), true);
  });

  test('has nothing to say of a name that was a time and is a size', (t) => {
    const [time, size] = [timing('start', 1, 1), fact('start', 1, 'MB', 'less')];
    assert.equal(isWorse(t, time, size), undefined);
    assert.equal(isWorse(t, size, time), undefined);
  });

  test('names the rows that it lacks, of the benches that were run alone', (t) => {
    const kept = rowOf(timing('one claim', 1, 1), 'checks');
    const lost = rowOf(fact('  memory', 100, 'MB', 'less'), 'checks');
    const other = rowOf(timing('start', 1, 1), 'server');
    const base = savedRun(t, kept, lost, other);
    assert.deepEqual(missing([kept, lost, other], ['checks', 'server'], base), []);
    assert.deepEqual(missing([kept], ['checks'], base), ['memory']);
    assert.deepEqual(missing([], ['server', 'peers'], base), ['start']);
  });

  test('misses nothing of a run that was saved without its benches', (t) => {
    const file = fileFor(t);
    writeFileSync(file, JSON.stringify({ start: { value: 1, unit: 'MB', better: 'less' } }));
    assert.deepEqual(missing([], ['server'], readSaved(file)), []);
  });

  test('is refused by the name of a file that holds none', (t) => {
    const file = fileFor(t);
    writeFileSync(file, JSON.stringify({ start: { value: 'fast' } }));
    assert.throws(
      () => readSaved(file),
      (error) => error instanceof Error && error.message.startsWith(`${file} is no`),
    );
  });
});
