/** A quote typed letter by letter tells after each what a first check tells, though the index keeps what it looked up. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { NEVER } from '../../../server/src/check/cancellation.ts';
import { checkDraft } from '../../../server/src/check/checkDraft.ts';
import { type CheckMemory, createCheckMemory } from '../../../server/src/check/memory.ts';
import { type Database, openDatabase } from '../../../server/src/corpus/disk/database.ts';
import { createDiskIndex } from '../../../server/src/corpus/disk/diskIndex.ts';
import type { CorpusIndex } from '../../../server/src/corpus/index/corpusIndex.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { normalWords } from '../../../server/src/text/normalise.ts';
import { spellingKey } from '../../../server/src/text/spelling.ts';
import { articlesOf, draftOf } from '../../bench/generate.ts';
import { desk, sync } from '../index/folder.ts';

const SEED = 11;
const ARTICLES = 60;
const WORDS = 300;

/** The articles as an index on disk, open for as long as the test runs. */
async function stored(t: TestContext): Promise<Database> {
  const { write, request } = desk(t, 0);
  for (const { id, text } of articlesOf(SEED, ARTICLES)) write(id, text);
  assert.equal(await sync(request), ARTICLES);
  const database = openDatabase(request.path, 'existing');
  t.after(() => database.close());
  return database;
}

async function told(text: string, index: CorpusIndex, memory?: CheckMemory): Promise<unknown> {
  const draft = readDraft('draft.md', 'markdown', text);
  const findings = await checkDraft(draft, index, { severities: {}, today: '2020-01-31' }, NEVER, memory);
  return findings.map(({ claim: { sentence, ...claim }, ...finding }) => {
    return { ...finding, claim, sentence: [sentence.index, sentence.start, sentence.end] };
  });
}

/** Where the words of a quote may stand, most likely first: more than its findings show. */
async function sought(quote: string, { quotes }: CorpusIndex): Promise<readonly string[]> {
  const words = normalWords(quote).map(({ norm }) => spellingKey(norm));
  const [passages = []] = await quotes.passages([{ words, mode: 'near', limit: 24 }]);
  return passages.map(({ article, start, end }) => `${article.article.id} ${start} ${end}`);
}

/** Each text on the way as `word` is typed before `at`, and taken back. */
function typed(text: string, at: number, word: string): string[] {
  const parts = Array.from(word, (_, length) => word.slice(0, length + 1));
  return [...parts, ...parts.toReversed(), ''].map((part) => text.slice(0, at) + part + text.slice(at));
}

test('a quote typed letter by letter is judged after each letter as by a first check', async (t) => {
  const database = await stored(t);
  const index = createDiskIndex(database);
  const memory = createCheckMemory();
  const text = draftOf(SEED, ARTICLES, WORDS);
  const quotes = [...text.matchAll(/“[^”]{40,}”/g)].slice(0, 3);
  assert.equal(quotes.length, 3);
  // A word that articles have, one that none has, and the end of a word that it makes another.
  const words = [' more', ' quizzic', 's'];
  const seen = new Set<string>();
  for (const [at, quote] of quotes.entries()) {
    const middle = text.indexOf(' ', quote.index + quote[0].length / 2);
    for (const step of typed(text, middle, words[at] ?? '')) {
      const findings = await told(step, index, memory);
      assert.deepEqual(
        findings,
        await told(step, createDiskIndex(database)),
        step.slice(quote.index, middle + 20),
      );
      const quoted = step.slice(quote.index, step.indexOf('”', quote.index));
      assert.deepEqual(await sought(quoted, index), await sought(quoted, createDiskIndex(database)), quoted);
      seen.add(JSON.stringify(findings));
    }
  }
  assert.ok(seen.size > quotes.length, 'nothing that was typed changed what is told');
});
