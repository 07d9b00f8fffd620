/** The bench of peers: other checkers of prose on the same drafts after the same edits, each in a process of its own. */

import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { FEW, SEED } from './checks.ts';
import { draftOf } from './generate.ts';
import { edited } from './keystrokes.ts';
import { fixedWork, type Spent, type Timing, timed, timingElsewhere } from './measure.ts';

const FOLDER = resolve(import.meta.dirname, 'peers');
const PEERS = ['harper', 'cspell'] as const;
const LENGTHS = [1_000, 5_000, 20_000] as const;
const MOST_RUNS = 20;
const FEWEST_RUNS = 3;
/** Milliseconds of linting after which no further run begins. */
const LONG_ENOUGH = 6_000;

/** Times the peers; installs them first where they are missing. Throws with npm's own words when it cannot. */
export async function* timePeers(): AsyncGenerator<Timing> {
  installPeers();
  for (const peer of PEERS) {
    const child = fork(resolve(FOLDER, `${peer}.js`), { cwd: FOLDER });
    await once(child, 'message');
    for (const length of LENGTHS) yield await timePeer(peer, child, length);
    child.kill();
  }
}

async function timePeer(peer: string, child: ChildProcess, length: number): Promise<Timing> {
  const times: number[] = [];
  const fixed: Spent[] = [];
  let text = draftOf(SEED, FEW, length);
  await lint(child, text);
  for (let spent = 0; times.length < FEWEST_RUNS || (spent < LONG_ENOUGH && times.length < MOST_RUNS); ) {
    text = edited(text, times.length);
    fixed.push(await timed(fixedWork));
    const time = await lint(child, text);
    times.push(time);
    spent += time;
  }
  return timingElsewhere(`  ${peer}, one edit, ${length.toLocaleString('en-US')} words`, times, fixed);
}

async function lint(child: ChildProcess, text: string): Promise<number> {
  child.send(text);
  const [time] = await once(child, 'message');
  return Number(time);
}

/** Installs the peers where they are missing. Throws with npm's own words when it cannot. */
export function installPeers(): void {
  if (existsSync(resolve(FOLDER, 'node_modules', 'minisearch'))) return;
  console.log('Installing harper.js, cspell-lib and MiniSearch into test/bench/peers (90 MB) …');
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm could not install the peers:\n${stderr}`);
}
