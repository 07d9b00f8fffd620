/** A process of the bench of the index: does one task and tells what it took, its heap bounded as a server's. */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NEVER } from '../../server/src/check/cancellation.ts';
import { checkDraft } from '../../server/src/check/checkDraft.ts';
import { analyseArticle } from '../../server/src/corpus/analyse.ts';
import type { Article } from '../../server/src/corpus/article.ts';
import { type DiskCorpus, openDiskCorpus } from '../../server/src/corpus/disk/diskCorpus.ts';
import type { CorpusIndex, Query } from '../../server/src/corpus/index/corpusIndex.ts';
import { analyseBlocks, createAnalysisMemory } from '../../server/src/draft/analyse.ts';
import { readDraft } from '../../server/src/draft/readDraft.ts';
import { boundYoung, growLess } from '../../server/src/lsp/heapGrowth.ts';
import { queryFor } from '../../server/src/match/query.ts';
import { SEED } from './checks.ts';
import { articleOf, draftOf } from './generate.ts';
import type { IndexAnswer, IndexTask } from './indexes.ts';
import { questionsOf } from './questions.ts';

const OPTIONS = { severities: {}, today: '2020-01-31' };
/** Claims asked for; the first warm up caches and compiler as those of a draft do, and do not count. */
const CLAIMS = 400;
const WARM_UP = 100;
/** Of 20 the 95th percentile would be the first, which is told by itself. */
const ADDED = 60;
const FIRST_ADDED = 'adding the first article until it is used';
const ADDED_LATER = 'adding an article until it is used';

/** The heap grows as that of every server with an index on disk, whatever starts it (`server.ts`, `diskStore.ts`). */
process.once('message', async (task: IndexTask) => {
  boundYoung();
  const answer = await perform(task);
  process.send?.(answer);
});

function perform(task: IndexTask): Promise<IndexAnswer> {
  switch (task.kind) {
    case 'ask':
      return ask(task);
    case 'add':
      return add(task);
  }
}

async function open({ folder, articles }: IndexTask): Promise<DiskCorpus> {
  const fail = (message: string): never => assert.fail(message);
  const told = { notify: fail, log: () => {}, damaged: () => fail('damaged') };
  const corpus = await openDiskCorpus(
    { folder, entries: [articles], links: 'refuse', syncs: 'apart', ...told },
    new AbortController().signal,
  );
  growLess();
  return corpus;
}

async function ask(task: IndexTask): Promise<IndexAnswer> {
  const start = performance.now();
  const corpus = await open(task);
  const first = await checkDraft(draft('Nearly 2,150 people were hurt.'), corpus.index, OPTIONS, NEVER);
  const opened = performance.now() - start;
  assert.ok(first.length > 0);
  const claims = await timeClaims(task, corpus.index);
  const whole: number[] = [];
  for (let number = 0; number < 6; number += 1) {
    const text = draftOf(SEED, task.count, 1_000, 1_000 + number);
    const begin = performance.now();
    await checkDraft(draft(text), corpus.index, OPTIONS, NEVER);
    whole.push(performance.now() - begin);
  }
  const recall = await recallOf(task, corpus.index);
  corpus.close();
  return {
    times: {
      'opening a persisted index to the first verdict': [opened],
      'candidates for one claim': claims,
      'first check, 1,000 words': whole,
    },
    facts: { recall },
  };
}

/** One question after the other, as the sentences of drafts ask them. */
async function timeClaims({ count }: IndexTask, index: CorpusIndex): Promise<number[]> {
  const times: number[] = [];
  for (let number = 0; times.length < CLAIMS; number += 1) {
    const sentences = [
      ...analyseBlocks(draft(draftOf(SEED, count, 1_000, number)), createAnalysisMemory()),
    ].flat();
    for (const [at, { quantities }] of sentences.entries()) {
      if (quantities.length === 0) continue;
      const query = queryFor(sentences, at);
      const start = performance.now();
      await index.retrieve([query]);
      times.push(performance.now() - start);
    }
  }
  return times.slice(WARM_UP);
}

/** Share of sentences of articles, with words taken out, that come back among the first 20. */
async function recallOf({ count }: IndexTask, index: CorpusIndex): Promise<number> {
  const questions = questionsOf(count);
  const { candidates } = await index.retrieve(questions.map(({ terms }) => ({ terms, limit: 20 })));
  const found = questions.filter(({ sentence }, at) =>
    candidates[at]?.some(({ article, sentence: number }) => {
      const span = article.sentences[number]?.sentence;
      return article.article.text.slice(span?.start, span?.end) === sentence;
    }),
  );
  return found.length / questions.length;
}

async function add(task: IndexTask): Promise<IndexAnswer> {
  const corpus = await open(task);
  const times: number[] = [];
  // Articles are added to a server that has answered before.
  await checkDraft(draft(draftOf(SEED, task.count, 1_000)), corpus.index, OPTIONS, NEVER);
  for (let number = 0; number < ADDED; number += 1) {
    const article = articleOf(SEED, task.count + number);
    const path = join(task.articles, '0000', article.id);
    writeFileSync(path, article.text);
    const query = questionAbout(article);
    const start = performance.now();
    assert.ok(await corpus.update([path], new AbortController().signal));
    assert.equal((await corpus.index.article(`0000/${article.id}`))?.article.path, path);
    const { candidates } = await corpus.index.retrieve([query]);
    times.push(performance.now() - start);
    assert.ok((candidates[0]?.length ?? 0) > 0);
    await pause(1);
  }
  corpus.close();
  const [first = 0, ...others] = times;
  return { times: { [FIRST_ADDED]: [first], [ADDED_LATER]: others }, facts: {} };
}

/** What the draft of somebody who quotes the article asks. */
function questionAbout(article: Article): Query {
  const { sentences } = analyseArticle(article);
  const at = sentences.findIndex(({ quantities }) => quantities.length > 0);
  return queryFor(sentences, at);
}

function draft(text: string): ReturnType<typeof readDraft> {
  return readDraft('draft.md', 'markdown', text);
}
