/** Quotes: finds the articles of an archive in which the words of a quote may stand, then looks into those. */

import { articleWords } from '../../match/articleWords.ts';
import { spellingKey } from '../../text/spelling.ts';
import type { AnalysedArticle } from '../analysed.ts';
import type { PassageQuery } from '../index/quoteCorpus.ts';
import { createQuoteSample } from '../index/quoteMemoryIndex.ts';
import { COMMON, VOTERS } from '../index/quotePoll.ts';
import { ARTICLE_COLUMNS, articleIn, telling } from './columns.ts';
import type { Counts } from './counts.ts';
import type { Dialogue, TokenCounts } from './dialogue.ts';
import type { Hit, Search } from './search.ts';
import { tokenOf } from './tokens.ts';

/** A stretch of an article. Offsets are those of its text. */
export interface FoundPassage {
  /** Id of the article. */
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** The passages of a phrase: one request, which brings the articles, as there are few. */
export function* phrasePassages({ words, limit }: PassageQuery): Dialogue<readonly FoundPassage[]> {
  if (words.length === 0) return [];
  const { wholes } = yield { wholes: [phraseSearch(words, limit)] };
  const found = wholes.flat().flatMap((article) => [...standingIn(article, words)]);
  return found.slice(0, limit);
}

/** The search for articles that have words on end. Of many the same are told whichever copy of a shard is asked. */
export function phraseSearch(words: readonly string[], limit: number): Search {
  return {
    size: limit,
    track_total_hits: false,
    query: { match_phrase: { words: words.map(tokenOf).join(' ') } },
    sort: [{ id: 'asc' }],
  };
}

/** Where the words stand on end in an article. */
function* standingIn(article: AnalysedArticle, words: readonly string[]): Generator<FoundPassage> {
  const own = articleWords(article);
  const keys = own.map(({ norm }) => spellingKey(norm));
  for (let from = keys.indexOf(words[0] ?? ''); from !== -1; from = keys.indexOf(words[0] ?? '', from + 1)) {
    const [first, last] = [own[from], own[from + words.length - 1]];
    if (first === undefined || last === undefined) return;
    if (words.every((word, offset) => keys[from + offset] === word))
      yield { article: article.article.id, start: first.start, end: last.end };
  }
}

/** Articles that are looked into for a quote that is not found word for word, as on disk. */
const MOST_ARTICLES = 48;

/**
 * The passages that come near a quote: a request for articles that have its rare words or two on end, and one for those of
 * them that are not known and did not come with it. How often its words occur may have to be asked first; where that is
 * known of most, as after an edit, it is asked beside the search, which takes the others for words that no article has, as
 * one that is half typed. `totalWords` are those of the archive.
 */
export function* nearPassages(
  { words, limit }: PassageQuery,
  counts: Counts,
  totalWords: number,
): Dialogue<readonly FoundPassage[]> {
  const counting = counts.of('words', words.map(tokenOf));
  const guess = counting.guess(0);
  const guessed = guess === null ? null : nearSearch(words, countsOf(words, guess), totalWords);
  // A step that asks for nothing would wait for those of other questions.
  const isAsking = guessed !== null || counting.step.counts !== undefined;
  const first = isAsking ? yield { candidates: present(guessed), ...counting.step } : null;
  const own = countsOf(words, counting.read(first?.counts ?? NOTHING));
  const search = nearSearch(words, own, totalWords);
  if (search === null) return [];
  const isGuessed = JSON.stringify(search) === JSON.stringify(guessed);
  const { candidates = [] } = (isGuessed ? first : yield { candidates: [search] }) ?? {};
  const ids = idsOf(candidates[0]?.hits ?? []);
  const { articles } = yield { articles: ids };
  const sample = createQuoteSample(own, totalWords);
  for (const id of [...ids].sort()) {
    const article = articles.get(id);
    if (article !== undefined) sample.put(article);
  }
  const passages = sample.find({ words, mode: 'near', limit });
  return passages.map(({ article, start, end }) => ({ article: article.article.id, start, end }));
}

function countsOf(words: readonly string[], counted: TokenCounts): ReadonlyMap<string, number> {
  return new Map(words.map((word) => [word, counted.get(tokenOf(word)) ?? 0] as const));
}

function present(search: Search | null): readonly Search[] {
  return search === null ? [] : [search];
}

const NOTHING: TokenCounts = new Map();

/** Articles in whose lists the server may have to look for one quote, those of both words of a pair. */
const MOST_POSTINGS = 2_000_000;

/** A word of the quote, or two words beside each other. */
interface Voter {
  readonly words: string;
  readonly weight: number;
  readonly cost: number;
}

/**
 * The search for articles that may come near a quote, where rare words vote alone and all others where the word after
 * them is that of the quote; null when none of its words occurs. `counts` are articles by word.
 */
export function nearSearch(
  words: readonly string[],
  counts: ReadonlyMap<string, number>,
  totalWords: number,
): Search | null {
  const voters = votersOf(words, counts, totalWords);
  if (voters.length === 0) return null;
  const should = voters.map(({ words: voter, weight }) => ({
    constant_score: { filter: { match_phrase: { words: voter } }, boost: weight },
  }));
  return {
    size: MOST_ARTICLES,
    track_total_hits: false,
    query: { bool: { should, minimum_should_match: 1 } },
    sort: [{ _score: 'desc' }, { id: 'asc' }],
    ...telling(...ARTICLE_COLUMNS),
  };
}

function votersOf(words: readonly string[], counts: ReadonlyMap<string, number>, total: number): Voter[] {
  const weightOf = (count: number): number => Math.log(1 + total / (1 + count));
  const voters = new Map<string, Voter>();
  for (const [at, word] of words.entries()) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    const token = tokenOf(word);
    if (count <= COMMON) voters.set(token, { words: token, weight: weightOf(count), cost: count });
    const next = words[at + 1] ?? '';
    const after = counts.get(next) ?? 0;
    if (after === 0) continue;
    const pair = `${token} ${tokenOf(next)}`;
    voters.set(pair, { words: pair, weight: weightOf(count) + weightOf(after), cost: count + after });
  }
  const rarest = [...voters.values()].sort((a, b) => a.cost - b.cost || (a.words < b.words ? -1 : 1));
  let cost = 0;
  return rarest.slice(0, 2 * VOTERS).filter((voter, index) => {
    cost += voter.cost;
    return index === 0 || cost <= MOST_POSTINGS;
  });
}

function idsOf(hits: readonly Hit[]): readonly string[] {
  return hits.map(articleIn);
}
