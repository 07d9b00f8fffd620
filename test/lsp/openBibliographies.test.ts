/** Bibliographies that are open in the editor: what it shows counts, saved or not, and they are no drafts. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DidOpenTextDocumentNotification } from 'vscode-languageserver-protocol/node';
import * as z from 'zod';
import { actionsAt, applied, type Desk, HOUSES, openDesk } from './citationDesk.ts';
import { startEditor, uriOf } from './editor.ts';
import { createWorkspace, VALLEY } from './workspace.ts';

const BIB = '@misc{x,\n  title = {T}\n}\n';
const DRAFT = `---\nbibliography: refs.bib\n---\n\n${HOUSES}\n\nThe dam held back 40 million tonnes of water.\n`;
const CITE = 'Cite Harrow Valley Post, 9 March 2021';

async function cite(
  { editor, workspace }: Desk,
  uri: string,
  text: string,
  open: Readonly<Record<string, string>>,
) {
  const actions = await actionsAt({ editor, workspace }, uri, text, '62');
  const action = actions.find(({ title }) => title === CITE);
  assert.ok(action, actions.map(({ title }) => title).join(' | '));
  return applied(action.edit, open);
}

describe('a bibliography that is open', { timeout: 60_000 }, () => {
  it('is read as the editor has it: an entry that is not saved is used again, and added to', async (t) => {
    const desk = await openDesk(t, { 'refs.bib': BIB });
    const file = uriOf(desk.workspace.at('refs.bib'));
    const uri = await desk.editor.open(desk.workspace.at('draft.md'), DRAFT);
    const first = await cite(desk, uri, DRAFT, { [uri]: DRAFT });
    const unsaved = first[file] ?? assert.fail('no entry was added');
    const [, key = ''] = /\[@(\w+)\]/.exec(first[uri] ?? '') ?? [];
    assert.ok(unsaved.includes(`{${key},`));
    await desk.editor.open(desk.workspace.at('refs.bib'), unsaved, 'bibtex');
    // As after an undo in the draft alone.
    await desk.editor.change(uri, 2, [{ text: `${DRAFT}\n` }]);
    const again = await cite(desk, uri, DRAFT, { [uri]: DRAFT });
    assert.ok((again[uri] ?? '').includes(`[@${key}]`));
    assert.equal(again[file], undefined, 'the entry is there already');
  });

  it('is read from its file again when it is closed', async (t) => {
    const desk = await openDesk(t, { 'refs.bib': BIB });
    const path = desk.workspace.at('refs.bib');
    const bibliography = await desk.editor.open(path, `${BIB}\n% not saved\n`, 'bibtex');
    const uri = await desk.editor.open(desk.workspace.at('draft.md'), DRAFT);
    const open = { [uri]: DRAFT, [bibliography]: `${BIB}\n% not saved\n` };
    const shown = await cite(desk, uri, DRAFT, open);
    assert.match(shown[bibliography] ?? '', /\}\n\n% not saved\n\n@article\{/, 'behind what is not saved');
    await desk.editor.close(bibliography);
    await desk.editor.change(uri, 2, [{ text: `${DRAFT}\n` }]);
    const closed = await cite(desk, uri, DRAFT, { [uri]: DRAFT });
    assert.match(closed[bibliography] ?? '', /^@misc\{x,\n {2}title = \{T\}\n\}\n\n@article\{/);
  });

  it('is no draft: nothing in it is checked', async (t) => {
    const desk = await openDesk(t, { 'refs.bib': BIB });
    const note = 'The water destroyed 26 houses in Lower Marsh.';
    const uri = await desk.editor.open(desk.workspace.at('refs.bib'), `${BIB}\n${note}\n`, 'bibtex');
    assert.deepEqual(await desk.editor.diagnostics(uri), []);
  });

  it('is asked for where the client gives files on demand, by the name that the draft has', async (t) => {
    const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY, 'my [refs].bib': BIB });
    const editor = await startEditor({
      capabilities: { textDocument: { synchronization: { dynamicRegistration: true } } },
      folders: [workspace.path],
    });
    t.after(editor.stop);
    await editor.open(workspace.at('draft.md'), DRAFT.replace('refs.bib', 'my [refs].bib'));
    const { registerOptions } = await editor.registrations.first(
      ({ method }) => method === DidOpenTextDocumentNotification.method,
    );
    const { documentSelector } = selectorSchema.parse(registerOptions);
    assert.deepEqual(documentSelector, [{ scheme: 'file', pattern: '**/my ?refs?.bib' }]);
  });
});

const selectorSchema = z.object({ documentSelector: z.array(z.record(z.string(), z.string())) });
