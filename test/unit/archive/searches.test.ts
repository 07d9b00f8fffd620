/** Searches: how questions of a check are put to an archive. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { entrySearch } from '../../../server/src/corpus/archive/lists.ts';
import { nearSearch, phraseSearch } from '../../../server/src/corpus/archive/quotes.ts';
import { countSearch, searchLines } from '../../../server/src/corpus/archive/search.ts';
import { sentenceSearch } from '../../../server/src/corpus/archive/sentences.ts';
import { tokenOf } from '../../../server/src/corpus/archive/tokens.ts';

describe('a search', () => {
  test('for sentences weighs the terms as the query does, and breaks ties by article and place', () => {
    const terms = [
      { term: 'troop', weight: 1 },
      { term: '#count:750', weight: 0.6 },
    ];
    const { query, sort, size } = sentenceSearch({ terms, limit: 20 }, terms);
    assert.deepEqual(query, {
      bool: {
        should: [
          { term: { keys: { value: 'troop', boost: 1 } } },
          { term: { keys: { value: '#count:750', boost: 0.6 } } },
        ],
        minimum_should_match: 1,
      },
    });
    assert.deepEqual(sort, [{ _score: 'desc' }, { article: 'asc' }, { at: 'asc' }]);
    assert.ok(typeof size === 'number' && size > 20);
  });

  test('for a phrase is one for its tokens on end', () => {
    const { query } = phraseSearch(['we', 'will', 'not'], 5);
    assert.deepEqual(query, { match_phrase: { words: 'we will not' } });
  });

  test('for what is near a quote asks for rare words alone and for pairs of the others', () => {
    const counts = new Map([
      ['the', 90_000],
      ['of', 80_000],
      ['levee', 12],
      ['nowhere', 0],
    ]);
    const search = JSON.stringify(nearSearch(['the', 'levee', 'of', 'the', 'nowhere'], counts, 1e6));
    const asked = [...search.matchAll(/"words":"([^"]+)"/g)].map(([, words]) => words);
    assert.deepEqual(asked, ['levee', 'levee of', 'the levee', 'of the']);
    assert.equal(nearSearch(['nowhere'], counts, 1e6), null);
  });

  test('of the list takes what is sought literally, and ends where the list does', () => {
    const search = JSON.stringify(entrySearch({ containing: 'A*B?', offset: 0, limit: 10 }));
    assert.ok(search.includes(JSON.stringify('*a\\*b\\?*')));
    assert.equal(entrySearch({ containing: '', offset: 49_990, limit: 100 })?.size, 10);
    assert.equal(entrySearch({ containing: '', offset: 50_000, limit: 100 }), null);
  });

  test('never takes an answer without some of the shards', () => {
    const lines = searchLines([countSearch('keys', 'troop'), phraseSearch(['a'], 1)], 'shard');
    assert.equal(lines.length, 4);
    for (const header of [lines[0], lines[2]])
      assert.equal(JSON.parse(header ?? '').allow_partial_search_results, false);
  });
});

describe('a token', () => {
  test('is one whatever the term holds, and never longer than the server takes', () => {
    for (const term of ['', 'a b', '\u00a0', 'x'.repeat(10_000), '\ud83d', `${'x'.repeat(239)}\u{1f600}`]) {
      const token = tokenOf(term);
      assert.match(token, /^\S{1,255}$/u);
      assert.ok(token.isWellFormed());
    }
  });
});
