/** Completion over the protocol: sources of citations and the rest of quotations. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ApplyWorkspaceEditRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  ExecuteCommandRequest,
  MarkupContent,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applied, type Desk, HOUSES, openDesk, positionOf } from './citationDesk.ts';
import { uriOf } from './editor.ts';

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
      ['a.rst', 'restructuredtext', '[#', '#harrowvalleypost2021volunteers]_'],
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
