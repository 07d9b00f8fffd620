/**
 * The bench's command line.
 *
 * `npm run bench -- [FILE.jsonl...] [--only checks|index|server|peers] [--articles COUNT...] [--save OUT.json]
 * [--compare BASE.json]`
 *
 * The index is measured with 1,000 and 10,000 articles, or with each COUNT: 100,000 take some minutes, a million an hour.
 * Data sets of the evaluation given as FILE are measured besides the generated articles. Ends with 1 when something is
 * worse than in the saved run it is compared with: every row of that name, whichever bench it is of. Rows of that run that
 * the benches did not come to this time are named.
 */

import { parseArgs } from 'node:util';
import { readRows } from '../eval/dataset.ts';
import { checkGenerated, checkRows } from './checks.ts';
import { timeIndex } from './indexes.ts';
import type { Measured } from './measure.ts';
import { timePeers } from './peers.ts';
import { BENCHES, type Bench, compare, missing, type Row, readSaved, type SavedRun, save } from './saved.ts';
import { timeSearchers } from './searchers.ts';
import { timeServer } from './server.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true, default: [...BENCHES] },
    articles: { type: 'string', multiple: true, default: ['1000', '10000'] },
    save: { type: 'string' },
    compare: { type: 'string' },
  },
});

/** Width of the column of names. */
const NAME = 62;

const base = values.compare === undefined ? null : readSaved(values.compare);
const ran = BENCHES.filter((bench) => values.only.includes(bench));
const rows: Row[] = [];
console.log(
  `${' '.repeat(NAME)} ${['median', 'p95', 'core'].map((head) => head.padStart(9)).join(' ')}  × fixed work`,
);
for (const bench of ran) {
  for await (const one of run(bench)) {
    rows.push({ ...one, bench });
    console.log(line(one, base));
  }
}
if (values.save !== undefined) save(values.save, rows);
if (base !== null) {
  for (const name of missing(rows, ran, base)) console.log(`${name.padEnd(NAME)} not in this run`);
  if (rows.some((row) => compare(row, base)?.isWorse)) process.exitCode = 1;
}

async function* run(bench: Bench): AsyncGenerator<Measured> {
  switch (bench) {
    case 'checks':
      yield* checkGenerated();
      if (positionals.length > 0) yield* checkRows(positionals.flatMap(readRows));
      return;
    case 'index':
      for (const count of values.articles) yield* timeIndex(Number(count));
      return yield* timeSearchers();
    case 'server':
      return yield* timeServer();
    case 'peers':
      return yield* timePeers();
  }
}

function line(one: Measured, saved: SavedRun | null): string {
  const shown = `${one.name.padEnd(NAME)} ${numbers(one)}`;
  const comparison = saved === null ? null : compare(one, saved);
  if (comparison === null) return shown;
  return `${shown}  ${comparison.factor.toFixed(2)} of the saved run${comparison.isWorse ? ', worse' : ''}`;
}

function numbers(one: Measured): string {
  if ('unit' in one) return `${one.value.toFixed(one.value < 10 ? 2 : 0)} ${one.unit}`.padStart(12);
  const { median, p95, core, ratio } = one;
  const times = [ms(median), ms(p95), core === null ? ''.padStart(9) : ms(core)];
  return `${times.join(' ')} ${ratio.toFixed(1).padStart(13)}`;
}

function ms(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`.padStart(9);
}
