/** The fuzzy search of the article picker. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { articleSearch } from '../../../client/src/sources/findArticles.ts';
import type { ArticleItem } from '../../../server/src/lsp/protocol.ts';

function article(title: string, outlet: string | null, published: string | null): ArticleItem {
  return { uri: `file:///${encodeURIComponent(title)}`, title, outlet, published };
}

const ARTICLES = [
  article(
    'Tear gas and tents as embassy stand-off in Baghdad enters second day',
    'Concord Press',
    '1 January 2020',
  ),
  article('Ferry strikes reef off Hallin Point', 'Gulf Wire', '3 January 2020'),
  article('Varden to close its works at Thornby', 'Thornby Gazette', '2 December 2019'),
  article('Council votes on the café by the river', null, null),
];

function titles(words: string): readonly string[] {
  return articleSearch(ARTICLES)(words).map(({ title }) => title.slice(0, 9));
}

describe('the search for articles', () => {
  it('lists all as they come where nothing is asked', () => {
    assert.equal(articleSearch(ARTICLES)('  ').length, ARTICLES.length);
  });

  it('finds words with slips in them', () => {
    assert.deepEqual(titles('bagdhad'), ['Tear gas ']);
    assert.deepEqual(titles('cafe'), ['Council v']);
  });

  it('finds words of title, outlet and date together, in any order', () => {
    assert.deepEqual(titles('wire ferry'), ['Ferry str']);
    assert.deepEqual(titles('december thornby'), ['Varden to']);
    assert.deepEqual(titles('concrod embassy'), ['Tear gas ']);
  });

  it('finds nothing for what no article is like', () => {
    assert.deepEqual(titles('zzzzzz'), []);
    assert.deepEqual(titles('ferry zzzzzz'), []);
  });
});
