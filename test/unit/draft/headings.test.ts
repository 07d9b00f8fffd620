/** Which headings a draft has, where they stand, and on which level. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDraft } from '../../../server/src/draft/readDraft.ts';

function headings(language: string, text: string): readonly string[] {
  return readDraft('draft', language, text).headings.map(
    ({ level, start, end }) => `${level} ${text.slice(start, end)}`,
  );
}

test('headings of Markdown in both forms, without those of quotations and lists', () => {
  const text =
    '# The *mill* #\n\nSetext 12\n===\n\nOther\nwords\n---\n\n### 2.3 Deep\n\n## `code`\n\n##\n\n> # Quoted\n\n- # Item\n\n```\n# code\n```\n';
  assert.deepEqual(headings('markdown', text), [
    '1 The *mill',
    '1 Setext 12',
    '2 Other\nwords',
    '3 Deep',
    '2 ## `code`',
    '2 ##',
  ]);
});

test('the number of a heading of a plain text tells its level', () => {
  assert.deepEqual(headings('plaintext', '2.1 The mill\n\nText.\n\n1.2.1 Who paid\n'), [
    '2 The mill',
    '3 Who paid',
  ]);
});
