/** Citing from an archive: a draft's citations are looked up by their keys, once, and mean what they mean in a folder. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createArticleFinder } from '../../../server/src/cite/articleFinder.ts';
import { bibliographyOf } from '../../../server/src/cite/bibliography/bibliography.ts';
import { entryKeys } from '../../../server/src/cite/entryKeys.ts';
import { resolveCitations } from '../../../server/src/cite/resolve.ts';
import { resolveInIndex } from '../../../server/src/cite/resolveInIndex.ts';
import { openArchive } from '../../../server/src/corpus/archive/archive.ts';
import { citedSearches } from '../../../server/src/corpus/archive/citedEntries.ts';
import { tokenOf } from '../../../server/src/corpus/archive/tokens.ts';
import type { ArticleEntry } from '../../../server/src/corpus/index/corpusIndex.ts';
import { inListOrder } from '../../../server/src/corpus/index/entryList.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { addressOf } from '../../archive/backend.ts';
import { type Answer, type Asked, fakeServer, hits, toSearches } from './fakeServer.ts';

function entry(id: string, title: string, published: string | null, url: string | null = null): ArticleEntry {
  return { id, path: `/news/${id}`, title, outlet: 'Gulf Wire', author: null, published, url };
}

const ENTRIES: readonly ArticleEntry[] = [
  entry('floods.txt', 'Floods in Mill Valley', '2020-01-04'),
  entry('again.txt', 'Floods in Mill Valley', '2021-05-06'),
  entry('harbour.txt', 'Harbour, reopened: a report', '2020-02-01', 'https://www.gulf.example/harbour/'),
  entry('2020/trams.txt', 'Trams return', null),
  ...Array.from({ length: 90 }, (_, number) => entry(`day-${number}.txt`, `Item ${number}`, '2020-03-01')),
];

const DRAFT = `The valley was flooded.[^1] The harbour is open.[^2] So are the trams.[^3] Nobody knows.[^4]
It was [said](https://gulf.example/harbour) on a [day](https://elsewhere.example/).

[^1]: “Floods in Mill Valley”, *Gulf Wire*, 6 May 2021.
[^2]: Harbour, reopened: a report. *Gulf Wire*.
[^3]: See trams.txt (page 2)
[^4]: Gulf Wire, 1 March 2020
[^5]: Nothing that anybody wrote.
`;

/** Finds the entries that have the keys of each search, as a server does. */
function answerOf(asked: Asked): Answer {
  return toSearches(asked, (search) => {
    const written = JSON.stringify(search);
    const found = ENTRIES.filter((each) =>
      entryKeys(each).some((key) => written.includes(JSON.stringify(tokenOf(key)))),
    );
    const size = Number(/"size":(\d+)/.exec(written)?.[1]);
    return hits(
      found
        .toSorted(inListOrder)
        .slice(0, size)
        .map((each) => ({ _source: { entry: each } })),
    );
  });
}

describe('the citations of a draft', { timeout: 60_000 }, () => {
  test('mean in an archive what they mean in its list, and are looked up once', async (t) => {
    const server = await fakeServer(t, answerOf);
    const archive = openArchive(addressOf(`${server.origin}/news`), { kind: 'none' });
    t.after(() => archive.close());
    const draft = readDraft('draft.md', 'markdown', DRAFT);
    const bibliography = bibliographyOf(draft, []);
    const { index } = archive;
    const resolved = await resolveInIndex(draft, { bibliography, index, known: [] });
    const finder = createArticleFinder(ENTRIES.toSorted(inListOrder));
    assert.deepEqual(resolved, resolveCitations(draft, bibliography, finder));
    assert.deepEqual(
      resolved.definitions.map(({ articles }) => articles.length),
      [1, 1, 1, 50, 0],
    );
    assert.equal(server.asked.length, 1);
    await resolveInIndex(draft, { bibliography, index, known: [] });
    assert.equal(server.asked.length, 1);
  });

  test('are not looked up where there are none', async (t) => {
    const server = await fakeServer(t, answerOf);
    const archive = openArchive(addressOf(`${server.origin}/news`), { kind: 'none' });
    t.after(() => archive.close());
    const draft = readDraft('draft.md', 'markdown', 'The valley was flooded.');
    const { index } = archive;
    await resolveInIndex(draft, { bibliography: bibliographyOf(draft, []), index, known: [] });
    assert.equal(server.asked.length, 0);
  });

  test('are looked up many by one search, the days of an outlet each by their own', () => {
    const titles = Array.from({ length: 2_500 }, (_, number) => `title:item ${number}`);
    const searches = citedSearches([...titles, 'outlet:gulf wire 2020-03-01', 'outlet:gulf wire 2020-03-02']);
    assert.equal(searches.length, 5);
    assert.ok(JSON.stringify(searches[3]).includes('"outlet:gulf_wire_2020-03-01"'));
  });
});
