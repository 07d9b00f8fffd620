/** Hostile files among the articles: the server lives, names each with its reason, and judges by the others. */

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, symlinkSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { type Diagnostic, FileChangeType } from 'vscode-languageserver-protocol/node';
import { FULL, startEditor } from './editor.ts';
import { createWorkspace, DRAFT, VALLEY } from './workspace.ts';

/** A member of 200 MB in 200 kB of archive: more than a member may unpack to. */
const bomb = (): Uint8Array => zipSync({ 'large.txt': new Uint8Array(200 * 1024 * 1024).fill(0x20) });

const record = (text: string): string => JSON.stringify({ title: 'Rain', text });

const codesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

describe('hostile files', { timeout: 120_000 }, () => {
  it('are named with their reason, and the others are read', async (t) => {
    const inner = zipSync({ 'a.txt': strToU8(VALLEY) });
    const workspace = await createWorkspace(t, {
      'corpus/valley.md': VALLEY,
      'corpus/bomb.zip': bomb(),
      'corpus/nested.zip': zipSync({ 'inner.zip': inner, '../../out.txt': strToU8(VALLEY) }),
      'corpus/noise.pdf': randomBytes(50_000),
      'corpus/noise.docx': randomBytes(50_000),
      'corpus/cut.jsonl': `${record('It rained.')}\n${record('It rained again.').slice(0, 20)}`,
      'corpus/script.html': `<script>${'var a = 1;\n'.repeat(1e6)}</script>`,
      'elsewhere/secret.txt': VALLEY,
    });
    const isPosix = process.platform !== 'win32';
    if (isPosix) {
      symlinkSync(workspace.at('elsewhere'), workspace.at('corpus/link'));
      await workspace.write('corpus/a\n😀.txt', '');
      mkdirSync(workspace.at('corpus/folder.txt'));
    }
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    // What is larger than a few megabytes is indexed on disk, and nothing is refuted until all of it is.
    await editor.log.first((message) => message.startsWith('Read '));
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    assert.deepEqual(codesOf(await editor.diagnostics(uri)), ['figure-mismatch']);
    const skipped = [
      ['bomb.zip, large.txt', /larger than \d+ MB/],
      ['nested.zip, inner.zip', /an archive within an archive is not read/],
      ['nested.zip, ../../out.txt', /its path leads out of the archive/],
      ['noise.pdf', /damaged|not a PDF/],
      ['noise.docx', /damaged|not a/],
      ['cut.jsonl, line 2', /./],
      ['script.html', /./],
      ...(isPosix
        ? ([
            ['link', /link/],
            ['a\n😀.txt', /empty/],
          ] as const)
        : []),
    ] as const;
    for (const [name, reason] of skipped) {
      const start = `Skipped ${workspace.at('corpus')}/${name}: `;
      const message = await editor.log.first((each) => each.startsWith(start));
      assert.match(message.slice(start.length), reason);
    }
  });

  it('that vanish and grow while a draft is open change nothing but what they say', async (t) => {
    const workspace = await createWorkspace(t, {
      'corpus/valley.md': VALLEY,
      'corpus/rain.jsonl': `${record('It rained.')}\n`,
      'corpus/gone.txt': 'The bridge is 62 metres long.',
    });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    assert.deepEqual(codesOf(await editor.diagnostics(uri)), ['figure-mismatch']);
    const refreshes = editor.refreshes.all.length;
    await workspace.remove('corpus/gone.txt');
    await appendFile(workspace.at('corpus/rain.jsonl'), record('It rained again.').slice(0, 20));
    await editor.tellOfFile(workspace.at('corpus/gone.txt'), FileChangeType.Deleted);
    await editor.tellOfFile(workspace.at('corpus/rain.jsonl'), FileChangeType.Changed);
    // The file that the client still tells of is gone by the time it is read.
    await editor.tellOfFile(workspace.at('corpus/gone.txt'), FileChangeType.Changed);
    await editor.refreshes.first(() => true, refreshes);
    assert.deepEqual(codesOf(await editor.diagnostics(uri)), ['figure-mismatch']);
  });
});
