/** Drafts of every language over the protocol: they get diagnostics where they are written, and comments keep them quiet. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FULL, startEditor } from './editor.ts';
import { createWorkspace, VALLEY } from './workspace.ts';

const SENT = 'sending about 850 volunteers to the flooded Harrow valley';

/** By language id: a file's ending, a draft with one wrong figure, the line it is on, and a comment for that line. */
const DRAFTS: readonly (readonly [
  id: string,
  ending: string,
  text: string,
  line: number,
  comment: string,
])[] = [
  [
    'latex',
    'tex',
    `\\begin{document}\n% 12 notes\nThe caf\\'e says the council is ${SENT}~\\cite{a12}.\n\\end{document}\n`,
    2,
    ' % corroborate-disable-line',
  ],
  [
    'typst',
    'typ',
    `= The flood\n// 12 notes\nThe *council* is ${SENT} @a12.\n`,
    2,
    ' // corroborate-disable-line',
  ],
  [
    'html',
    'html',
    `<h1>The flood</h1>\n<p>Caf&eacute; guests say\nthe council is ${SENT}.</p>\n`,
    2,
    ' <!-- corroborate-disable-line -->',
  ],
  ['mdx', 'mdx', `{/* 12 notes */}\n\nThe council is ${SENT}.\n`, 2, ' {/* corroborate-disable-line */}'],
  [
    'quarto',
    'qmd',
    `::: {.callout}\nThe council is ${SENT}.\n:::\n`,
    1,
    ' <!-- corroborate-disable-line -->',
  ],
];

describe('a draft in', { timeout: 60_000 }, () => {
  for (const [id, ending, text, line, comment] of DRAFTS) {
    it(`${id} gets a diagnostic at its figure, and a comment keeps it quiet`, async (t) => {
      const workspace = await createWorkspace(t, { 'corpus/valley.md': VALLEY });
      const editor = await startEditor({ capabilities: FULL, folders: [workspace.path] });
      t.after(editor.stop);
      const uri = await editor.open(workspace.at(`draft.${ending}`), text, id);
      const diagnostics = await editor.diagnostics(uri);
      const character = (text.split('\n')[line] ?? '').indexOf('850');
      assert.deepEqual(
        diagnostics.map(({ code, range }) => ({ code, start: range.start })),
        [{ code: 'figure-mismatch', start: { line, character } }],
      );
      const lines = text.split('\n').map((each, index) => (index === line ? each + comment : each));
      await editor.change(uri, 2, [{ text: lines.join('\n') }]);
      assert.deepEqual(await editor.diagnostics(uri), []);
    });
  }
});
