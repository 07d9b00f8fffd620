/** Citations over the protocol: quick fixes in each language, fix all, the whole draft, findings, completion, hover. */

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, it, type TestContext } from 'node:test';
import {
  ApplyWorkspaceEditRequest,
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  CreateFile,
  ExecuteCommandRequest,
  HoverRequest,
  MarkupContent,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Editor, FULL, startEditor, uriOf } from './editor.ts';
import { createWorkspace, VALLEY, type Workspace } from './workspace.ts';

const CLIENT = {
  ...FULL,
  textDocument: {
    ...FULL.textDocument,
    completion: { completionItem: { documentationFormat: ['markdown' as const, 'plaintext' as const] } },
  },
  workspace: {
    ...FULL.workspace,
    applyEdit: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create' as const],
      changeAnnotationSupport: {},
    },
  },
};

/** Another paper on the same flood, and on something that the first does not tell. */
const WIRE = `---
title: Dam holds above the Harrow valley
outlet: Gulf Wire
date: 2021-03-10
url: https://example.com/dam
---

The dam above the Harrow valley held back 40 million tonnes of water.
“We never had so much water in the valley,” said the mayor, Ann Reyes.
`;

const HOUSES = 'The water destroyed 62 houses in Lower Marsh.';

interface Desk {
  readonly workspace: Workspace;
  readonly editor: Editor;
}

async function openDesk(
  t: TestContext,
  files: Readonly<Record<string, string>> = {},
  settings: unknown = null,
): Promise<Desk> {
  const workspace = await createWorkspace(t, {
    'corpus/valley.md': VALLEY,
    'corpus/wire.md': WIRE,
    ...files,
  });
  const editor = await startEditor({
    capabilities: CLIENT,
    folders: [workspace.path],
    settings: () => settings,
  });
  t.after(editor.stop);
  return { workspace, editor };
}

function positionOf(text: string, words: string, behind = 0) {
  return TextDocument.create('', '', 0, text).positionAt(text.indexOf(words) + behind);
}

async function actionsAt({ editor }: Desk, uri: string, text: string, words: string, only?: string[]) {
  const range = { start: positionOf(text, words), end: positionOf(text, words, words.length) };
  const context = { diagnostics: [], ...(only !== undefined && { only }) };
  const answer =
    (await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context,
    })) ?? [];
  return answer.filter((action): action is CodeAction => typeof action.command !== 'string');
}

/** The files after an edit, by their URI. Applying it is what an editor does in one step that is undone in one. */
async function applied(edit: WorkspaceEdit | undefined, open: Readonly<Record<string, string>>) {
  const texts: Record<string, string> = { ...open };
  for (const change of edit?.documentChanges ?? []) {
    if (CreateFile.is(change)) texts[change.uri] = '';
    else {
      assert.ok(TextDocumentEdit.is(change));
      const { uri } = change.textDocument;
      const text = texts[uri] ?? (await readFile(new URL(uri), 'utf8'));
      const edits = change.edits.filter((each) => 'newText' in each);
      texts[uri] = TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
    }
  }
  return texts;
}

/** What “Cite Harrow Valley Post” makes of the sentence about the houses. */
async function citedBy(desk: Desk, name: string, language: string, text: string) {
  const uri = await desk.editor.open(desk.workspace.at(name), text, language);
  const actions = await actionsAt(desk, uri, text, '62');
  const action = actions.find(({ title }) => title === 'Cite Harrow Valley Post, 9 March 2021');
  assert.ok(action, actions.map(({ title }) => title).join(' | '));
  return { uri, texts: await applied(action.edit, { [uri]: text }) };
}

describe('citing', { timeout: 60_000 }, () => {
  it('writes what is usual in each language', async (t) => {
    const desk = await openDesk(t);
    const key = 'harrowvalleypost2021volunteers';
    const bibliography = uriOf(desk.workspace.at('references.bib'));
    const cases = [
      ['a.md', 'markdown', /Lower Marsh\.\[\^1\]\n\n\[\^1\]: Volunteers leave/],
      [
        'a.qmd',
        'quarto',
        new RegExp(`^---\nreferences:\n- id: ${key}\n[\\s\\S]*Lower Marsh \\[@${key}\\]\\.$`),
      ],
      ['a.tex', 'latex', new RegExp(`Lower Marsh~\\\\cite\\{${key}\\}\\.$`)],
      ['a.typ', 'typst', new RegExp(`Lower Marsh @${key}\\.\n\n#bibliography\\("references\\.bib"\\)\n$`)],
      ['a.adoc', 'asciidoc', new RegExp(`Lower Marsh\\.footnote:${key}\\[Volunteers leave`)],
      [
        'a.rst',
        'restructuredtext',
        new RegExp(`Lower Marsh\\. \\[#${key}\\]_\n\n\\.\\. \\[#${key}\\] Volunteers`),
      ],
      [
        'a.html',
        'html',
        /Lower Marsh \(<a href="https:\/\/example\.org\/valley">Harrow Valley Post<\/a>\)\./,
      ],
      ['a.txt', 'plaintext', /Lower Marsh \(Harrow Valley Post, 9 March 2021\)\.$/],
    ] as const;
    for (const [name, language, expected] of cases) {
      const { uri, texts } = await citedBy(
        desk,
        name,
        language,
        language === 'html' ? `<p>${HOUSES}</p>` : HOUSES,
      );
      assert.match(texts[uri] ?? '', expected, name);
      const needsFile = language === 'latex' || language === 'typst';
      assert.equal(texts[bibliography]?.startsWith(`@article{${key},`), needsFile ? true : undefined, name);
    }
  });

  it('appends to the bibliography that the draft names, and reuses its keys', async (t) => {
    const bib = '% mine\n@article{old1,\n  title = {Something else},\n  year = 1999\n}\n';
    const desk = await openDesk(t, { 'refs.bib': bib });
    const text = `---\nbibliography: refs.bib\n---\n\n${HOUSES}\n`;
    const { uri, texts } = await citedBy(desk, 'draft.md', 'markdown', text);
    assert.match(texts[uri] ?? '', /Lower Marsh \[@harrowvalleypost2021volunteers\]\.\n$/);
    const file = uriOf(desk.workspace.at('refs.bib'));
    assert.ok(texts[file]?.startsWith(bib), 'what stood in the file stands there byte for byte');
    assert.match(
      texts[file] ?? '',
      /\n@article\{harrowvalleypost2021volunteers,\n\tjournal = \{Harrow Valley Post\}/,
    );

    await writeFile(
      desk.workspace.at('refs.bib'),
      `${bib}\n@online{mine,\n  url = {http://www.example.org/valley/}\n}\n`,
    );
    const again = `${text}\nMore of it.\n`;
    await desk.editor.change(uri, 2, [{ text: again }]);
    const [reuse] = await actionsAt(desk, uri, again, '62');
    const reused = await applied(reuse?.edit, { [uri]: again });
    assert.match(reused[uri] ?? '', /Lower Marsh \[@mine\]\./);
    assert.deepEqual(Object.keys(reused), [uri], 'the bibliography is left alone');
  });

  it('offers all articles together where several bear a claim out', async (t) => {
    const desk = await openDesk(t, {
      'corpus/second.md': VALLEY.replace('Harrow Valley Post', 'Marsh Echo').replace('/valley', '/echo'),
    });
    const uri = await desk.editor.open(desk.workspace.at('draft.md'), HOUSES);
    const actions = await actionsAt(desk, uri, HOUSES, '62');
    const all = actions.find(({ title }) => title === 'Cite all 2 supporting articles');
    const texts = await applied(all?.edit, { [uri]: HOUSES });
    assert.match(texts[uri] ?? '', /Lower Marsh\.\[\^1\]\[\^2\]\n/);
  });

  it('corrects and cites in one step', async (t) => {
    const desk = await openDesk(t);
    const text = HOUSES.replace('62', '72');
    const uri = await desk.editor.open(desk.workspace.at('draft.md'), text);
    const actions = await actionsAt(desk, uri, text, '72');
    const action = actions.find(
      ({ title }) => title === 'Change to 62 and cite Harrow Valley Post, 9 March 2021',
    );
    assert.match(
      (await applied(action?.edit, { [uri]: text }))[uri] ?? '',
      /^The water destroyed 62 .*\.\[\^1\]\n/,
    );
  });

  it('fixes all that is safe: corrections on which the articles agree, and citations', async (t) => {
    const desk = await openDesk(t);
    const text = `${HOUSES} The council is sending about 850 volunteers to the flooded Harrow valley.\n`;
    const uri = await desk.editor.open(desk.workspace.at('draft.md'), text);
    const actions = await actionsAt(desk, uri, text, 'The', ['source.fixAll']);
    assert.deepEqual(
      actions.map(({ kind }) => kind),
      ['source.fixAll.corroborate'],
    );
    const fixed = (await applied(actions[0]?.edit, { [uri]: text }))[uri] ?? '';
    assert.match(
      fixed,
      /^The water .* Lower Marsh\.\[\^1\] The council is sending about 750 volunteers .*\.\n/,
    );
    await desk.editor.change(uri, 2, [{ text: fixed }]);
    const [rest] = await actionsAt(desk, uri, fixed, 'The', ['source.fixAll.corroborate']);
    const done = rest === undefined ? fixed : ((await applied(rest.edit, { [uri]: fixed }))[uri] ?? '');
    await desk.editor.change(uri, 3, [{ text: done }]);
    assert.deepEqual(await actionsAt(desk, uri, done, 'The', ['source.fixAll']), [], 'nothing is left to do');
    assert.equal(done.split('[^1]:').length, 2, 'one note');
  });

  it('cites the whole draft, each change to be confirmed', async (t) => {
    const desk = await openDesk(t);
    const text = `${HOUSES}\n\nThe dam above the Harrow valley held back 40 million tonnes of water.\n`;
    const uri = await desk.editor.open(desk.workspace.at('draft.md'), text);
    const edits: WorkspaceEdit[] = [];
    desk.editor.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
      edits.push(edit);
      return { applied: true };
    });
    const command = { command: 'corroborate.citeSentences', arguments: [{ uri }] };
    await desk.editor.connection.sendRequest(ExecuteCommandRequest.type, command);
    const [edit] = edits;
    const annotations = Object.values(edit?.changeAnnotations ?? {});
    assert.deepEqual(
      annotations.map(({ label, needsConfirmation }) => [label, needsConfirmation]),
      [['Cite 2 sentences', true]],
    );
    const cited = (await applied(edit, { [uri]: text }))[uri] ?? '';
    assert.match(cited, /Lower Marsh\.\[\^1\]\n\nThe dam .* water\.\[\^2\]\n\n\[\^1\]: .*\n\[\^2\]: /);
    await desk.editor.change(uri, 2, [{ text: cited }]);
    await desk.editor.connection.sendRequest(ExecuteCommandRequest.type, command);
    assert.equal(edits.length, 1, 'the second time there is nothing to cite');
  });
});

describe('findings on citations', { timeout: 60_000 }, () => {
  it('name the article that bears a claim out where another is cited', async (t) => {
    const desk = await openDesk(t, {}, { severity: { 'citation-missing': 'hint' } });
    const note = 'Dam holds above the Harrow valley. *Gulf Wire*, 10 March 2021. <https://example.com/dam>';
    const text = `${HOUSES}[^1]\n\nThe council is sending about 750 volunteers to the flooded Harrow valley.[^2]\n\n[^1]: ${note}\n[^3]: Unused.\n`;
    const uri = await desk.editor.open(desk.workspace.at('draft.md'), text);
    const found = (await desk.editor.diagnostics(uri)).map(({ code, message }) => [code, message]);
    assert.deepEqual(found, [
      [
        'citation-mismatch',
        'Gulf Wire (10 March 2021) is cited here and does not say this; Harrow Valley Post (9 March 2021) bears it out.',
      ],
      ['citation-unknown-key', 'The draft has no footnote “2”.'],
      ['citation-unused', 'Nothing refers to the footnote “3”.'],
    ]);
  });

  it('hint at missing citations once they are turned on', async (t) => {
    const desk = await openDesk(t, {}, { severity: { 'citation-missing': 'hint' } });
    const uri = await desk.editor.open(desk.workspace.at('draft.md'), HOUSES);
    assert.deepEqual(
      (await desk.editor.diagnostics(uri)).map(({ code }) => code),
      ['citation-missing'],
    );
  });

  it('follow the bibliography file', async (t) => {
    const desk = await openDesk(t, {
      'refs.bib': '@online{post,\n  url = {https://example.org/valley}\n}\n',
    });
    const text = `---\nbibliography: refs.bib\n---\n\n${HOUSES.replace('.', ' [@post; @nobody].')}\n`;
    const uri = await desk.editor.open(desk.workspace.at('draft.md'), text);
    const diagnostics = await desk.editor.diagnostics(uri);
    assert.deepEqual(
      diagnostics.map(({ message }) => message),
      ['There is no entry “nobody” in refs.bib.'],
    );
    const path = await desk.workspace.write(
      'refs.bib',
      '@online{post,\n}\n@online{nobody,\n  title = {X}\n}\n',
    );
    const refreshed = desk.editor.refreshes.first(() => true, desk.editor.refreshes.all.length);
    await desk.editor.tellOfFile(path, 2);
    await refreshed;
    assert.deepEqual(await desk.editor.diagnostics(uri), []);
  });
});

describe('completion', { timeout: 60_000 }, () => {
  const complete = async (
    { editor }: Desk,
    uri: string,
    text: string,
    at: string,
  ): Promise<CompletionItem[]> => {
    const position = positionOf(text, at, at.length);
    const answer = await editor.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  };

  it('offers the article that bears the sentence out first, with its reference', async (t) => {
    const desk = await openDesk(t);
    const text = `${HOUSES.replace('.', ' [@')}\n`;
    const uri = await desk.editor.open(desk.workspace.at('draft.qmd'), text, 'quarto');
    const items = await complete(desk, uri, text, '[@');
    assert.deepEqual(
      items.map(({ label }) => label),
      ['harrowvalleypost2021volunteers', 'gulfwire2021dam'],
    );
    const [first] = items;
    assert.ok(first);
    const resolved = await desk.editor.connection.sendRequest(CompletionResolveRequest.type, first);
    assert.ok(MarkupContent.is(resolved.documentation));
    assert.match(
      resolved.documentation.value,
      /\*\*Volunteers leave for the flooded valley\*\*, Harrow Valley Post, 9 March 2021/,
    );
    const edits = [
      ...(first.textEdit && 'range' in first.textEdit ? [first.textEdit] : []),
      ...(first.additionalTextEdits ?? []),
    ];
    const done = TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
    assert.match(
      done,
      /^---\nreferences:\n- id: harrowvalleypost2021volunteers\n[\s\S]*\[@harrowvalleypost2021volunteers\]\n$/,
    );
  });

  it('knows the notations of the languages', async (t) => {
    const desk = await openDesk(t);
    const cases = [
      ['a.md', 'markdown', '[^', '1]'],
      ['a.tex', 'latex', '\\cite{', 'harrowvalleypost2021volunteers}'],
      ['a.typ', 'typst', '@', 'harrowvalleypost2021volunteers'],
      ['a.adoc', 'asciidoc', '<<', 'harrowvalleypost2021volunteers>>'],
    ] as const;
    for (const [name, language, typed, word] of cases) {
      const text = `${HOUSES.slice(0, -1)} ${typed}`;
      const uri = await desk.editor.open(desk.workspace.at(name), text, language);
      const [first] = await complete(desk, uri, text, typed);
      assert.ok(first?.textEdit?.newText.startsWith(word), `${name}: ${first?.textEdit?.newText}`);
    }
  });

  it('adds the entry of a key to the bibliography file by a command', async (t) => {
    const desk = await openDesk(t, { 'refs.bib': '' });
    const text = `---\nbibliography: refs.bib\n---\n\n${HOUSES.replace('.', ' [@')}\n`;
    const uri = await desk.editor.open(desk.workspace.at('draft.md'), text);
    const [first] = await complete(desk, uri, text, '[@');
    const edits: WorkspaceEdit[] = [];
    desk.editor.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
      edits.push(edit);
      return { applied: true };
    });
    const done = text.replace('[@', `[@${first?.label}]`);
    await desk.editor.change(uri, 2, [{ text: done }]);
    assert.ok(first?.command);
    await desk.editor.connection.sendRequest(ExecuteCommandRequest.type, first.command);
    const texts = await applied(edits[0], {});
    assert.match(
      texts[uriOf(desk.workspace.at('refs.bib'))] ?? '',
      /^@article\{harrowvalleypost2021volunteers,/,
    );
  });

  it('goes on with a quotation, in the marks of the draft', async (t) => {
    const desk = await openDesk(t);
    const text = 'The mayor said "We never had so ';
    const uri = await desk.editor.open(desk.workspace.at('draft.md'), text);
    const [item, ...others] = await complete(desk, uri, text, text);
    assert.deepEqual(others, []);
    assert.equal(item?.textEdit?.newText, 'much water in the valley');
    assert.equal(item?.labelDetails?.description, 'Gulf Wire, 10 March 2021');
    await desk.editor.change(uri, 2, [{ text: 'The mayor said "We never had so mu' }]);
    const [typing] = await complete(desk, uri, 'The mayor said "We never had so mu', 'so mu');
    assert.equal(typing?.textEdit?.newText, 'much water in the valley');
  });

  it('says nothing outside of quotations, after figures and in other brackets', async (t) => {
    const desk = await openDesk(t);
    for (const [at, text] of ['We never had so ', 'The water destroyed ', '"We ', 'See [a '].entries()) {
      const uri = await desk.editor.open(desk.workspace.at(`draft-${at}.md`), text);
      assert.deepEqual(await complete(desk, uri, text, text), [], text);
    }
  });
});

describe('hover on a citation', { timeout: 60_000 }, () => {
  it('shows the reference and the passage that the sentence rests on', async (t) => {
    const desk = await openDesk(t);
    const text = `${HOUSES}[^1]\n\n[^1]: Volunteers leave for the flooded valley. *Harrow Valley Post*, 9 March 2021.\n`;
    const uri = await desk.editor.open(desk.workspace.at('draft.md'), text);
    const position = positionOf(text, '[^1]', 2);
    const hover = await desk.editor.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position,
    });
    assert.ok(MarkupContent.is(hover?.contents));
    assert.match(
      hover.contents.value,
      /^\*\*Volunteers leave for the flooded valley\*\*, Harrow Valley Post, 9 March 2021/,
    );
    assert.match(
      hover.contents.value,
      /> The water destroyed \*\*62 houses\*\*|> The water destroyed \*\*62\*\*/,
    );
  });
});
