/** Citing over the protocol: quick fixes in each language, fix all, the whole draft. */

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import {
  ApplyWorkspaceEditRequest,
  ExecuteCommandRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { actionsAt, applied, citedBy, HOUSES, openDesk } from './citationDesk.ts';
import { uriOf } from './editor.ts';
import { VALLEY } from './workspace.ts';

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

  it('cites the whole draft, shown before it is made', async (t) => {
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
      [
        ['Untick what is not wanted, then apply', true],
        ['Cite 2 sentences', undefined],
      ],
    );
    const cited = (await applied(edit, { [uri]: text }))[uri] ?? '';
    assert.match(cited, /Lower Marsh\.\[\^1\]\n\nThe dam .* water\.\[\^2\]\n\n\[\^1\]: .*\n\[\^2\]: /);
    await desk.editor.change(uri, 2, [{ text: cited }]);
    await desk.editor.connection.sendRequest(ExecuteCommandRequest.type, command);
    assert.equal(edits.length, 1, 'the second time there is nothing to cite');
  });
});
