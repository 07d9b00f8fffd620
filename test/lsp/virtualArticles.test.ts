/** Articles without a text file of their own: shown as documents to clients that can, by their file to all others. */

import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { DefinitionRequest, HoverRequest } from 'vscode-languageserver-protocol/node';
import * as z from 'zod';
import { makePdf } from '../unit/corpus/makePdf.ts';
import { FULL, startEditor, uriOf } from './editor.ts';
import { createWorkspace, DRAFT } from './workspace.ts';

const STORY =
  'The council is sending about 750 volunteers to the flooded Harrow valley, the mayor said on Monday.';
const OTHER = 'Nothing else of note happened in the village.';

const linksSchema = z.array(
  z.object({
    targetUri: z.string(),
    targetSelectionRange: z.object({
      start: z.object({ line: z.number(), character: z.number() }),
      end: z.object({ line: z.number(), character: z.number() }),
    }),
  }),
);

const textSchema = z
  .object({ text: z.string(), original: z.string(), line: z.number().nullable() })
  .nullable();

/** Opens the draft beside one article; answers with where its definition leads, its hover and what the server says of a URI. */
async function openWith(
  t: Parameters<typeof createWorkspace>[0],
  file: string,
  content: string | Uint8Array,
  initializationOptions: unknown,
) {
  const workspace = await createWorkspace(t, { [file]: content });
  const editor = await startEditor({
    capabilities: FULL,
    folders: [workspace.path],
    params: { initializationOptions },
  });
  t.after(editor.stop);
  const uri = await editor.open(workspace.at('draft.md'), DRAFT);
  assert.equal((await editor.diagnostics(uri))[0]?.code, 'figure-mismatch');
  const position = { line: 2, character: DRAFT.split('\n')[2]?.indexOf('850') ?? 0 };
  const at = { textDocument: { uri }, position };
  const [link] = linksSchema.parse(await editor.connection.sendRequest(DefinitionRequest.type, at));
  assert.ok(link !== undefined);
  const hover = JSON.stringify(await editor.connection.sendRequest(HoverRequest.type, at));
  const textOf = async (of: string) =>
    textSchema.parse(await editor.connection.sendRequest('corroborate/articleText', { uri: of }));
  return { workspace, link, hover, textOf };
}

const READS = { articleText: true };

describe('a text that was taken out of a file', { timeout: 60_000 }, () => {
  it('is a document with the page in its title and the passage selected', async (t) => {
    const pdf = await makePdf({ pages: [[[50, 700, OTHER]], [[50, 700, STORY]]] });
    const { workspace, link, hover, textOf } = await openWith(t, 'corpus/report.pdf', pdf, READS);
    assert.match(decodeURIComponent(link.targetUri), /^corroborate-article:\/report\.pdf, page 2 \(text\)\?/);
    const answer = await textOf(link.targetUri);
    assert.deepEqual(answer, {
      text: `${OTHER}\n\n${STORY}`,
      original: uriOf(workspace.at('corpus/report.pdf')),
      line: null,
    });
    const { start, end } = link.targetSelectionRange;
    assert.equal(start.line, end.line);
    assert.equal(answer?.text.split('\n')[start.line]?.slice(start.character, end.character), 'about 750');
    assert.ok(hover.includes('corroborate-article:') && hover.includes('page 2'), hover);
  });

  it('is that of the right one of two attachments of one name', async (t) => {
    const attachment = (text: string): string =>
      `--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=r.txt\r\n\r\n${text}\r\n`;
    const mail = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${attachment(OTHER)}${attachment(STORY)}--b--\r\n`;
    const { link, textOf } = await openWith(t, 'corpus/m.eml', mail, READS);
    assert.match(
      decodeURIComponent(link.targetUri),
      /^corroborate-article:\/m\.eml: r \(2\)\.txt \(text\)\?/,
    );
    assert.equal((await textOf(link.targetUri))?.text.trim(), STORY);
  });

  it('names the member of an archive, whatever characters it has', async (t) => {
    const name = '2020/a b?#%&\n😀.txt';
    const zip = zipSync({ 'other.txt': strToU8(OTHER), [name]: strToU8(STORY) });
    const { link, textOf } = await openWith(t, 'corpus/clips.zip', zip, READS);
    assert.match(
      decodeURIComponent(link.targetUri),
      /^corroborate-article:\/clips\.zip: a b\?#%& 😀\.txt \(text\)\?/u,
    );
    assert.equal((await textOf(link.targetUri))?.text, STORY);
  });

  it('knows the line of its record', async (t) => {
    const lines = [OTHER, STORY].map((text) => JSON.stringify({ text })).join('\n');
    const { link, textOf } = await openWith(t, 'corpus/news.jsonl', lines, READS);
    assert.match(decodeURIComponent(link.targetUri), /^corroborate-article:\/news\.jsonl, line 2 \(text\)\?/);
    assert.equal((await textOf(link.targetUri))?.line, 2);
  });

  it('is reached by its file where the client shows no such documents', async (t) => {
    const lines = [OTHER, STORY].map((text) => JSON.stringify({ text })).join('\n');
    const { workspace, link, hover } = await openWith(t, 'corpus/news.jsonl', lines, {});
    assert.equal(link.targetUri, uriOf(workspace.at('corpus/news.jsonl')));
    assert.deepEqual(link.targetSelectionRange.start, { line: 1, character: 0 });
    assert.ok(!hover.includes('corroborate-article:') && hover.includes('line 2'), hover);
  });

  it('is given for articles only', async (t) => {
    const { workspace, textOf } = await openWith(t, 'corpus/valley.txt', STORY, READS);
    const key = (path: string, id: string) => Buffer.from(JSON.stringify([path, id])).toString('base64url');
    for (const uri of [
      `corroborate-article:/x?${key('/etc/passwd', 'passwd')}`,
      `corroborate-article:/x?${key('/etc/passwd', 'valley.txt')}`,
      `corroborate-article:/x?${key(workspace.at('draft.md'), 'draft.md')}`,
      'corroborate-article:/x?%%%',
      'corroborate-article:/x',
      uriOf(workspace.at('corpus/valley.txt')),
    ])
      assert.equal(await textOf(uri), null, uri);
  });
});

describe('links among the articles', { timeout: 30_000, skip: process.platform === 'win32' }, () => {
  it('are followed from the moment the setting says so', async (t) => {
    const outside = await createWorkspace(t, { 'valley.txt': STORY });
    const workspace = await createWorkspace(t, { 'corpus/other.txt': OTHER });
    await symlink(outside.path, workspace.at('corpus/out'));
    for (const [followLinks, codes] of [
      [false, []],
      [true, ['figure-mismatch']],
    ] as const) {
      const settings = () => ({ followLinks });
      const editor = await startEditor({ capabilities: FULL, folders: [workspace.path], settings });
      t.after(editor.stop);
      const uri = await editor.open(workspace.at('draft.md'), DRAFT);
      assert.deepEqual(
        (await editor.diagnostics(uri)).map(({ code }) => code),
        codes,
      );
    }
  });
});
