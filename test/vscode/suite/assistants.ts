/** Assistants: the language model tools answer in VS Code's own way of calling them. */

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeEditors, openReport } from './draft.ts';
import { extensionUnderTest, manifest } from './extension.ts';

describe('assistants', () => {
  afterEach(closeEditors);

  it('find the tools that the manifest announces', async () => {
    await extensionUnderTest().activate();
    const known = new Map(vscode.lm.tools.map((tool) => [tool.name, tool] as const));
    for (const { name, modelDescription } of manifest.contributes.languageModelTools)
      assert.equal(known.get(name)?.description, modelDescription, name);
  });

  it('have a text checked against the articles of the workspace', async () => {
    await openReport();
    const text =
      'About 850 soldiers of the 82nd Airborne Division would fly out of Fort Bragg at once, Mark Esper said.';
    const answer = await invoke('corroborate_checkText', { text });
    assert.match(answer, /850.*refuted/);
    assert.match(answer, /750/);
  });

  it('are told what is wrong with a question', async () => {
    await openReport();
    await assert.rejects(
      invoke('corroborate_getPassage', { article: 'no such article' }),
      /no article with the id/,
    );
  });
});

async function invoke(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}
