/** Signing off over the protocol: quiet once a person stands for a claim, told of when sentence or source change. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { describe, it, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import {
  CodeActionRequest,
  type Diagnostic,
  FileChangeType,
  HoverRequest,
  MarkupContent,
  type Position,
} from 'vscode-languageserver-protocol/node';
import {
  REMOVE_SIGN_OFF_METHOD,
  SIGN_OFF_METHOD,
  SIGN_OFF_SUBJECT_METHOD,
  type SignOffAnswer,
  type SignOffSubject,
} from '../../server/src/lsp/ledgerProtocol.ts';
import { CHECK_DRAFT_METHOD, type StatusParams } from '../../server/src/lsp/protocol.ts';
import { BARE, type Editor, FULL, startEditor, uriOf } from './editor.ts';
import { createWorkspace, DRAFT, VALLEY, type Workspace } from './workspace.ts';

const LEDGER = '.corroborate/ledger.jsonl';
const PERSON = 'Ann Reyes <ann@example.org>';
const OPTIONS = { params: { initializationOptions: { signOff: true } } };
const EDITED = DRAFT.replace('The council is', 'On Monday the council was');

interface Desk {
  readonly workspace: Workspace;
  readonly editor: Editor;
  readonly uri: string;
}

async function openDesk(t: TestContext, draft = DRAFT): Promise<Desk> {
  const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
  const editor = await startEditor({ capabilities: FULL, folders: [workspace.path], ...OPTIONS });
  t.after(editor.stop);
  return { workspace, editor, uri: await editor.open(workspace.at('draft.md'), draft) };
}

/** Where `words` begin in `text`. */
function positionOf(text: string, words: string): Position {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function subjectAt({ editor, uri }: Desk, text: string, words: string): Promise<SignOffSubject | null> {
  return editor.connection.sendRequest(SIGN_OFF_SUBJECT_METHOD, { uri, position: positionOf(text, words) });
}

function signOff({ editor, uri }: Desk, text: string, words: string): Promise<SignOffAnswer> {
  const position = positionOf(text, words);
  const params = { uri, position, claim: words, reason: 'Told by\nthe council', person: PERSON };
  return editor.connection.sendRequest(SIGN_OFF_METHOD, params);
}

async function codes({ editor, uri }: Desk): Promise<readonly unknown[]> {
  return (await editor.diagnostics(uri)).map(({ code }) => code);
}

async function actionTitles({ editor, uri }: Desk, text: string, words: string): Promise<readonly string[]> {
  const start = positionOf(text, words);
  const params = { textDocument: { uri }, range: { start, end: start }, context: { diagnostics: [] } };
  const actions = (await editor.connection.sendRequest(CodeActionRequest.type, params)) ?? [];
  return actions.map(({ title }) => title).filter((title) => /sign-off$|verif/i.test(title));
}

async function hoverOver({ editor, uri }: Desk, text: string, words: string): Promise<string> {
  const position = positionOf(text, words);
  const hover = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  assert.ok(hover !== null && MarkupContent.is(hover.contents));
  return hover.contents.value;
}

function messageOf(diagnostic: Diagnostic | undefined): string {
  const message = diagnostic?.message ?? '';
  return typeof message === 'string' ? message : message.value;
}

function replaceAll({ editor, uri }: Desk, version: number, text: string): Promise<void> {
  return editor.change(uri, version, [{ text }]);
}

describe('signing off', { timeout: 30_000 }, () => {
  it('is not dropped when the draft is edited elsewhere while it is checked', async (t) => {
    const desk = await openDesk(t);
    await replaceAll(desk, 2, `${DRAFT}\nMore to come.\n`);
    const answer = signOff(desk, DRAFT, '850');
    const changed = replaceAll(desk, 3, `${DRAFT}\nMore to come soon.\n`);
    // An editor asks for the diagnostics of what was typed, which ends the check of what stood there before.
    await Promise.all([changed, codes(desk)]);
    assert.equal((await answer).state, 'written');
  });

  it('makes a claim quiet, says so in its hover and counts it apart', async (t) => {
    const desk = await openDesk(t);
    assert.deepEqual(await codes(desk), ['figure-mismatch']);
    assert.deepEqual(await actionTitles(desk, DRAFT, '850'), ['Verified by hand…']);
    const answer = await signOff(desk, DRAFT, '850');
    assert.deepEqual(answer, { state: 'written', ledger: uriOf(desk.workspace.at(LEDGER)) });
    assert.deepEqual(await codes(desk), []);
    assert.deepEqual(await actionTitles(desk, DRAFT, '850'), ['Remove sign-off']);
    const hover = await hoverOver(desk, DRAFT, '850');
    assert.match(
      hover,
      /^\*\*Refuted\*\*: .*\n\n\*\*Verified by hand by Ann Reyes on \d{1,2} \p{L}+ \d{4}\*\*: Told by the council\n\n> /u,
    );
    const { uri } = desk;
    const status = await desk.editor.connection.sendRequest<StatusParams>(CHECK_DRAFT_METHOD, { uri });
    assert.equal(status.text, '2 claims: 1 supported, 1 verified by hand');
  });

  it('writes one line that says who, when, why and on what', async (t) => {
    const desk = await openDesk(t);
    await signOff(desk, DRAFT, '850');
    const lines = (await readFile(desk.workspace.at(LEDGER), 'utf8')).split('\n');
    assert.equal(lines.length, 2);
    const { id, date, passages, ...line } = JSON.parse(lines[0] ?? '');
    assert.match(id, /^[0-9a-f]{16}$/);
    assert.match(date, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    assert.deepEqual(Object.keys(passages[0]), ['article', 'sha256']);
    assert.deepEqual(line, {
      version: 1,
      action: 'verify',
      draft: 'draft.md',
      kind: 'figure',
      claim: '850',
      occurrence: 1,
      sentence: 'The council is sending about 850 volunteers to the flooded Harrow valley.',
      verdict: 'refuted',
      code: 'figure-mismatch',
      reason: 'Told by the council',
      person: PERSON,
      replaces: null,
    });
  });

  it('says so when the sentence changes, and is quiet again when it is verified again', async (t) => {
    const desk = await openDesk(t);
    await signOff(desk, DRAFT, '850');
    await replaceAll(desk, 2, `A word before.\n\n${DRAFT}`);
    assert.deepEqual(await codes(desk), []);
    await replaceAll(desk, 3, EDITED);
    const [diagnostic, ...others] = await desk.editor.diagnostics(desk.uri);
    assert.deepEqual(others, []);
    assert.equal(diagnostic?.code, 'sign-off-outdated');
    assert.equal(diagnostic?.severity, 3);
    assert.match(messageOf(diagnostic), /the sentence has changed since\. .*says about 750, not 850\.$/);
    assert.deepEqual(await actionTitles(desk, EDITED, '850'), ['Verify again…', 'Remove sign-off']);
    const subject = await subjectAt(desk, EDITED, '850');
    assert.equal(subject?.signedOff?.reason, 'Told by the council');
    await signOff(desk, EDITED, '850');
    assert.deepEqual(await codes(desk), []);
  });

  it('says so when the article changes on disk', async (t) => {
    const desk = await openDesk(t);
    await signOff(desk, DRAFT, '850');
    const path = await desk.workspace.write('corpus/valley.md', VALLEY.replace('about 750', 'about 760'));
    const { uri } = desk;
    await desk.editor.tellOfFile(path, FileChangeType.Changed);
    await desk.editor.connection.sendRequest(CHECK_DRAFT_METHOD, { uri });
    const [diagnostic] = await desk.editor.diagnostics(uri);
    assert.equal(diagnostic?.code, 'sign-off-outdated');
    assert.match(messageOf(diagnostic), /the passage of Harrow Valley Post has changed since/);
  });

  it('is taken back by another line', async (t) => {
    const desk = await openDesk(t);
    await signOff(desk, DRAFT, '850');
    const id = (await subjectAt(desk, DRAFT, '850'))?.signedOff?.id ?? assert.fail('signed off');
    const params = { uri: desk.uri, id, person: PERSON };
    const answer: SignOffAnswer = await desk.editor.connection.sendRequest(REMOVE_SIGN_OFF_METHOD, params);
    assert.equal(answer.state, 'written');
    assert.deepEqual(await codes(desk), ['figure-mismatch']);
    assert.equal((await readFile(desk.workspace.at(LEDGER), 'utf8')).trimEnd().split('\n').length, 2);
    const again: SignOffAnswer = await desk.editor.connection.sendRequest(REMOVE_SIGN_OFF_METHOD, {
      ...params,
      id: '0'.repeat(16),
    });
    assert.equal(again.state, 'refused');
  });

  it('asks git who works here', async (t) => {
    const desk = await openDesk(t);
    const git = (...args: string[]) => promisify(execFile)('git', args, { cwd: desk.workspace.path });
    await git('init', '--quiet');
    await git('config', 'user.name', 'Ben Okri');
    await git('config', 'user.email', 'ben@example.org');
    const subject = await subjectAt(desk, DRAFT, '850');
    assert.equal(subject?.person, 'Ben Okri <ben@example.org>');
    assert.equal(subject?.claim, '850');
    assert.equal(await subjectAt(desk, DRAFT, 'council'), null);
  });

  it('refuses another claim than the one that was seen, and a draft without a place', async (t) => {
    const desk = await openDesk(t);
    const position = positionOf(DRAFT, '850');
    const params = { uri: desk.uri, position, claim: '900', reason: 'r', person: 'p' };
    const answer: SignOffAnswer = await desk.editor.connection.sendRequest(SIGN_OFF_METHOD, params);
    assert.equal(answer.state, 'refused');
    const untitled = { ...params, uri: 'untitled:Untitled-1', claim: '850' };
    const other: SignOffAnswer = await desk.editor.connection.sendRequest(SIGN_OFF_METHOD, untitled);
    assert.match(other.state === 'refused' ? other.reason : '', /^Save the draft first/);
  });

  it('is not offered to clients that cannot ask for a reason', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    assert.deepEqual(await actionTitles({ workspace, editor, uri }, DRAFT, '850'), []);
  });
});

describe('a ledger that changes on disk', { timeout: 30_000 }, () => {
  it('is read again for clients that watch, and its problems stand in it', async (t) => {
    const desk = await openDesk(t);
    await signOff(desk, DRAFT, '850');
    assert.deepEqual(await codes(desk), []);
    const refreshed = desk.editor.refreshes.all.length;
    const path = await desk.workspace.write(LEDGER, '<<<<<<< HEAD\n');
    await desk.editor.tellOfFile(path, FileChangeType.Changed);
    await desk.editor.refreshes.first(() => true, refreshed);
    assert.deepEqual(await codes(desk), ['figure-mismatch']);
    const shown = await desk.editor.published.first(
      ({ uri, diagnostics }) => uri === uriOf(path) && diagnostics.length > 0,
    );
    assert.deepEqual(
      shown.diagnostics.map(({ range, source }) => [range.start.line, source]),
      [[0, 'corroborate']],
    );
    assert.match(messageOf(shown.diagnostics[0]), /^A merge conflict is not resolved here/);
  });

  it('is watched for clients that do not', async (t) => {
    const desk = await openDesk(t);
    await signOff(desk, DRAFT, '850');
    const { workspace } = desk;
    const editor = await startEditor({ capabilities: BARE, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    const quiet = await editor.published.first((event) => event.uri === uri);
    assert.deepEqual(quiet.diagnostics, []);
    const told = editor.published.all.length;
    await workspace.write(LEDGER, '');
    const loud = await editor.published.first(
      (event) => event.uri === uri && event.diagnostics.length > 0,
      told,
    );
    assert.deepEqual(
      loud.diagnostics.map(({ code }) => code),
      ['figure-mismatch'],
    );
  });

  it('is noticed when it comes into being', async (t) => {
    const desk = await openDesk(t);
    const { workspace } = desk;
    const editor = await startEditor({ capabilities: BARE, folders: [workspace.path] });
    t.after(editor.stop);
    const uri = await editor.open(workspace.at('draft.md'), DRAFT);
    await editor.published.first((event) => event.uri === uri && event.diagnostics.length > 0);
    const told = editor.published.all.length;
    await signOff(desk, DRAFT, '850');
    const quiet = await editor.published.first(
      (event) => event.uri === uri && event.diagnostics.length === 0,
      told,
    );
    assert.deepEqual(quiet.diagnostics, []);
  });
});
