/** The bench of the index on disk: reading articles in, opening, candidates for a claim, adding one, memory and size. */

import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freshBuild } from '../../scripts/freshBuild.ts';
import { SEED } from './checks.ts';
import { articleOf } from './generate.ts';
import { type Fact, fixedWork, type Measured, type Spent, timed, timingElsewhere } from './measure.ts';
import { startWriting } from './writing.ts';

/** What the process that uses an index is asked, and what it answers. */
export interface IndexTask {
  readonly kind: 'ask' | 'add';
  /** Where the articles are, and where the index is. */
  readonly articles: string;
  readonly folder: string;
  readonly count: number;
}

export interface IndexAnswer {
  /** Milliseconds, by what was done. */
  readonly times: Readonly<Record<string, readonly number[]>>;
  /** Numbers that are no times. */
  readonly facts: Readonly<Record<string, number>>;
}

/** Files of one folder: file systems grow slow with more. */
const FILES_IN_FOLDER = 1_000;

/** Times an index of `count` generated articles, each step in a process of its own. */
export async function* timeIndex(count: number): AsyncGenerator<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-bench-'));
  try {
    const articles = join(folder, 'articles');
    const bytes = writeArticles(articles, count);
    const of = `${count.toLocaleString('en-US')} articles`;
    const fixed: Spent[] = [];
    for (let run = 0; run < FIXED_RUNS; run += 1) fixed.push(await timed(fixedWork));
    const task = { articles, folder: join(folder, 'index'), count };
    await freshBuild();
    const reading = await timed(() => readAll(articles));
    yield timingElsewhere(`  reading the files alone, ${of}`, [reading.clock], fixed);
    const filling = await timed(() => fill(task));
    yield timingElsewhere(`indexing, ${of}, ${availableParallelism()} cores`, [filling.clock], fixed);
    const size = readdirSync(task.folder).reduce(
      (sum, name) => sum + statSync(join(task.folder, name)).size,
      0,
    );
    const asked = await perform({ ...task, kind: 'ask' });
    for (const [name, times] of Object.entries(asked.times))
      yield timingElsewhere(`${name}, ${of}`, times, fixed);
    const memory = await memoryOfServer(folder, task);
    const added = await perform({ ...task, kind: 'add' });
    for (const [name, times] of Object.entries(added.times))
      yield timingElsewhere(`${name}, ${of}`, times, fixed);
    yield fact(`articles indexed, ${of}`, (1000 * count) / filling.clock, 'a second', 'more');
    yield fact(`size of the index against the text, ${of}`, size / bytes, '×', 'less');
    if (memory !== null) yield fact(`memory of the server at most, ${of}`, memory, 'MB', 'less');
    yield fact(`right sentence found, ${of}`, 100 * (asked.facts.recall ?? 0), '%', 'more');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const FIXED_RUNS = 20;

/** Megabytes that a server takes at most which checks a draft of 5,000 words and 80 keys in it; null where that is not told. */
async function memoryOfServer(folder: string, { articles, folder: index, count }: Omit<IndexTask, 'kind'>) {
  const writing = await startWriting({
    workspace: join(folder, 'workspace'),
    articles,
    index,
    count,
    words: 5_000,
  });
  for (let number = 0; number < 80; number += 1) await writing.prepare(number)();
  const most = writing.mostMemory();
  await writing.stop();
  return most;
}

/** Runs the built command that brings an index up to date, as users do. */
export async function fill({ articles, folder }: Omit<IndexTask, 'kind'>): Promise<void> {
  const command = [await freshBuild(), 'index', articles];
  const env = { ...process.env, CORROBORATE_INDEX_DIR: folder };
  const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
}

function fact(name: string, value: number, unit: Fact['unit'], better: Fact['better']): Fact {
  return { name: `  ${name}`, value, unit, better };
}

/** Writes the articles to disk and tells how many bytes they have. */
export function writeArticles(folder: string, count: number): number {
  let bytes = 0;
  for (let number = 0; number < count; number += 1) {
    const own = join(folder, String(Math.floor(number / FILES_IN_FOLDER)).padStart(4, '0'));
    if (number % FILES_IN_FOLDER === 0) mkdirSync(own, { recursive: true });
    const { id, text } = articleOf(SEED, number);
    writeFileSync(join(own, id), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

/** Reads every file and does nothing with it: no index can be made faster. */
function readAll(folder: string): number {
  let bytes = 0;
  for (const part of readdirSync(folder)) {
    for (const name of readdirSync(join(folder, part)))
      bytes += readFileSync(join(folder, part, name)).length;
  }
  return bytes;
}

async function perform(task: IndexTask): Promise<IndexAnswer> {
  const child = fork(resolve(import.meta.dirname, 'indexProcess.ts'), { stdio: 'inherit' });
  child.send(task);
  const [answer] = await once(child, 'message');
  child.disconnect();
  await once(child, 'exit');
  return answer;
}
