/** A vocabulary gives back the keys it was given, and says when it has no number left. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeyVocabulary } from '../../../server/src/corpus/disk/keyVocabulary.ts';
import type { KeyList } from '../../../server/src/corpus/index/wordStream.ts';

function keysOf(list: KeyList | null): readonly (string | undefined)[] | null {
  return list === null ? null : Array.from({ length: list.length }, (_, at) => list.at(at));
}

test('lists have the keys they were made of, also those that came before', () => {
  const vocabulary = new KeyVocabulary();
  const first = vocabulary.listOf(['the', 'mill', 'the']);
  assert.deepEqual(keysOf(vocabulary.listOf(['mill', 'bridge', ''])), ['mill', 'bridge', '']);
  assert.deepEqual(keysOf(first), ['the', 'mill', 'the']);
  assert.equal(first?.at(3), undefined);
});

test('65,536 different keys are told apart, and no list is made of more', () => {
  const vocabulary = new KeyVocabulary();
  const keys = Array.from({ length: 65_536 }, (_, number) => `key${number}`);
  assert.deepEqual(keysOf(vocabulary.listOf(keys)), keys);
  assert.equal(vocabulary.listOf(['one more']), null);
  assert.deepEqual(keysOf(vocabulary.listOf(['key0', 'key65535'])), ['key0', 'key65535']);
});
