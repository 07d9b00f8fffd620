/** Hostile articles over the protocol: whatever they say is text in hovers, completions, lists, lenses and packets. */

import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DocumentSymbolRequest,
  HoverRequest,
  MarkupContent,
} from 'vscode-languageserver-protocol/node';
import { PACKET_METHOD, type PacketAnswer } from '../../server/src/lsp/packetProtocol.ts';
import { type Editor, FULL, startEditor, uriOf } from './editor.ts';
import { createWorkspace, DRAFT, VALLEY, type Workspace } from './workspace.ts';

/** Everything by which words could become a link, an image, a command or a tag. */
const HOSTILE =
  '<img src=https://beacon.example/a.png onerror=alert(1)> ![b](https://beacon.example/b.png) [c](command:evil) <a href="command:evil">d</a> [e]: https://beacon.example/e https://beacon.example/f www.beacon.example `g` \u202eh';

const ARTICLE = VALLEY.replace('title: Volunteers', `title: '${HOSTILE} Volunteers`)
  .replace('flooded valley\noutlet: Harrow Valley Post', `flooded valley'\noutlet: '${HOSTILE} Post'`)
  .replace('about 750 volunteers', `about 750 volunteers ${HOSTILE}`)
  .replace('https://example.org/valley', 'command:evil');

interface Desk {
  readonly workspace: Workspace;
  readonly editor: Editor;
  readonly uri: string;
}

async function openDesk(t: TestContext, draft: string): Promise<Desk> {
  const workspace = await createWorkspace(t, { 'corpus/valley.md': ARTICLE });
  const editor = await startEditor({
    capabilities: {
      ...FULL,
      textDocument: {
        ...FULL.textDocument,
        completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } },
      },
    },
    folders: [workspace.path],
  });
  t.after(editor.stop);
  return { workspace, editor, uri: await editor.open(workspace.at('draft.md'), draft) };
}

/** The addresses that a reader of GitHub's Markdown is led to, and the tags that it is shown. */
function outcome(markdown: string): { readonly links: readonly string[]; readonly tags: readonly string[] } {
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    // What is dangerous is to be seen here and not taken out.
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
  return {
    links: [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href),
    tags: [...new Set([...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, tag = '']) => tag))],
  };
}

const HARMLESS = new Set(
  'p a strong em del blockquote hr ul ol li br code h1 h2 h3 h4 table thead tbody tr th td'.split(' '),
);

function assertInert(markdown: string, isOurs: (href: string) => boolean): void {
  const { links, tags } = outcome(markdown);
  assert.deepEqual(
    links.filter((href) => !isOurs(href)),
    [],
  );
  assert.deepEqual(
    tags.filter((tag) => !HARMLESS.has(tag)),
    [],
  );
  assert.doesNotMatch(markdown, /[\u202a-\u202e\u2066-\u2069]/u);
}

describe('what a hostile article says', { timeout: 30_000 }, () => {
  it('is text in hovers', async (t) => {
    const { editor, uri, workspace } = await openDesk(t, DRAFT);
    const position = { line: 2, character: DRAFT.split('\n')[2]?.indexOf('850') ?? 0 };
    const hover = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    assert.ok(hover !== null && MarkupContent.is(hover.contents));
    assert.match(hover.contents.value, /beacon/);
    const folder = workspace.path;
    assertInert(
      hover.contents.value,
      (href) => decodeURIComponent(href).startsWith(`file://${folder}/`) || href.includes('/docs/rules/'),
    );
  });

  it('is text in hovers of citations', async (t) => {
    const draft = DRAFT.replace('850', '750')
      .replace('valley.', 'valley.[^1]')
      .concat('\n\n[^1]: https://example.org/unknown valley.md\n');
    const { editor, uri, workspace } = await openDesk(t, draft);
    const lines = draft.split('\n');
    const line = lines.findIndex((each) => each.includes('[^1]'));
    const position = { line, character: (lines[line] ?? '').indexOf('[^1]') + 2 };
    const hover = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    assert.ok(hover !== null && MarkupContent.is(hover.contents));
    assert.match(hover.contents.value, /beacon/);
    assertInert(hover.contents.value, (href) =>
      decodeURIComponent(href).startsWith(`file://${workspace.path}/`),
    );
  });

  it('names no command but ours in lenses and actions', async (t) => {
    const { editor, uri, workspace } = await openDesk(t, DRAFT);
    const position = { line: 2, character: DRAFT.split('\n')[2]?.indexOf('850') ?? 0 };
    const actions = await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    const article = uriOf(workspace.at('corpus/valley.md'));
    await editor.open(workspace.at('corpus/valley.md'), ARTICLE);
    const lenses = (
      await Promise.all(
        [uri, article].map((each) =>
          editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: each } }),
        ),
      )
    ).flatMap((found) => found ?? []);
    const commands = [...(actions ?? []), ...lenses].flatMap(({ command }) =>
      typeof command === 'object' ? [command.command] : [],
    );
    assert.ok(commands.length > 0);
    assert.deepEqual(
      commands.filter((name) => !name.startsWith('corroborate.')),
      [],
    );
  });

  it('is text in completions', async (t) => {
    const draft = `${DRAFT}\nAs [^`;
    const { editor, uri } = await openDesk(t, draft);
    const lines = draft.split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const answer = await editor.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
    assert.ok(items.length > 0);
    for (const { documentation } of items)
      if (MarkupContent.is(documentation) && documentation.kind === 'markdown')
        assertInert(documentation.value, () => false);
  });

  it('is plain text in the messages of diagnostics and in outlines', async (t) => {
    const { editor, uri } = await openDesk(t, DRAFT);
    for (const { message } of await editor.diagnostics(uri)) assert.equal(typeof message, 'string');
    const symbols = await editor.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri },
    });
    assert.ok((symbols?.length ?? 0) > 0);
  });

  it('is text in the packet, as page and as Markdown', async (t) => {
    const { editor, uri } = await openDesk(t, DRAFT);
    const ask = (format: string): Promise<PacketAnswer> =>
      editor.connection.sendRequest(PACKET_METHOD, { uri, format });
    const markdown = await ask('markdown');
    assert.ok(markdown.state === 'made');
    assert.match(markdown.text, /beacon/);
    assertInert(markdown.text, () => false);
    const panel = await ask('panel');
    assert.ok(panel.state === 'made');
    const commands = [...panel.text.matchAll(/<a [^>]*href="(command:[^?"]*)/g)].map(
      ([, command]) => command,
    );
    assert.deepEqual([...new Set(commands)], ['command:corroborate.openSource']);
    assert.doesNotMatch(panel.text, /<(?:img|script|iframe|form|object)\b/);
  });
});
