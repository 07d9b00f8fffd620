/** A workspace whose articles are too many for memory, so that they are indexed on disk, and an editor that waits for findings. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { MOST_FILES_IN_MEMORY } from '../../server/src/corpus/weighCorpus.ts';
import { type Editor, FULL, startEditor } from './editor.ts';
import { createWorkspace, DRAFT, VALLEY, type Workspace } from './workspace.ts';

export interface IndexDesk {
  readonly workspace: Workspace;
  readonly editor: Editor;
  readonly draft: string;
  /** Absolute path of the one index in the folder of indexes. */
  index(): string;
  /** Asks for findings, again whenever there are others, until they and what was logged so far will do. */
  ask(isDone: (codes: readonly string[], log: readonly string[]) => boolean): Promise<void>;
}

/** Whether what is found in the draft is what is found once all articles are read. */
export function isFound(codes: readonly string[]): boolean {
  return codes.join() === 'figure-mismatch';
}

/** The server over many articles, with its indexes in `folder`, by default in the workspace; nothing is waited for yet. */
export async function indexDesk(t: TestContext, folder?: string): Promise<IndexDesk> {
  const files = Array.from({ length: MOST_FILES_IN_MEMORY }, (_, number) => [
    `corpus/${number}.txt`,
    `The survey of village ${number} counted ${1000 + number} homes.\n`,
  ]);
  const workspace = await createWorkspace(t, {
    ...Object.fromEntries(files),
    'corpus/valley.md': VALLEY,
  });
  const indexFolder = folder ?? workspace.at('indexes');
  const editor = await startEditor({
    capabilities: FULL,
    folders: [workspace.path],
    params: { initializationOptions: { indexFolder, status: true } },
  });
  t.after(async () => {
    assert.equal(await editor.stop(), 0);
  });
  const draft = await editor.open(workspace.at('draft.md'), DRAFT);
  return {
    workspace,
    editor,
    draft,
    index() {
      const [name = ''] = readdirSync(indexFolder).filter((each) => each.endsWith('.sqlite'));
      return join(indexFolder, name);
    },
    async ask(isDone) {
      for (;;) {
        const from = editor.refreshes.all.length;
        const found = await editor.diagnostics(draft);
        if (
          isDone(
            found.map(({ code }) => String(code)),
            editor.log.all,
          )
        )
          return;
        await editor.refreshes.first(() => true, from);
      }
    },
  };
}
