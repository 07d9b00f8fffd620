/** Languages: a draft of each is known by the ending of its file, checked, and marked where the figure is written. */

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEditors, diagnosticAt, openFile, workspaceFile, writeText } from './draft.ts';

const SENTENCE = 'The tunnel below Larch Sound cost £84 million to build.';

/** By language id: the ending of its files, and a draft. */
const DRAFTS: readonly (readonly [id: string, ending: string, text: string])[] = [
  ['plaintext', 'txt', `${SENTENCE}\n`],
  ['quarto', 'qmd', `::: {.note}\n${SENTENCE}\n:::\n`],
  ['rmd', 'rmd', `# Tunnel\n\n${SENTENCE}\n`],
  ['mdx', 'mdx', `{/* 12 */}\n\n${SENTENCE}\n`],
  ['latex', 'tex', `% 12\n\\section{Tunnel}\n${SENTENCE.replace('84 million', '84~million')}\n`],
  ['typst', 'typ', `= Tunnel\n${SENTENCE.replace('84 million', '84~million')}\n`],
  ['asciidoc', 'adoc', `== Tunnel\n\n${SENTENCE}\n`],
  ['restructuredtext', 'rst', `Tunnel\n======\n\n${SENTENCE}\n`],
  ['html', 'html', `<p>${SENTENCE.replace('84 million', '84&nbsp;million')}</p>\n`],
];

describe('a draft in', () => {
  const article = workspaceFile('corpus/larch.txt');

  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(article);
  });

  for (const [id, ending, text] of DRAFTS) {
    it(`${id} is checked`, async () => {
      await writeText(article, 'The tunnel below Larch Sound cost £48 million to build, the council said.\n');
      const file = workspaceFile(`tunnel.${ending}`);
      await writeText(file, text);
      const draft = await openFile(file);
      assert.equal(draft.languageId, id);
      const { range } = await diagnosticAt(draft, '84', 'figure-mismatch');
      assert.match(draft.getText(range), /84/);
    });
  }
});
