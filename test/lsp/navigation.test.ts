/** Navigation: from drafts to passages and from passages to the claims that rest on them, in any editor. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  DefinitionRequest,
  DocumentLinkRequest,
  type Position,
  ReferencesRequest,
} from 'vscode-languageserver-protocol/node';
import { at, openDesk, openFile, REPORT, SECOND, TREE, wordsAt } from './desk.ts';
import { FULL, startEditor, uriOf } from './editor.ts';
import { createWorkspace, VALLEY } from './workspace.ts';

describe('references', { timeout: 30_000 }, () => {
  it('of a passage are the claims of every open draft that rest on it', async (t) => {
    const desk = await openDesk(t, FULL);
    const article = await desk.editor.open(desk.workspace.at('corpus/valley.md'), VALLEY);
    const report = await openFile(desk, 'report.md', REPORT);
    const second = await openFile(desk, 'second.md', SECOND);
    const ask = (position: Position) =>
      desk.editor.connection.sendRequest(ReferencesRequest.type, {
        textDocument: { uri: article },
        position,
        context: { includeDeclaration: true },
      });
    const houses = (await ask(at(VALLEY, '62 houses'))) ?? [];
    assert.deepEqual(
      houses.map(({ uri, range }) => [uri, wordsAt(uri === report ? REPORT : SECOND, range)]),
      [
        [report, '62'],
        [second, '62'],
      ],
    );
    const volunteers = (await ask(at(VALLEY, 'volunteers to'))) ?? [];
    assert.deepEqual(
      volunteers.map(({ range }) => wordsAt(REPORT, range)),
      ['850'],
    );
    assert.deepEqual(await ask(at(VALLEY, 'outlet')), []);
  });

  it('count a draft that was closed as long as its file and the articles are the same', async (t) => {
    const desk = await openDesk(t, FULL);
    const article = await desk.editor.open(desk.workspace.at('corpus/valley.md'), VALLEY);
    const second = await openFile(desk, 'second.md', SECOND);
    await desk.editor.diagnostics(second);
    const ask = async () =>
      (await desk.editor.connection.sendRequest(ReferencesRequest.type, {
        textDocument: { uri: article },
        position: at(VALLEY, '62 houses'),
        context: { includeDeclaration: false },
      })) ?? [];
    await desk.editor.close(second);
    // Whether it is kept is known once its file was read, which nobody is told of.
    while ((await ask()).length === 0) await desk.editor.diagnostics(article);
    await desk.workspace.write('second.md', 'Another text altogether.\n');
    assert.deepEqual(await ask(), []);
  });

  it('of a claim are its passages and the claims that share them', async (t) => {
    const desk = await openDesk(t, FULL);
    const report = await openFile(desk, 'report.md', REPORT);
    const second = await openFile(desk, 'second.md', SECOND);
    const found = await desk.editor.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: second },
      position: at(SECOND, '62'),
      context: { includeDeclaration: true },
    });
    const names = (found ?? []).map(({ uri }) => uri.split('/').at(-1));
    assert.deepEqual(names, ['valley.md', 'report.md', 'second.md']);
    assert.ok(found?.some(({ uri }) => uri === report));
  });
});

describe('code lenses', { timeout: 30_000 }, () => {
  it('say over each heading how many claims of its section are supported', async (t) => {
    const desk = await openDesk(t, FULL, { showReferences: 'editor.show' });
    const report = await openFile(desk, 'report.md', REPORT);
    const lenses = await desk.editor.connection.sendRequest(CodeLensRequest.type, {
      textDocument: { uri: report },
    });
    assert.deepEqual(
      (lenses ?? []).map(({ range, command }) => [range.start.line, command?.title, command?.command]),
      [
        [0, '1 of 2 supported', 'editor.show'],
        [4, '1 of 1 supported', 'editor.show'],
      ],
    );
    const [, , shown] = lenses?.[0]?.command?.arguments ?? [];
    assert.deepEqual(shown, [
      { uri: report, range: { start: at(REPORT, '850'), end: at(REPORT, ' volunteers') } },
    ]);
  });

  it('say over each passage of an article how many claims use it, and over how many drafts that is known', async (t) => {
    const desk = await openDesk(t, TREE, { showReferences: 'editor.show' });
    const refreshes: null[] = [];
    desk.editor.connection.onRequest(CodeLensRefreshRequest.type, () => {
      refreshes.push(null);
    });
    const article = await desk.editor.open(desk.workspace.at('corpus/valley.md'), VALLEY);
    const ask = async () => {
      const lenses = await desk.editor.connection.sendRequest(CodeLensRequest.type, {
        textDocument: { uri: article },
      });
      return (lenses ?? []).map(({ range, command }) => `${range.start.line} ${command?.title}`);
    };
    assert.deepEqual(await ask(), []);
    await openFile(desk, 'report.md', REPORT);
    const second = await openFile(desk, 'second.md', SECOND);
    await desk.editor.diagnostics(second);
    assert.deepEqual(await ask(), [
      '0 Used in 2 claims · 1 claim says otherwise in the 2 drafts checked so far',
      `${at(VALLEY, 'The council').line} 1 claim says otherwise`,
      `${at(VALLEY, 'The water').line} Used in 2 claims`,
    ]);
    assert.ok(refreshes.length > 0, 'the editor was told to ask again');
  });

  it('lead to the first claim where the client has no command of its own, and are off where not wanted', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
    let codeLens = true;
    const settings = () => ({ codeLens });
    const editor = await startEditor({ capabilities: FULL, folders: [workspace.path], settings });
    t.after(editor.stop);
    const report = await editor.open(workspace.at('report.md'), REPORT);
    const ask = () => editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: report } });
    const [first] = (await ask()) ?? [];
    assert.equal(first?.command?.command, 'corroborate.openSource');
    codeLens = false;
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.equal(await ask(), null);
  });
});

describe('document links', { timeout: 30_000 }, () => {
  it('lead from notes and their references to the article, and nowhere for what is no article', async (t) => {
    const desk = await openDesk(t, FULL);
    const draft = `The water destroyed 62 houses.[^1] It rained.[^2]

[^1]: Volunteers leave for the flooded valley. *Harrow Valley Post*, 9 March 2021. <https://example.org/valley>
[^2]: The author’s own notes.
`;
    const uri = await openFile(desk, 'noted.md', draft);
    const links = await desk.editor.connection.sendRequest(DocumentLinkRequest.type, {
      textDocument: { uri },
    });
    const article = uriOf(desk.workspace.at('corpus/valley.md'));
    assert.deepEqual(
      (links ?? []).map(({ range, target, tooltip }) => [
        range.start.line,
        wordsAt(draft, range),
        target,
        tooltip,
      ]),
      [0, 2].map((line) => [
        line,
        '1',
        article,
        'Open “Volunteers leave for the flooded valley” (Harrow Valley Post)',
      ]),
    );
  });
});

describe('definition', { timeout: 30_000 }, () => {
  it('of a claim leads to every passage that bears on it', async (t) => {
    const desk = await openDesk(t, FULL);
    const later = VALLEY.replace('title: Volunteers leave', 'title: More volunteers leave').replace(
      '-09',
      '-11',
    );
    await desk.workspace.write('corpus/later.md', later);
    const second = await openFile(desk, 'second.md', SECOND);
    await desk.editor.connection.sendRequest('corroborate/checkDraft', { uri: second });
    const links = await desk.editor.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri: second },
      position: at(SECOND, '62'),
    });
    const targets = (Array.isArray(links) ? links : []).map((link) =>
      'targetUri' in link ? link.targetUri.split('/').at(-1) : null,
    );
    assert.deepEqual(targets.toSorted(), ['later.md', 'valley.md']);
  });
});
