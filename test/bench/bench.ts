/**
 * The bench's command line.
 *
 * `npm run bench -- [FILE.jsonl...] [--only checks|index|server|peers] [--articles COUNT...] [--save OUT.json]
 * [--compare BASE.json]`
 *
 * The index is measured with 1,000 and 10,000 articles, or with each COUNT: 100,000 take some minutes, a million an hour.
 * Data sets of the evaluation given as FILE are measured besides the generated articles. Ends with 1 when something is
 * slower than in the saved run it is compared with.
 */

import { parseArgs } from 'node:util';
import { readRows } from '../eval/dataset.ts';
import { checkGenerated, checkRows } from './checks.ts';
import { timeIndex } from './indexes.ts';
import type { Timing } from './measure.ts';
import { timePeers } from './peers.ts';
import { isSlower, readSaved, type SavedRun, save, slowdown } from './saved.ts';
import { timeSearchers } from './searchers.ts';
import { timeServer } from './server.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true, default: ['checks', 'index', 'server', 'peers'] },
    articles: { type: 'string', multiple: true, default: ['1000', '10000'] },
    save: { type: 'string' },
    compare: { type: 'string' },
  },
});

/** Width of the column of names. */
const NAME = 62;

const base = values.compare === undefined ? null : readSaved(values.compare);
const timings: Timing[] = [];
console.log(
  `${' '.repeat(NAME)} ${['median', 'p95', 'core'].map((head) => head.padStart(9)).join(' ')}  × fixed work`,
);
for await (const timing of all()) {
  timings.push(timing);
  console.log(line(timing, base));
}
if (values.save !== undefined) save(values.save, timings);
if (base !== null && timings.some((timing) => isSlower(slowdown(timing, base)))) process.exitCode = 1;

async function* all(): AsyncGenerator<Timing> {
  if (values.only.includes('checks')) {
    yield* checkGenerated();
    if (positionals.length > 0) yield* checkRows(positionals.flatMap(readRows));
  }
  if (values.only.includes('index')) {
    for (const count of values.articles) yield* timeIndex(Number(count));
    yield* timeSearchers();
  }
  if (values.only.includes('server')) yield* timeServer();
  if (values.only.includes('peers')) yield* timePeers();
}

function line(timing: Timing, saved: SavedRun | null): string {
  const { name, median, p95, core, ratio } = timing;
  const times = [ms(median), ms(p95), core === null ? ''.padStart(9) : ms(core)];
  const shown = `${name.padEnd(NAME)} ${times.join(' ')} ${ratio.toFixed(1).padStart(13)}`;
  const factor = saved === null ? null : slowdown(timing, saved);
  if (factor === null) return shown;
  return `${shown}  ${factor.toFixed(2)} of the saved run${isSlower(factor) ? ', slower' : ''}`;
}

function ms(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`.padStart(9);
}
