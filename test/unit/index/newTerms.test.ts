/** A word that no article had is found once one has it, though the index remembers that it was asked for in vain. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CorpusIndex } from '../../../server/src/corpus/index/corpusIndex.ts';
import { articleOf } from '../../bench/generate.ts';
import { DISK } from './backends.ts';

const TERM = 'quizzac';

/** The articles that have the term: by the question for its sentences, and as each that is found tells it. */
async function having(index: CorpusIndex): Promise<readonly string[]> {
  const terms = ['said', 'council', TERM].map((term) => ({ term, weight: 1 }));
  const { candidates } = await index.retrieve([
    { terms, limit: 50 },
    { terms: [{ term: TERM, weight: 1 }], limit: 50 },
  ]);
  const [all = [], exact = []] = candidates;
  const told = all.filter(({ article }) => article.vocabulary?.has(TERM));
  const ids = [told, exact].map((found) => [...new Set(found.map(({ article }) => article.article.id))]);
  assert.deepEqual(ids[0], ids[1]);
  return ids[1] ?? [];
}

test('a term that was asked for in vain is found once an article has it, and not once none has', async (t) => {
  const { index, put, remove, close } = await DISK.open();
  t.after(close);
  const old = articleOf(3, 0);
  await put([old]);
  assert.deepEqual(await having(index), []);
  assert.deepEqual(await having(index), []);
  const text = `${old.text}The council of Quizzac said that nobody was hurt.\n`;
  await put([
    { ...old, id: 'new.txt', path: '/articles/new.txt', text, prose: [{ start: 0, end: text.length }] },
  ]);
  assert.deepEqual(await having(index), ['new.txt']);
  await remove(['new.txt']);
  assert.deepEqual(await having(index), []);
});
