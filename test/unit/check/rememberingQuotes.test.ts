/** A quote corpus with a memory answers as the corpus does and asks it once. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KeptPassages, rememberingQuotes } from '../../../server/src/check/quotes/rememberingQuotes.ts';
import { createMemoryIndex } from '../../../server/src/corpus/index/memoryIndex.ts';
import type { PassageQuery, QuoteCorpus } from '../../../server/src/corpus/index/quoteCorpus.ts';

const TEXT = 'We never wanted to leave the island, she said. Nobody here was asked.';

/** A corpus of one article that notes what it is asked. */
function notingCorpus(): { readonly corpus: QuoteCorpus; readonly asked: string[] } {
  const index = createMemoryIndex();
  const prose = [{ start: 0, end: TEXT.length }];
  const about = { title: 'The island', outlet: null, author: null, published: null, url: null };
  index.put({ id: 'a.txt', path: '/a.txt', ...about, text: TEXT, prose });
  const asked: string[] = [];
  const passages: QuoteCorpus['passages'] = (queries) => {
    asked.push(...queries.map(({ words }) => words.join(' ')));
    return index.quotes.passages(queries);
  };
  return { corpus: { passages }, asked };
}

function phrase(words: string): PassageQuery {
  return { words: words.split(' '), mode: 'phrase', limit: 3 };
}

test('what was asked before is answered without asking, in the order of the questions', async () => {
  const { corpus, asked } = notingCorpus();
  const kept: KeptPassages = new Map();
  const remembering = rememberingQuotes(corpus, kept);
  const island = phrase('leave the island');
  const [first = []] = await remembering.passages([island]);
  assert.equal(first.length, 1);
  const both = await remembering.passages([phrase('nobody here'), island, phrase('not there')]);
  assert.deepEqual(
    both.map((passages) => passages.map(({ start, end }) => TEXT.slice(start, end).length > 0)),
    [[true], [true], []],
  );
  assert.equal(both[1], first);
  assert.deepEqual(asked, ['leave the island', 'nobody here', 'not there']);
  // Another way of asking is another question.
  await remembering.passages([{ ...island, mode: 'near' }]);
  assert.equal(asked.length, 4);
});

test('the question unused for longest is forgotten first', async () => {
  const { corpus, asked } = notingCorpus();
  const kept: KeptPassages = new Map();
  const remembering = rememberingQuotes(corpus, kept);
  const island = phrase('leave the island');
  await remembering.passages([island]);
  for (let number = 0; number < 100; number += 1) await remembering.passages([phrase(`word ${number}`)]);
  await remembering.passages([island]);
  for (let number = 100; number < 200; number += 1) await remembering.passages([phrase(`word ${number}`)]);
  assert.ok(kept.size < 200, `${kept.size} answers are kept`);
  await remembering.passages([island]);
  assert.equal(asked.filter((words) => words === 'leave the island').length, 1);
  await remembering.passages([phrase('word 0')]);
  assert.equal(asked.filter((words) => words === 'word 0').length, 2);
});
