/** Large files among the articles: they are named or read aside, the server answers meanwhile, and nothing is judged by half of one. */

import assert from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { zipSync } from 'fflate';
import { type Diagnostic, FileChangeType } from 'vscode-languageserver-protocol/node';
import type { SourcesAnswer } from '../../server/src/lsp/viewProtocol.ts';
import { type Editor, FULL, startEditor } from './editor.ts';
import { createWorkspace, DRAFT, VALLEY, type Workspace } from './workspace.ts';

const MB = 1024 * 1024;
const SENTENCE = 'The rain went on for another day and the council met again in the town hall. ';
const TOO_LONG = 'longer than 10 million characters';

interface Desk {
  readonly workspace: Workspace;
  readonly editor: Editor;
}

/** An editor on a workspace with these articles, whose index lies in a folder of its own. */
async function openDesk(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): Promise<Desk> {
  const workspace = await createWorkspace(t, files);
  const params = { initializationOptions: { indexFolder: workspace.at('index'), status: true } };
  const editor = await startEditor({ capabilities: FULL, folders: [workspace.path], params });
  t.after(editor.stop);
  return { workspace, editor };
}

const codesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

describe('large files', { timeout: 120_000 }, () => {
  it('are named with their reason, and the draft is checked against all others', async (t) => {
    const prose = Buffer.alloc(90 * MB, SENTENCE);
    const small = Array.from({ length: 300 }, (_, at) => [`corpus/${at}.txt`, `Village ${at} stayed dry.\n`]);
    const { workspace, editor } = await openDesk(t, {
      ...Object.fromEntries(small),
      'corpus/valley.md': VALLEY,
      'corpus/dump.txt': prose,
      'corpus/packed.zip': zipSync({ 'dump.txt': prose }, { level: 1 }),
    });
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    await editor.log.first((message) => message.startsWith('Read 301 articles'));
    assert.deepEqual(codesOf(await editor.diagnostics(uri)), ['figure-mismatch']);
    const sources = await editor.connection.sendRequest<SourcesAnswer>('corroborate/sources', {
      uri,
      limit: 1,
    });
    assert.deepEqual(
      sources.unread.map(({ name, reason }) => [name, reason]),
      [
        ['dump.txt', TOO_LONG],
        ['packed.zip: dump.txt', TOO_LONG],
      ],
    );
    assert.equal(sources.problem, null);
  });

  it('that come while a draft is open are read aside, and count when all of them is read', async (t) => {
    const { workspace, editor } = await openDesk(t, { 'corpus/valley.md': VALLEY });
    const draft = `${DRAFT}The new railway bridge at Colby is 97 metres long.\n`;
    const uri = await editor.open(workspace.at('draft.md'), draft);
    assert.deepEqual(codesOf(await editor.diagnostics(uri)), ['figure-mismatch']);
    const file = workspace.at('corpus/all.jsonl');
    await pipeline(Readable.from(records()), createWriteStream(workspace.at('all.part')));
    await rename(workspace.at('all.part'), file);
    let isRead = false;
    const read = editor.log.first((message) => message.startsWith(`Read ${RECORDS + 1} articles`));
    void read.then(() => {
      isRead = true;
    });
    await editor.tellOfFile(file, FileChangeType.Created);
    let slowest = 0;
    for (let asked = 0; !isRead; asked += 1) {
      const start = performance.now();
      const flagged = await editor.diagnostics(uri);
      slowest = Math.max(slowest, performance.now() - start);
      const refuted = linesOf(flagged.filter(({ code }) => code === 'figure-mismatch'));
      assert.equal(refuted.includes(BRIDGE), false, `refuted by a part of the file, asked ${asked} times`);
      await pause(20);
    }
    assert.ok(slowest < SLOWEST, `${slowest} ms`);
    const after = await editor.diagnostics(uri);
    assert.deepEqual(codesOf(after), ['figure-mismatch', 'articles-disagree']);
    assert.deepEqual(linesOf(after), [2, BRIDGE]);
    const kept = await readdir(workspace.at('index'));
    assert.ok(
      kept.some((name) => name.endsWith('.sqlite')),
      'they are kept on disk now',
    );
  });
});

/** Records of a file of 50 MB, of which 16 are texts. */
const RECORDS = 5_000;
/** Milliseconds of an answer: read in the server itself, the file would keep it for seconds. */
const SLOWEST = 1_000;
/** The line of the draft of which the first record tells otherwise than the last. */
const BRIDGE = 4;

function linesOf(diagnostics: readonly Diagnostic[]): number[] {
  return diagnostics.map(({ range }) => range.start.line);
}

function* records(): Generator<string> {
  const rest = 'x'.repeat((50 * MB) / RECORDS);
  for (let at = 0; at < RECORDS; at += 1) {
    const title = `Bridges, part ${at}`;
    const text =
      at === 0
        ? 'The new railway bridge at Colby is 62 metres long.'
        : at === RECORDS - 1
          ? 'The new railway bridge at Colby is 97 metres long.'
          : `Farm ${at} lies in the hills and stayed dry. ${SENTENCE.repeat(40)}`;
    yield `${JSON.stringify({ title, text, rest })}\n`;
  }
}
