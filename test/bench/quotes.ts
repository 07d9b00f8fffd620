/**
 * The bench of quotes: how long it takes to locate one quote among many articles and compare it.
 *
 * `node test/bench/quotes.ts [--articles 10000] [--quotes 300] [--slow 20]` times the quote index on quotations as
 * they stand, changed and nowhere to be found, and beside it `fuse.js` over the sentences and a plain scan of the texts.
 */

import { parseArgs } from 'node:util';
import Fuse from 'fuse.js';
import { NEVER } from '../../server/src/check/cancellation.ts';
import { analyseArticle } from '../../server/src/corpus/analyse.ts';
import type { AnalysedArticle } from '../../server/src/corpus/index/corpusIndex.ts';
import { createQuoteIndex } from '../../server/src/corpus/index/quoteMemoryIndex.ts';
import { articleQuotes } from '../../server/src/match/articleQuotes.ts';
import { locateQuote } from '../../server/src/match/quoteLocation.ts';
import { normalWords } from '../../server/src/text/normalise.ts';
import { change, seeded } from '../eval/quoteChanges.ts';
import { articlesOf } from './generate.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    quotes: { type: 'string', default: '300' },
    slow: { type: 'string', default: '20' },
  },
});

/** Quotes of fewer words are not asked for approximately. */
const FEWEST_WORDS = 5;

const random = seeded(1);
const articles = articlesOf(1, Number(values.articles)).map(analyseArticle);
const index = createQuoteIndex();
const building = performance.now();
for (const article of articles) index.put(article);
const built = performance.now() - building;
console.log(
  `${articles.length} articles indexed in ${(built / 1000).toFixed(1)} s, ` +
    `${Math.round((1000 * articles.length) / built)} a second, ` +
    `${Math.round(process.memoryUsage.rss() / 1e6)} MB resident`,
);

const quotes = sample(articles, Number(values.quotes));
const changed = quotes.map(({ text, others }) => change(text, 'substitute one', others, random) ?? text);
const absent = quotes.map(({ others }) => shuffled(others).slice(0, 12).join(' '));
await time(
  'quote index, as printed',
  quotes.map(({ text }) => text),
  locate,
);
await time('quote index, one word changed', changed, locate);
await time('quote index, nowhere', absent, locate);

const sentences = articles.flatMap(({ article, sentences: all }) =>
  all.map(({ sentence }) => article.text.slice(sentence.start, sentence.end)),
);
const fuse = new Fuse(sentences, { includeScore: true, ignoreLocation: true, threshold: 0.4 });
const slow = changed.slice(0, Number(values.slow));
await time(
  'fuse.js over the sentences, changed',
  slow,
  async (text) => fuse.search(text, { limit: 5 }).length > 0,
);
const texts = articles.map(({ article }) => article.text);
await time(
  'plain scan, as printed',
  quotes.slice(0, Number(values.slow)).map(({ text }) => text),
  async (text) => texts.some((one) => one.includes(text)),
);

async function locate(text: string): Promise<boolean> {
  const [best] = await locateQuote(normalWords(text), index, NEVER);
  return best !== undefined && best.similarity > 0.5;
}

interface Sample {
  readonly text: string;
  /** Words of the same article, to change the quote with. */
  readonly others: readonly string[];
}

function sample(from: readonly AnalysedArticle[], count: number): Sample[] {
  const found: Sample[] = [];
  while (found.length < count) {
    const article = from[Math.floor(random() * from.length)];
    if (article === undefined) break;
    const quoted = articleQuotes(article).filter((quote) => quote.parts.length === 1);
    const quote = quoted[Math.floor(random() * quoted.length)];
    if (quote === undefined) continue;
    const text = article.article.text.slice(quote.start, quote.end);
    if (normalWords(text).length >= FEWEST_WORDS)
      found.push({ text, others: article.article.text.split(/\s+/) });
  }
  return found;
}

function shuffled(words: readonly string[]): string[] {
  return words
    .map((word) => ({ word, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ word }) => word);
}

async function time(
  name: string,
  asked: readonly string[],
  work: (text: string) => Promise<boolean>,
): Promise<void> {
  const wall: number[] = [];
  const cpu: number[] = [];
  let found = 0;
  for (const text of asked) {
    const started = performance.now();
    const used = process.cpuUsage();
    if (await work(text)) found += 1;
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
    wall.push(performance.now() - started);
  }
  console.log(
    `${name.padEnd(38)} median ${quantile(wall, 0.5)} ms, p95 ${quantile(wall, 0.95)} ms ` +
      `(processor ${quantile(cpu, 0.5)}, ${quantile(cpu, 0.95)}), found ${found} of ${asked.length}`,
  );
}

function quantile(values: readonly number[], share: number): string {
  return ([...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0).toFixed(2);
}
