/** The bench of the language server: its start, and the time from a keystroke to the diagnostics. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freshBuild } from '../../scripts/freshBuild.ts';
import { FULL, startEditor, uriOf } from '../lsp/editor.ts';
import { MANY, SEED } from './checks.ts';
import { articlesOf, draftOf } from './generate.ts';
import { keystroke } from './keystrokes.ts';
import { measure, type Timing } from './measure.ts';

const SERVER = resolve(import.meta.dirname, '../../dist/server.cjs');
const BARE_SERVER = resolve(import.meta.dirname, 'bareServer.ts');
const START = { runs: 15, warmUp: 2, seconds: 10 };
const KEYSTROKES = { runs: 60, warmUp: 10, seconds: 10 };
const DRAFT_WORDS = 5_000;

/** Start of the server beside one that does nothing, then keystrokes in a draft against many articles on disk. */
export async function* timeServer(): AsyncGenerator<Timing> {
  await freshBuild();
  yield measure('start of the server, spawn to initialize', START, () => SERVER, answer);
  yield measure('  of a server of the bare protocol', START, () => BARE_SERVER, answer);
  yield await timeKeystrokes();
}

/** Starts a server and waits for the first byte of its answer to `initialize`; the end of the process is not timed. */
async function answer(server: string): Promise<void> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  const request = JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'initialize', params });
  child.stdin.write(`Content-Length: ${request.length}\r\n\r\n${request}`);
  await once(child.stdout, 'data');
  child.kill();
}

async function timeKeystrokes(): Promise<Timing> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'corroborate-bench-')));
  try {
    await mkdir(join(folder, 'corpus'));
    for (const article of articlesOf(SEED, MANY)) {
      await writeFile(join(folder, 'corpus', article.id), article.text);
    }
    return await typeIn(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function typeIn(folder: string): Promise<Timing> {
  const editor = await startEditor({ capabilities: FULL, folders: [folder] });
  let text = draftOf(SEED, MANY, DRAFT_WORDS);
  const path = join(folder, 'draft.md');
  await editor.open(path, text);
  const uri = uriOf(path);
  await editor.pull(uri);
  const name = `keystroke to diagnostics, ${DRAFT_WORDS.toLocaleString('en-US')} words, ${MANY} articles`;
  const timing = await measure(
    name,
    KEYSTROKES,
    (number) => {
      const { at, inserted } = keystroke(text, number);
      const range = { start: positionAt(text, at), end: positionAt(text, at) };
      text = text.slice(0, at) + inserted + text.slice(at);
      return { version: number + 2, change: { range, text: inserted } };
    },
    async ({ version, change }) => {
      await editor.change(uri, version, [change]);
      await editor.pull(uri);
    },
  );
  await editor.stop();
  return timing;
}

function positionAt(text: string, offset: number): { readonly line: number; readonly character: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
