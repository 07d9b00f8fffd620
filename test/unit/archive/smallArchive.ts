/** A small archive: a fake server that holds one article and finds its sentences whatever it is asked for. */

import { documentsOf } from '../../../server/src/corpus/archive/documents.ts';
import type { Article } from '../../../server/src/corpus/article.ts';
import { type Answer, type Asked, dictionary, hits, toSearches } from './fakeServer.ts';

const STATE = { _id: 'state', _source: { state: { revision: 3, unfinished: [], skipped: [] } } };

/** An article with a text. */
export function articleOf(text: string): Article {
  return {
    ...{ id: 'a.txt', path: '/news/a.txt', title: 'Floods', outlet: 'Lower Vale Gazette', author: null },
    ...{ published: '2020-01-04', url: null, text, hash: 'one' },
    prose: [{ start: 0, end: text.length }],
  };
}

/** Answers like an archive that holds the article, in which each term stands once. */
export function archiveOf(article: Article): (asked: Asked) => Answer {
  const { id, article: document, sentences } = documentsOf(article);
  return (asked) => {
    if (asked.path.includes('_mget'))
      return { body: { docs: [{ _id: id, found: true, _source: document }] } };
    if (asked.path.includes('_mtermvectors')) return dictionary(asked, 1, 1);
    return toSearches(asked, (search) => {
      const written = JSON.stringify(search);
      if (written.includes('"ids"')) return hits([STATE]);
      const isForSentences = written.includes('"keys":{"value"');
      if (!isForSentences) return { ...Object(hits([], 1)), aggregations: { words: { value: 9 } } };
      return hits(
        sentences.map(({ keys, at, packed }) => ({
          ...(written.includes('"packed"') && { _source: packed === undefined ? {} : { packed } }),
          fields: { article: [article.id], at: [Number(at)], 'keys.told': Array.isArray(keys) ? keys : [] },
        })),
      );
    });
  };
}
