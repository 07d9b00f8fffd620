/** The bench of checks: what a first check costs, what an edit costs, and how long a check keeps the process busy. */

import assert from 'node:assert/strict';
import { type Cancellation, CancelledError } from '../../server/src/check/cancellation.ts';
import { checkDraft } from '../../server/src/check/checkDraft.ts';
import { type CheckMemory, createCheckMemory } from '../../server/src/check/memory.ts';
import type { CheckOptions } from '../../server/src/check/options.ts';
import type { Article } from '../../server/src/corpus/article.ts';
import type { CorpusIndex } from '../../server/src/corpus/index/corpusIndex.ts';
import { createMemoryIndex } from '../../server/src/corpus/index/memoryIndex.ts';
import { readDraft } from '../../server/src/draft/readDraft.ts';
import { EVENT_LOOP } from '../../server/src/lsp/eventLoop.ts';
import { articleOf, type Row } from '../eval/dataset.ts';
import { articlesOf, draftOf, wordsIn } from './generate.ts';
import { edited } from './keystrokes.ts';
import { fixedWork, measure, type Spent, type Timing, timed, timingElsewhere } from './measure.ts';

/** As many articles as the evaluation's pooled set holds. */
export const MANY = 553;
export const FEW = 4;
export const SEED = 1;

const OPTIONS: CheckOptions = { severities: {}, today: '2020-01-31' };
/** A check that gives way, as the language server's do, and is never cancelled. */
const GOES_ON: Cancellation = { isCancellationRequested: false, eventLoop: EVENT_LOOP };
const FIRST = { runs: 60, warmUp: 20, seconds: 8 };
const EDIT = { runs: 100, warmUp: 20, seconds: 10 };

/** Drafts of a given length, a different one for each number. */
type Drafts = (words: number, number: number) => string;

/** The checks against generated articles. */
export async function* checkGenerated(): AsyncGenerator<Timing> {
  const few = indexOf(articlesOf(SEED, FEW));
  const many = indexOf(articlesOf(SEED, MANY));
  const ofFew: Drafts = (words, number) => draftOf(SEED, FEW, words, number);
  const ofMany: Drafts = (words, number) => draftOf(SEED, MANY, words, number);
  yield first(`first check, 1,000 words, ${FEW} articles`, few, ofFew);
  yield first(`first check, 1,000 words, ${MANY} articles`, many, ofMany);
  yield edit(`one edit, 1,000 words, ${MANY} articles`, many, ofMany(1_000, 0));
  yield edit(`one edit, 20,000 words, ${FEW} articles`, few, ofFew(20_000, 0));
  yield edit(`one edit, 20,000 words, ${MANY} articles`, many, ofMany(20_000, 0));
  yield stall(`longest stall, first check, 20,000 words, ${MANY} articles`, many, ofMany(20_000, 1));
  yield giveUp(`cancelled until given up, 20,000 words, ${MANY} articles`, many, ofMany(20_000, 1));
}

/** The same against the articles of data sets, with their drafts put together. */
export async function* checkRows(rows: readonly Row[]): AsyncGenerator<Timing> {
  const articles = new Map(rows.map((row) => [row.docId, articleOf(row)]));
  const index = indexOf([...articles.values()]);
  const drafts: Drafts = (words, number) => joined(rows, words, number);
  const count = `${articles.size} articles of the data sets`;
  yield first(`first check, 1,000 words, ${count}`, index, drafts);
  yield edit(`one edit, 20,000 words, ${count}`, index, drafts(20_000, 0));
}

/** Consecutive drafts of the rows, as paragraphs of one. */
function joined(rows: readonly Row[], words: number, number: number): string {
  const paragraphs: string[] = [];
  for (let at = number * 17, count = 0; count < words; at += 1) {
    const { draft } = rows[at % rows.length] ?? { draft: '' };
    paragraphs.push(draft);
    count += Math.max(1, wordsIn(draft));
  }
  return paragraphs.join('\n\n');
}

function indexOf(articles: readonly Article[]): CorpusIndex {
  const index = createMemoryIndex();
  for (const article of articles) index.put(article);
  return index;
}

function first(name: string, index: CorpusIndex, drafts: Drafts): Promise<Timing> {
  return measure(
    name,
    FIRST,
    (number) => drafts(1_000, number),
    (text) => check(text, index),
  );
}

/** The check after each of many edits, all over the draft; the draft was checked before the first. */
function edit(name: string, index: CorpusIndex, start: string): Promise<Timing> {
  const memory = createCheckMemory();
  let text = start;
  const next = (number: number): string => {
    text = edited(text, number);
    return text;
  };
  return measure(name, EDIT, next, (changed) => check(changed, index, memory));
}

/** The longest times for which nothing else in the process could go on. */
function stall(name: string, index: CorpusIndex, text: string): Promise<Timing> {
  return collect(name, STALL_RUNS, async () => {
    const gaps: number[] = [];
    let busy = true;
    let last = performance.now();
    const turn = (): void => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      if (busy) setImmediate(turn);
    };
    setImmediate(turn);
    await check(text, index);
    busy = false;
    return Math.max(...gaps);
  });
}

/** From the moment at which a check is cancelled, at many points of its way, until it rejects. */
function giveUp(name: string, index: CorpusIndex, text: string): Promise<Timing> {
  return collect(name, GIVE_UP_RUNS, async (number) => {
    const cancellation = { isCancellationRequested: false, eventLoop: EVENT_LOOP };
    let cancelled = 0;
    setTimeout(() => {
      cancellation.isCancellationRequested = true;
      cancelled = performance.now();
    }, 11 * number);
    const draft = readDraft('draft.md', 'markdown', text);
    await assert.rejects(checkDraft(draft, index, OPTIONS, cancellation), CancelledError);
    return performance.now() - cancelled;
  });
}

const STALL_RUNS = 3;
const GIVE_UP_RUNS = 20;

/** The timing of times that `run` takes itself. */
async function collect(
  name: string,
  runs: number,
  run: (number: number) => Promise<number>,
): Promise<Timing> {
  const times: number[] = [];
  const fixed: Spent[] = [];
  for (let number = 0; number < runs; number += 1) {
    fixed.push(await timed(fixedWork));
    times.push(await run(number));
  }
  return timingElsewhere(name, times, fixed);
}

function check(text: string, index: CorpusIndex, memory?: CheckMemory): Promise<unknown> {
  return checkDraft(readDraft('draft.md', 'markdown', text), index, OPTIONS, GOES_ON, memory);
}
