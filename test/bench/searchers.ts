/** The bench of searchers: libraries of full-text and fuzzy search, asked the questions that the index is asked. */

import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import Fuse from 'fuse.js';
import { analyseArticle } from '../../server/src/corpus/analyse.ts';
import { SEED } from './checks.ts';
import { articlesOf } from './generate.ts';
import { fixedWork, type Measured, type Spent, timed, timingElsewhere } from './measure.ts';
import { installPeers } from './peers.ts';
import { type Question, questionsOf } from './questions.ts';

/** Articles they search: with ten times as many, `fuse.js` takes a minute a question. */
const ARTICLES = 1_000;
/** Questions that the slower one is asked. */
const FEW = 6;
const RECALLED = 20;

/** Times MiniSearch and fuse.js over the sentences of the same articles, and tells how often they find the right one. */
export async function* timeSearchers(): AsyncGenerator<Measured> {
  installPeers();
  const sentences = articlesOf(SEED, ARTICLES).flatMap((article) =>
    analyseArticle(article).sentences.map(({ sentence }) => article.text.slice(sentence.start, sentence.end)),
  );
  const questions = questionsOf(ARTICLES);
  yield* timeSearcher('MiniSearch', questions, miniSearch(sentences));
  const fuse = new Fuse(sentences, { ignoreLocation: true, threshold: 0.6 });
  yield* timeSearcher('fuse.js', questions.slice(0, FEW), (text) =>
    fuse.search(text, { limit: RECALLED }).map(({ item }) => item),
  );
}

type Search = (text: string) => readonly string[];

function miniSearch(sentences: readonly string[]): Search {
  const require = createRequire(resolve(import.meta.dirname, 'peers', 'package.json'));
  const MiniSearch = require('minisearch');
  const engine = new MiniSearch({ fields: ['text'], storeFields: ['text'] });
  engine.addAll(sentences.map((text, id) => ({ id, text })));
  return (text) =>
    engine
      .search(text)
      .slice(0, RECALLED)
      .map(({ text: found }: { readonly text: string }) => found);
}

async function* timeSearcher(
  name: string,
  questions: readonly Question[],
  search: Search,
): AsyncGenerator<Measured> {
  const times: number[] = [];
  const fixed: Spent[] = [];
  let found = 0;
  for (const { text, sentence } of questions) {
    fixed.push(await timed(fixedWork));
    const start = performance.now();
    const answer = search(text);
    times.push(performance.now() - start);
    if (answer.includes(sentence)) found += 1;
  }
  const of = `${ARTICLES.toLocaleString('en-US')} articles`;
  yield timingElsewhere(`  ${name}, one question, ${of}`, times, fixed);
  const value = (100 * found) / questions.length;
  yield { name: `  ${name}, right sentence found, ${of}`, value, unit: '%', better: 'more' };
}
