/** The bench of the language server: its start, and the time from a keystroke to the diagnostics. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freshBuild } from '../../scripts/freshBuild.ts';
import { FULL, startEditor } from '../lsp/editor.ts';
import { fill, writeArticles } from './indexes.ts';
import { measureElsewhere, type Timing } from './measure.ts';
import { type Desk, startWriting } from './writing.ts';

const SERVER = resolve(import.meta.dirname, '../../dist/server.cjs');
const PEERS = resolve(import.meta.dirname, 'peers');
const START = { runs: 25, warmUp: 3, seconds: 15 };
const KEYSTROKES = { runs: 60, warmUp: 20, seconds: 20 };
const DRAFT_WORDS = 5_000;
/** As many as the target names; they are indexed on disk. */
const ARTICLES = 10_000;

/** Start of the server beside those of others, then keystrokes in a draft against many articles on disk. */
export async function* timeServer(): AsyncGenerator<Timing> {
  await freshBuild();
  await startOnce();
  yield measureElsewhere('start of the server, spawn to initialize', START, () => SERVER, answer);
  const library = resolve(PEERS, 'libraryServer.cjs');
  yield measureElsewhere('  of a server of vscode-languageserver alone', START, () => library, answer);
  const bare = resolve(PEERS, 'bareServer.js');
  yield measureElsewhere('  of a server of the bare protocol', START, () => bare, answer);
  yield await timeKeystrokes();
}

/** A server that ends by itself leaves the compile cache behind that every later start of a user's has. */
async function startOnce(): Promise<void> {
  const editor = await startEditor({ capabilities: FULL });
  await editor.stop();
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
    const [workspace = '', articles = '', index = ''] = ['workspace', 'articles', 'index'].map((name) =>
      join(folder, name),
    );
    writeArticles(articles, ARTICLES);
    await fill({ articles, folder: index, count: ARTICLES });
    return await typeIn({ workspace, articles, index, count: ARTICLES, words: DRAFT_WORDS });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function typeIn(desk: Desk): Promise<Timing> {
  const writing = await startWriting(desk);
  const [words, articles] = [desk.words, desk.count].map((count) => count.toLocaleString('en-US'));
  const name = `keystroke to diagnostics, ${words} words, ${articles} articles`;
  const timing = await measureElsewhere(name, KEYSTROKES, writing.prepare, (press) => press());
  await writing.stop();
  return timing;
}
