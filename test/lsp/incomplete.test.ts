/** Articles that are still to be read: nothing is refuted before, the status says so, and what they refute comes by itself. */

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { describe, it, type TestContext } from 'node:test';
import {
  type ClientCapabilities,
  FileChangeType,
  HoverRequest,
  MarkupContent,
} from 'vscode-languageserver-protocol/node';
import { indexPath } from '../../server/src/corpus/disk/indexFile.ts';
import { syncIndex } from '../../server/src/corpus/disk/syncIndex.ts';
import { tryLockWriter, type WriterLock } from '../../server/src/corpus/disk/writerLock.ts';
import { CHECK_DRAFT_METHOD, type StatusParams } from '../../server/src/lsp/protocol.ts';
import { tale } from '../unit/index/folder.ts';
import { at } from './desk.ts';
import { BARE, type Editor, FULL, type ProgressNews, startEditor, uriOf } from './editor.ts';
import { createWorkspace, DRAFT, VALLEY, type Workspace } from './workspace.ts';

/** Articles besides that of the valley: a few batches, of which many are still to come when the first is read. */
const TALES = 2_000;
const ALL = TALES + 1;

/** A workspace whose corpus is large; the article of the valley is the first of it. */
async function largeWorkspace(t: TestContext): Promise<Workspace> {
  const files = Array.from({ length: TALES }, (_, number) => [`corpus/${number}.txt`, tale(number)] as const);
  return createWorkspace(t, { ...Object.fromEntries(files), 'corpus/0-valley.md': VALLEY });
}

interface HalfRead {
  readonly workspace: Workspace;
  /** Files that are to go. */
  readonly pending: number;
  /** Held by this process, as another window that reads the articles would hold it. */
  readonly lock: WriterLock;
}

/**
 * A corpus whose index has a part of the articles, that of the valley among them, or none of them, while another window has
 * the rest to read.
 */
async function halfRead(t: TestContext, part: 'first' | 'none' = 'first'): Promise<HalfRead> {
  const workspace = await largeWorkspace(t);
  await mkdir(workspace.at('indexes'));
  const entries = [workspace.at('corpus')];
  const links = { within: [workspace.path] };
  const path = indexPath(workspace.at('indexes'), entries, links);
  const abort = new AbortController();
  let left = ALL;
  const progress = (done: number): void => {
    left = ALL - done;
    if (done > 0 || part === 'none') abort.abort();
  };
  const request = { path, entries, links, threads: 1 };
  const broken = syncIndex(request, { signal: abort.signal, progress, waits: () => {} });
  await assert.rejects(broken, { name: 'AbortError' });
  const lock = tryLockWriter(path);
  assert.ok(lock !== null);
  return { workspace, pending: left, lock };
}

async function editorAt(
  t: TestContext,
  workspace: Workspace,
  capabilities: ClientCapabilities,
  indexFolder = workspace.at('indexes'),
): Promise<Editor> {
  const params = { initializationOptions: { status: true, indexFolder } };
  const editor = await startEditor({ capabilities, folders: [workspace.path], params });
  t.after(editor.stop);
  return editor;
}

/** What an assistant is told of the draft. */
async function checkedByTool(editor: Editor, workspace: Workspace): Promise<string> {
  const asked = { name: 'check_text', input: { text: DRAFT }, uri: uriOf(workspace.path) };
  return JSON.stringify(await editor.connection.sendRequest('corroborate/tool', asked));
}

/** The detail of the next status that fits, from the `from`-th on. */
async function detail(editor: Editor, fits: RegExp, from = 0): Promise<string> {
  return (await editor.statuses.first((status) => fits.test(status.detail), from)).detail;
}

const codesOf = (diagnostics: readonly { readonly code?: unknown }[]) => diagnostics.map(({ code }) => code);
const isWaiting = ({ value }: ProgressNews): boolean =>
  value.kind !== 'end' && value.message === 'another window reads them';
const isCount = ({ value }: ProgressNews): boolean =>
  value.kind === 'report' && /^[\d,]+ of [\d,]+$/.test(value.message ?? '');
const is =
  (kind: ProgressNews['value']['kind']) =>
  ({ value }: ProgressNews): boolean =>
    value.kind === kind;

describe('while articles are still to be read', { timeout: 90_000 }, () => {
  it('nothing is refuted and the status says so; what they refute comes by itself', async (t) => {
    const { workspace, pending, lock } = await halfRead(t);
    const editor = await editorAt(t, workspace, FULL);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    assert.deepEqual(await editor.diagnostics(uri), []);
    const status = await editor.statuses.first((each) => each.uri === uri);
    assert.equal(status.text, '2 claims: 1 supported, 1 not found');
    const words = `${ALL - pending} articles read, ${pending} files to go; nothing is refuted before`;
    assert.equal(status.detail, words);
    const position = at(DRAFT, '850');
    const hover = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    assert.ok(hover !== null && MarkupContent.is(hover.contents));
    assert.match(hover.contents.value, /Not all articles are read yet\./);
    assert.match(
      await checkedByTool(editor, workspace),
      new RegExp(`; 1 supported; 1 not-enough-evidence; ${pending} files to go; nothing is refuted before`),
    );
    const refreshes = editor.refreshes.all.length;
    lock.release();
    await detail(editor, new RegExp(`^${ALL} articles read$`), await refreshed(editor, uri, refreshes));
    assert.deepEqual(codesOf(await editor.diagnostics(uri)), ['figure-mismatch']);
  });

  it('there are articles, although none of them is read', async (t) => {
    const { workspace, lock } = await halfRead(t, 'none');
    const editor = await editorAt(t, workspace, FULL);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    assert.deepEqual(await editor.diagnostics(uri), []);
    const status = await editor.statuses.first((each) => each.uri === uri);
    assert.equal(status.detail, `0 articles read, ${ALL} files to go; nothing is refuted before`);
    assert.match(
      await checkedByTool(editor, workspace),
      new RegExp(`; ${ALL} files to go; nothing is refuted before`),
    );
    lock.release();
    await editor.log.first((message) => message.startsWith(`Read ${ALL} articles`));
  });

  it('a display shows it after a second; who stops it is told how many are to go, and it goes on when asked', async (t) => {
    const { workspace, lock } = await halfRead(t);
    const started = performance.now();
    const editor = await editorAt(t, workspace, BARE_WITH_PROGRESS);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const display = await editor.progress.first(is('begin'));
    assert.ok(performance.now() - started >= 1_000);
    const { value } = display;
    assert.ok(value.kind === 'begin' && value.cancellable === true);
    assert.equal(value.title, 'Reading source articles');
    await editor.progress.first(isWaiting);
    lock.release();
    await editor.progress.first(isCount);
    await editor.cancel(display);
    await editor.progress.first(is('end'));
    assert.match(
      await detail(editor, /stopped/),
      /^\d+ articles read, \d+ files to go; nothing is refuted before\. Reading was stopped\. It goes on when the draft is checked again or an article changes\.$/,
    );
    assert.ok(editor.statuses.all.every(({ counts }) => counts?.refuted === 0));
    const status: StatusParams = await editor.connection.sendRequest(CHECK_DRAFT_METHOD, { uri });
    assert.equal(status.text, '2 claims: 1 supported, 1 refuted');
    assert.equal(status.detail, `${ALL} articles read`);
  });

  it('and reading was stopped, it goes on when an article changes', async (t) => {
    const { workspace, lock } = await halfRead(t);
    const editor = await editorAt(t, workspace, FULL);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    await editor.cancel(await editor.progress.first(is('begin')));
    const stopped = detail(editor, /stopped/);
    assert.deepEqual(await editor.diagnostics(uri), []);
    await stopped;
    lock.release();
    const refreshes = editor.refreshes.all.length;
    const path = await workspace.write('corpus/new.txt', tale(TALES));
    await editor.tellOfFile(path, FileChangeType.Created);
    await detail(editor, new RegExp(`^${ALL + 1} articles read$`), await refreshed(editor, uri, refreshes));
    assert.deepEqual(codesOf(await editor.diagnostics(uri)), ['figure-mismatch']);
  });

  it('two windows that wait for a third say so, and say the same in the end', async (t) => {
    const { workspace, lock } = await halfRead(t);
    const editors = [
      await editorAt(t, workspace, BARE_WITH_PROGRESS),
      await editorAt(t, workspace, BARE_WITH_PROGRESS),
    ];
    for (const editor of editors) await editor.open(workspace.at('draft.md'), DRAFT);
    for (const editor of editors) {
      await editor.progress.first(isWaiting);
      assert.ok(editor.published.all.every(({ diagnostics }) => diagnostics.length === 0));
    }
    lock.release();
    for (const editor of editors) {
      const { diagnostics } = await editor.published.first((event) => event.diagnostics.length > 0);
      assert.deepEqual(codesOf(diagnostics), ['figure-mismatch']);
      await detail(editor, new RegExp(`^${ALL} articles read$`));
      await editor.progress.first(is('end'));
    }
    // The one that came second found nothing left to read.
    assert.equal(editors.filter((editor) => editor.progress.all.some(isCount)).length, 1);
  });

  it('because they are kept in memory, nothing is refuted and there are articles', async (t) => {
    const workspace = await largeWorkspace(t);
    const nowhere = await workspace.write('indexes', 'no folder');
    const editor = await editorAt(t, workspace, BARE, nowhere);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    // Checked again and again, by what there is at that moment.
    for (
      let version = 2;
      editor.published.all.every(({ diagnostics }) => diagnostics.length === 0);
      version += 1
    ) {
      await editor.change(uri, version, [{ text: DRAFT }]);
      await editor.published.first((event) => event.version === version || event.diagnostics.length > 0);
    }
    await detail(editor, new RegExp(`^${ALL} articles read$`));
    assert.ok(editor.statuses.all.every(({ state }) => state === 'checked'));
    const before = editor.statuses.all.filter((status) =>
      / to go; nothing is refuted before$/.test(status.detail),
    );
    assert.ok(before.some(({ counts }) => counts?.supported === 1));
    assert.ok(before.every(({ counts }) => counts?.refuted === 0));
    await editor.log.first((message) =>
      message.endsWith(`in ${nowhere}: its folder cannot be made. They are kept in memory.`),
    );
  });
});

/** A client that is sent its diagnostics and shows progress. */
const BARE_WITH_PROGRESS: ClientCapabilities = { ...BARE, window: { workDoneProgress: true } };

/** Pulls diagnostics whenever it is told to, until no files are to go; returns how many statuses there were before. */
async function refreshed(editor: Editor, uri: string, from: number): Promise<number> {
  const before = editor.statuses.all.length;
  for (let seen = from; ; ) {
    await editor.refreshes.first(() => true, seen);
    seen = editor.refreshes.all.length;
    await editor.diagnostics(uri);
    if (editor.statuses.all.slice(before).some((status) => !status.detail.includes('to go'))) return before;
  }
}
