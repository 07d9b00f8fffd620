/** Citations over the protocol: what is found of them, and their hover. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HoverRequest, MarkupContent } from 'vscode-languageserver-protocol/node';
import { HOUSES, openDesk, positionOf } from './citationDesk.ts';

/** Entries for both articles of the desk, by their addresses. */
const BIB =
  '@online{dam,\n  url = {https://example.com/dam}\n}\n@online{post,\n  url = {https://example.org/valley}\n}\n';

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

  it('are made of LaTeX and its bibliography alike', async (t) => {
    const desk = await openDesk(t, { 'refs.bib': BIB });
    const text = `${HOUSES.replace('.', '~\\cite{dam}.')}\n\n\\bibliography{refs}\n`;
    const uri = await desk.editor.open(desk.workspace.at('draft.tex'), text, 'latex');
    const [mismatch, ...others] = await desk.editor.diagnostics(uri);
    assert.deepEqual(others, []);
    assert.equal(mismatch?.code, 'citation-mismatch');
    assert.match(
      String(mismatch.message),
      /^Gulf Wire \(10 March 2021\) is cited here .* Harrow Valley Post/,
    );
    const cited = text.replace('{dam}', '{post}');
    await desk.editor.change(uri, 2, [{ text: cited }]);
    assert.deepEqual(await desk.editor.diagnostics(uri), []);
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

  it('of LaTeX shows the article that its entry is of', async (t) => {
    const desk = await openDesk(t, { 'refs.bib': BIB });
    const text = `${HOUSES.replace('.', '~\\cite{post}.')}\n\n\\bibliography{refs}\n`;
    const uri = await desk.editor.open(desk.workspace.at('draft.tex'), text, 'latex');
    const hover = await desk.editor.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: positionOf(text, '{post}', 2),
    });
    assert.ok(MarkupContent.is(hover?.contents));
    assert.match(
      hover.contents.value,
      /^\*\*Volunteers leave for the flooded valley\*\*, Harrow Valley Post/,
    );
    assert.match(hover.contents.value, /> The water destroyed \*\*62/);
  });
});
