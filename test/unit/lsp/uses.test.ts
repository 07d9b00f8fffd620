/** Tests which drafts are known to rest on the articles: closed ones as long as their articles are the same. */

import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CancellationToken, Emitter } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DEFAULT_CITATION } from '../../../server/src/cite/citationSettings.ts';
import { openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { createDiskIndex } from '../../../server/src/corpus/disk/diskIndex.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import type { CheckResult } from '../../../server/src/lsp/checks.ts';
import type { DraftDocuments } from '../../../server/src/lsp/openTexts.ts';
import { trackUses, type Uses } from '../../../server/src/lsp/uses.ts';
import { desk } from '../index/folder.ts';

interface Desk {
  readonly uses: Uses;
  /** The draft as it was checked. */
  readonly draft: TextDocument;
  /** Closes the index of the articles, as a change of the settings does. */
  closeIndex(): void;
}

/** A draft that was checked and closed, beside an index on disk that is still open. */
async function closedDraft(t: TestContext): Promise<Desk> {
  const { index: path, write } = desk(t, 0);
  const text = 'They built 750 homes.\n';
  const file = write('draft.md', text);
  const database = openDatabase(path, 'create');
  t.after(() => database.isOpen && database.close());
  const index = createDiskIndex(database);
  const document = TextDocument.create(pathToFileURL(file).href, 'markdown', 1, text);
  const open = new Map([[document.uri, document]]);
  const didCheck = new Emitter<CheckResult>();
  const didClose = new Emitter<{ readonly document: TextDocument }>();
  const documents: DraftDocuments = {
    get: (uri) => open.get(uri),
    all: () => [...open.values()],
    keys: () => [...open.keys()],
    onDidOpen: new Emitter<{ readonly document: TextDocument }>().event,
    onDidChangeContent: new Emitter<{ readonly document: TextDocument }>().event,
    onDidClose: didClose.event,
  };
  const of = async (): Promise<CheckResult> => assert.fail('none is open');
  const uses = trackUses({ documents, checks: { of, forget() {}, onDidCheck: didCheck.event } });
  didCheck.fire({
    state: 'checked',
    document,
    draft: readDraft(file, 'markdown', text),
    index,
    revision: index.revision,
    halt: null,
    findings: [],
    citing: { settings: DEFAULT_CITATION, files: [] },
  });
  const closed = new Promise((resolve) => uses.onDidChange(resolve));
  open.delete(document.uri);
  didClose.fire({ document });
  await closed;
  return { uses, draft: document, closeIndex: () => database.close() };
}

describe('a draft that was closed', () => {
  test('is known while its articles are the same', async (t) => {
    const { uses, draft } = await closedDraft(t);
    const known = await uses.drafts(CancellationToken.None);
    assert.deepEqual(
      known.map(({ document }) => document.uri),
      [draft.uri],
    );
  });

  test('is forgotten once its index was closed, of which nobody can tell whether it is the same', async (t) => {
    const { uses, closeIndex } = await closedDraft(t);
    closeIndex();
    assert.deepEqual(await uses.drafts(CancellationToken.None), []);
  });
});
