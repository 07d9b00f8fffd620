/** The packet over the protocol: for a panel with links of our own, as files without. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod';
import { PACKET_METHOD, type PacketAnswer, type PacketParams } from '../../server/src/lsp/packetProtocol.ts';
import { FULL, startEditor, uriOf } from './editor.ts';
import { createWorkspace, DRAFT, VALLEY } from './workspace.ts';

const linkSchema = z.tuple([
  z.object({ uri: z.string(), range: z.object({ start: z.object({ line: z.number() }) }) }),
]);

/** Where the command links of a page lead. */
function commandLinks(html: string): readonly z.infer<typeof linkSchema>[0][] {
  return [...html.matchAll(/href="command:corroborate\.openSource\?([^"]*)"/g)].map(
    ([, query = '']) => linkSchema.parse(JSON.parse(decodeURIComponent(query)))[0],
  );
}

describe('the packet of an open draft', { timeout: 30_000 }, () => {
  it('is a page that leads into the draft and the articles, or a file that does not', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const ask = (format: PacketParams['format']): Promise<PacketAnswer> =>
      editor.connection.sendRequest(PACKET_METHOD, { uri, format });
    const panel = await ask('panel');
    assert.ok(panel.state === 'made');
    assert.equal(panel.title, 'The flood');
    const places = commandLinks(panel.text).map((place) => [place.uri, place.range.start.line]);
    const article = uriOf(workspace.at('corpus/valley.md'));
    assert.deepEqual(places, [
      [uri, 2],
      [article, 7],
      [uri, 3],
      [article, 8],
    ]);
    const file = await ask('html');
    assert.ok(file.state === 'made' && !file.text.includes('command:') && !file.text.includes('file:'));
    const markdown = await ask('markdown');
    assert.match(markdown.state === 'made' ? markdown.text : '', /^# The flood: fact-check packet\n/);
  });

  it('is that of the text on the screen', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const ask = (): Promise<PacketAnswer> =>
      editor.connection.sendRequest(PACKET_METHOD, { uri, format: 'html' });
    const before = await ask();
    await editor.change(uri, 2, [{ text: DRAFT.replace('The flood', 'The other flood') }]);
    const after = await ask();
    assert.ok(before.state === 'made' && after.state === 'made');
    assert.equal(after.title, 'The other flood');
    assert.notEqual(hashOf(before.text), hashOf(after.text));
  });

  it('is refused in words where there is nothing to check against', async (t) => {
    const workspace = await createWorkspace(t, {});
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const answer: PacketAnswer = await editor.connection.sendRequest(PACKET_METHOD, { uri, format: 'html' });
    assert.match(answer.state === 'refused' ? answer.reason : '', /^No source articles\. /);
    const nowhere = { uri: uriOf(workspace.at('other.md')), format: 'html' };
    const none: PacketAnswer = await editor.connection.sendRequest(PACKET_METHOD, nowhere);
    assert.equal(none.state, 'refused');
  });
});

function hashOf(html: string): string | undefined {
  return /SHA-256 of the draft <code>([0-9a-f]{64})</.exec(html)?.[1];
}
