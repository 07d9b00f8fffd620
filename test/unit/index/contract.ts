/** The contract of an index: what every backend has to do, and that the checks find the same with each. */

import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { NEVER } from '../../../server/src/check/cancellation.ts';
import { checkDraft } from '../../../server/src/check/checkDraft.ts';
import type { Finding } from '../../../server/src/check/finding.ts';
import type { Article } from '../../../server/src/corpus/article.ts';
import type { CorpusIndex, Retrieval } from '../../../server/src/corpus/index/corpusIndex.ts';
import { MOST_HOLDERS, mentionOrder, type NameAnswer } from '../../../server/src/corpus/index/nameCorpus.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { normalWords } from '../../../server/src/text/normalise.ts';
import { spellingKey } from '../../../server/src/text/spelling.ts';
import { articlesOf, draftOf } from '../../bench/generate.ts';
import { type Backend, MEMORY, type OpenBackend, pathOf } from './backends.ts';

const SEED = 20;
/** Enough for several segments and for names with many mentions. */
const STORIES = 60;

/** The generated articles in the order in which files are listed. */
const ARTICLES = articlesOf(SEED, STORIES)
  .map((article) => ({ ...article, path: pathOf(article.id), hash: `${article.id} first` }))
  .sort((a, b) => (a.id < b.id ? -1 : 1));

const VALLEY = written('valley.txt', 'Mill Valley floods', '2020-01-04', [
  'At least 750 troops were sent to Mill Valley, Governor Tom Varga said.',
  '“We will not leave anybody behind in these hills,” Tom Varga told reporters.',
]);
const HARBOUR = written('harbour.txt', 'Harbour to reopen', '2020-02-01', [
  'The harbour of Port Elwin reopens after 12 days.',
  'Minister Joan Pell met Ali Moussawi in Port Elwin.',
]);
const UNDATED = written('undated.txt', 'A list', null, ['Nobody counted the 17 cows.']);

/** More mayors than are told of one office, in the order of their names, of whom the last are mentioned twice. */
const MAYORS = [...'abcdefghij'].flatMap((first) => [...'lmnr'].map((last) => `D${first}${last}a Brook`));
const TWICE = 10;
const BROOKS = written('brooks.txt', 'Brooks', '2020-03-01', [
  ...MAYORS.map((name) => `On Monday Mayor ${name} spoke.`),
  ...MAYORS.slice(-TWICE).map((name) => `Then Mayor ${name} left.`),
  'Later Eva Brook spoke.',
]);

/** Runs the contract on a backend, which takes `timeout` milliseconds at most, what is started for it included. */
export function contract(backend: Backend, timeout = 120_000): void {
  describe(`the index in ${backend.name}`, { timeout }, () => {
    describe('knows its articles', () => listed(backend));
    describe('retrieves', () => retrieves(backend));
    describe('locates quotes and names', () => locates(backend));
    describe('lets the checks find what they find in memory', () => agrees(backend));
  });
}

function listed(backend: Backend): void {
  test('by id, with their text and analysis', async (t) => {
    const { index } = await opened(t, backend, [VALLEY, HARBOUR, UNDATED]);
    assert.equal(index.size, 3);
    const article = await index.article('valley.txt');
    assert.deepEqual(article?.article, VALLEY);
    assert.deepEqual(
      article?.sentences.map(({ quantities }) => quantities.map(({ text }) => text)),
      [['750'], []],
    );
    assert.equal(await index.article('nothing.txt'), undefined);
  });

  test('as a list by date, in pages, searched by title and id', async (t) => {
    const { index } = await opened(t, backend, [VALLEY, HARBOUR, UNDATED]);
    const ids = async (containing: string, offset: number, limit: number): Promise<string[]> =>
      (await index.entries({ containing, offset, limit })).map(({ id }) => id);
    assert.deepEqual(await ids('', 0, 9), ['harbour.txt', 'valley.txt', 'undated.txt']);
    assert.deepEqual(await ids('', 1, 1), ['valley.txt']);
    assert.deepEqual(await ids('MILL', 0, 9), ['valley.txt']);
    assert.deepEqual(await ids('%', 0, 9), []);
    assert.deepEqual(
      (await index.inFile(HARBOUR.path)).map(({ title }) => title),
      ['Harbour to reopen'],
    );
    assert.deepEqual(await index.inFile('/elsewhere'), []);
  });

  test('as they are now', async (t) => {
    const { index, put, remove } = await opened(t, backend, [VALLEY, HARBOUR]);
    const first = index.revision;
    await put([{ ...VALLEY, text: VALLEY.text.replace('750', '800'), hash: 'second' }]);
    assert.notEqual(index.revision, first);
    assert.equal(index.size, 2);
    assert.match((await index.article('valley.txt'))?.article.text ?? '', /800 troops/);
    await remove(['valley.txt']);
    assert.equal(index.size, 1);
    assert.equal(await index.article('valley.txt'), undefined);
    const { candidates, frequencies } = await index.retrieve([
      { terms: [{ term: 'troop', weight: 1 }], limit: 5 },
    ]);
    assert.deepEqual([candidates, frequencies.get('troop')], [[[]], 0]);
  });
}

function retrieves(backend: Backend): void {
  test('sentences by their terms, rarer ones first, and counts them', async (t) => {
    const { index } = await opened(t, backend, [VALLEY, HARBOUR, UNDATED]);
    const answer = await index.retrieve([
      {
        terms: [
          { term: 'port', weight: 1 },
          { term: 'harbour', weight: 1 },
          { term: 'nowher', weight: 1 },
        ],
        limit: 9,
      },
      { terms: [{ term: 'cow', weight: 1 }], limit: 9 },
    ]);
    assert.deepEqual(told(answer), [['harbour.txt 0', 'harbour.txt 1'], ['undated.txt 0']]);
    assert.deepEqual([answer.frequencies.get('port'), answer.frequencies.get('cow')], [2, 1]);
    assert.equal(answer.frequencies.get('nowher') ?? 0, 0);
    assert.equal(answer.sentences, 5);
  });

  test('what the index in memory retrieves, after changes too', async (t) => {
    const [own, memory] = await both(t, backend, ARTICLES);
    const same = async (): Promise<void> => {
      const queries = ARTICLES.slice(0, 12).map(({ text }) => ({
        terms: [...new Set(text.toLowerCase().match(/[a-z]{4,}/g))]
          .slice(0, 40)
          .map((term) => ({ term, weight: 1 })),
        limit: 20,
      }));
      const [answer, expected] = [await own.index.retrieve(queries), await memory.index.retrieve(queries)];
      assert.deepEqual(told(answer), told(expected));
      assert.equal(answer.sentences, expected.sentences);
      for (const [term, count] of expected.frequencies)
        assert.equal(answer.frequencies.get(term) ?? 0, count, term);
      assert.ok(told(answer).some((list) => list.length === 20));
    };
    await same();
    await change(own);
    await change(memory);
    await same();
  });
}

function locates(backend: Backend): void {
  const words = (text: string): string[] => normalWords(text).map(({ norm }) => spellingKey(norm));

  test('words that stand on end', async (t) => {
    const { index } = await opened(t, backend, [VALLEY, HARBOUR]);
    const query = { words: words('leave anybody behind'), mode: 'phrase', limit: 5 } as const;
    const [[passage] = [], nothing] = await index.quotes.passages([
      query,
      { ...query, words: words('behind anybody') },
    ]);
    assert.equal(passage?.article.article.id, 'valley.txt');
    assert.equal(VALLEY.text.slice(passage?.start, passage?.end), 'leave anybody behind');
    assert.deepEqual(nothing, []);
  });

  test('words of which some are others', async (t) => {
    const { index } = await opened(t, backend, [...ARTICLES, VALLEY]);
    const altered = words('We shall not leave a single person behind in these green hills');
    const [[passage] = []] = await index.quotes.passages([{ words: altered, mode: 'near', limit: 3 }]);
    assert.equal(passage?.article.article.id, 'valley.txt');
  });

  test('names, misspelt ones and offices', async (t) => {
    const { index } = await opened(t, backend, [VALLEY, HARBOUR]);
    const [varga, moussavi] = await index.names.names([['varga'], ['ali', 'moussavi']]);
    assert.deepEqual(
      varga?.known.map(({ text, count, kind }) => [text, count, kind]),
      [['Tom Varga', 2, 'person']],
    );
    assert.deepEqual(
      varga?.known.map(({ first, articles }) => [first.article, first.title, articles]),
      [['valley.txt', 'Governor', [mentionOrder('valley.txt')]]],
    );
    assert.deepEqual([moussavi?.known, moussavi?.similar.map(({ text }) => text)], [[], ['Ali Moussawi']]);
    const [woussawi] = await index.names.names([['ali', 'woussawi']]);
    assert.deepEqual(
      woussawi?.similar.map(({ text }) => text),
      ['Ali Moussawi'],
    );
    const [governors] = await index.names.holders(['governor']);
    assert.deepEqual(
      governors?.map(({ text, offices }) => [text, offices[0]?.count]),
      [['Tom Varga', 1]],
    );
    const article = await index.names.article('harbour.txt');
    assert.equal(article?.article.title, 'Harbour to reopen');
  });

  test('of names with a word those that can be the one asked for', async (t) => {
    const { index } = await opened(t, backend, [BROOKS]);
    const [alone, full, short, other] = await index.names.names([
      ['brook'],
      ['eva', 'brook'],
      ['e', 'brook'],
      ['tom', 'brook'],
    ]);
    assert.equal(alone?.known.length, MAYORS.length + 1);
    assert.deepEqual([full, short].map(wordsOf), [['eva brook'], ['eva brook']]);
    assert.deepEqual(wordsOf(other), []);
  });

  test('of the holders of an office those with most mentions, by their words', async (t) => {
    const { index } = await opened(t, backend, [BROOKS]);
    const [mayors] = await index.names.holders(['mayor']);
    const twice = MAYORS.slice(-TWICE);
    const once = MAYORS.slice(0, MOST_HOLDERS - TWICE);
    assert.deepEqual(
      mayors?.map(({ text, count }) => [text, count]),
      [...once.map((name) => [name, 1]), ...twice.map((name) => [name, 2])],
    );
  });
}

function wordsOf(answer: NameAnswer | undefined): readonly string[] | undefined {
  return answer?.known.map(({ words }) => words.join(' '));
}

function agrees(backend: Backend): void {
  test('in generated drafts, before and after articles changed', async (t) => {
    const [own, memory] = await both(t, backend, ARTICLES);
    const same = async (): Promise<number> => {
      let count = 0;
      for (let number = 0; number < 4; number += 1) {
        const draft = draftOf(SEED, STORIES, 800, number);
        const [found, expected] = [await findings(draft, own.index), await findings(draft, memory.index)];
        assert.deepEqual(found, expected);
        count += expected.filter(({ verdict }) => verdict !== 'not-enough-evidence').length;
      }
      return count;
    };
    assert.ok((await same()) > 60);
    await change(own);
    await change(memory);
    assert.ok((await same()) > 40);
  });
}

/** The same changes on every backend: some articles go, some come back changed, one is new. */
async function change({ put, remove }: OpenBackend): Promise<void> {
  await remove(ARTICLES.filter((_, at) => at % 5 === 0).map(({ id }) => id));
  const changed = ARTICLES.filter((_, at) => at % 7 === 1 && at % 5 !== 0);
  await put(
    changed.map((article) => ({ ...article, text: `${article.text}\n\nIt rained for 3 days.`, hash: 'new' })),
  );
  await put([VALLEY]);
}

async function opened(t: TestContext, backend: Backend, articles: readonly Article[]): Promise<OpenBackend> {
  const open = await backend.open();
  t.after(() => open.close());
  await open.put(articles);
  return open;
}

async function both(
  t: TestContext,
  backend: Backend,
  articles: readonly Article[],
): Promise<[OpenBackend, OpenBackend]> {
  return [await opened(t, backend, articles), await opened(t, MEMORY, articles)];
}

/** The findings as data: objects of equal content count as equal. */
async function findings(text: string, index: CorpusIndex): Promise<readonly Finding[]> {
  const draft = readDraft('draft.md', 'markdown', text);
  return structuredClone(await checkDraft(draft, index, { severities: {}, today: '2020-01-31' }, NEVER));
}

/** Article and sentence of each candidate. */
function told({ candidates }: Retrieval): string[][] {
  return candidates.map((list) => list.map(({ article, sentence }) => `${article.article.id} ${sentence}`));
}

function written(
  id: string,
  title: string,
  published: string | null,
  paragraphs: readonly string[],
): Article {
  const text = paragraphs.join('\n\n');
  return {
    id,
    path: pathOf(id),
    title,
    published,
    outlet: null,
    author: null,
    url: null,
    text,
    prose: [{ start: 0, end: text.length }],
    hash: `${id} first`,
  };
}
