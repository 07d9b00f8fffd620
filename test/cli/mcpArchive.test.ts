/** `corroborate mcp --archive`: an assistant whose articles lie in an archive. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fakeServer } from '../unit/archive/fakeServer.ts';
import { archiveOf, articleOf } from '../unit/archive/smallArchive.ts';
import { assistantOf, checked } from './assistant.ts';
import { workspaceOf } from './workspace.ts';

const ARTICLE = articleOf('At least 750 troops were sent to Mill Valley on Monday.');
const TEXT = 'At least 800 troops were sent to Mill Valley on Monday.';

suite('the MCP server of an archive', { timeout: 180_000 }, () => {
  test('checks against what the archive holds, and says so while it does not answer', async (t) => {
    const archive = archiveOf(ARTICLE);
    const server = await fakeServer(t, archive);
    const url = `${server.origin}/news`;
    // The articles of a folder would bear the text out.
    await using assistant = await assistantOf({ 'corpus/a.txt': TEXT }, '--archive', url);
    const { articles, claims } = await assistant.ask(checked, 'check_text', { text: TEXT });
    assert.equal(articles, 1);
    const [wrong] = claims.filter(({ verdict }) => verdict === 'refuted');
    assert.equal(wrong?.text, '800');
    assert.equal(wrong?.passages[0]?.text, ARTICLE.text);
    assert.equal(wrong?.passages[0]?.outlet, 'Lower Vale Gazette');

    server.answers(() => ({ status: 503, body: { error: { type: 'busy', reason: 'red' }, status: 503 } }));
    const said = await assistant.fail('check_text', { text: TEXT });
    assert.equal(said, `${url}: archive not reachable: red (503)`);

    server.answers(archive);
    assert.equal((await assistant.ask(checked, 'check_text', { text: TEXT })).verdicts.refuted, 1);
  });

  test('does not start with an address that is not safe, or with folders beside it', async () => {
    await using workspace = await workspaceOf({ 'articles/a.txt': TEXT });
    const unsafe = await workspace.run('mcp', '--archive', 'http://search.example/news');
    assert.equal(unsafe.code, 2);
    assert.match(unsafe.stderr, /^corroborate: the address of the archive must begin with https:/);
    const both = await workspace.run('mcp', '--archive', 'https://search.example', '--corpus', 'articles');
    assert.equal(both.code, 2);
    assert.match(both.stderr, /cannot be used with/);
  });
});
