/** Words of the status: counts in the order of the verdicts, without those that are zero. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createMemoryIndex } from '../../../server/src/corpus/index/memoryIndex.ts';
import { countsText, toStatus } from '../../../server/src/lsp/status.ts';

const NONE = { claims: 0, supported: 0, refuted: 0, ignored: 0, conflicting: 0, notFound: 0, verified: 0 };

describe('the status', () => {
  it('counts claims by verdict', () => {
    assert.equal(
      countsText({ ...NONE, claims: 12, supported: 9, refuted: 2, notFound: 1 }),
      '12 claims: 9 supported, 2 refuted, 1 not found',
    );
    assert.equal(
      countsText({ ...NONE, claims: 3, refuted: 1, ignored: 2 }),
      '3 claims: 1 refuted, 2 ignored',
    );
    assert.equal(
      countsText({ ...NONE, claims: 1, conflicting: 1 }),
      '1 claim: 1 with articles that disagree',
    );
    assert.equal(countsText(NONE), 'No claims to check');
  });

  it('says why nothing was checked', () => {
    const document = TextDocument.create('file:///draft.md', 'markdown', 3, '');
    const index = createMemoryIndex();
    const places = ['/home/me/corpus'];
    assert.deepEqual(toStatus({ state: 'no-articles', document, index, places }), {
      uri: 'file:///draft.md',
      version: 3,
      state: 'no-articles',
      text: 'No source articles',
      detail: 'Nothing to read in corpus.',
      counts: null,
    });
    index.setSkipped([
      { path: '/home/me/corpus', reason: 'no such file or folder' },
      { path: '/b.txt', reason: 'empty' },
    ]);
    const { detail } = toStatus({ state: 'no-articles', document, index, places });
    assert.equal(detail, 'corpus: no such file or folder (and 1 more)');
    const problem = toStatus({ state: 'problem', document, reason: 'the index is not reachable' });
    assert.deepEqual([problem.text, problem.detail], ['Could not check', 'the index is not reachable']);
  });
});
