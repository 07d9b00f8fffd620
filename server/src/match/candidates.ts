/** Candidates: the slots of the articles that a quantity of the draft may be speaking of. */

import { hasFigure } from '../corpus/analyse.ts';
import type { AnalysedArticle, AnalysedSentence, Candidate, Query } from '../corpus/index/corpusIndex.ts';
import { isValueKey } from '../corpus/index/keys.ts';
import { compareQuantities } from '../quantity/compare.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { carriedTo } from './owner.ts';
import type { Surroundings, Weigh } from './sentencePair.ts';
import { type Slot, slotOf } from './slot.ts';

/** A retrieved sentence with what stands around it. */
export interface Passage {
  readonly article: AnalysedArticle;
  readonly sentence: AnalysedSentence;
  readonly surroundings: Surroundings;
}

/** A slot of an article, with its passage. */
export interface CandidateSlot {
  readonly passage: Passage;
  readonly slot: Slot;
}

/** The passages that the retrieved sentences make, with how much each article has to do with the draft here. */
export function passagesOf(candidates: readonly Candidate[], query: Query, weigh: Weigh): Passage[] {
  const shares = articleShares(candidates);
  const covers = new Map(
    [...shares.keys()].map((article) => [article, articleCover(article, query, weigh)] as const),
  );
  return withShortNext(candidates).flatMap(({ article, sentence }) => {
    const own = article.sentences[sentence];
    if (own === undefined || !(own.hasFigure ?? hasFigure(own))) return [];
    const articleShare = shares.get(article) ?? 0;
    const articleCover = covers.get(article) ?? 0;
    return [
      {
        article,
        sentence: own,
        surroundings: {
          neighbours: neighboursOf(article, sentence),
          articleShare,
          articleCover,
          carried: carriedTo(article.sentences, sentence),
        },
      },
    ];
  });
}

/** A sentence of an article; retrieved, or standing behind one that was. */
type Place = Pick<Candidate, 'article' | 'sentence'>;

/**
 * The candidates, and the short sentences behind the best of them: `She was 52.` shares no word with what a draft says of
 * her and is told of the person before it.
 */
function withShortNext(candidates: readonly Candidate[]): readonly Place[] {
  const added: Place[] = [];
  for (const { article, sentence } of candidates.slice(0, FOLLOWED)) {
    const next = article.sentences[sentence + 1];
    if (next === undefined || next.hasFigure === false) continue;
    if (next.terms.length > SHORT || next.quantities.length === 0) continue;
    const isKnown = (place: Place): boolean => place.article === article && place.sentence === sentence + 1;
    if (!candidates.some(isKnown) && !added.some(isKnown)) added.push({ article, sentence: sentence + 1 });
  }
  return added.length === 0 ? candidates : [...candidates, ...added];
}

/** Candidates whose next sentence is looked at: the passages beyond seldom tell what the draft tells. */
const FOLLOWED = 12;
/** Terms of a sentence too short to be found by its words. */
const SHORT = 3;

/** The slots of the passages whose quantities can be compared with `quantity`. */
export function slotsFor(quantity: Quantity, passages: readonly Passage[]): CandidateSlot[] {
  const slots: CandidateSlot[] = [];
  for (const passage of passages) {
    for (const other of passage.sentence.quantities) {
      if (!mayShareFact(quantity, other)) continue;
      slots.push({ passage, slot: slotOf(passage.sentence, other) });
    }
  }
  return slots;
}

/**
 * Dates answer dates; any figure may stand where another should, since writers take the wrong one of any kind. A length of
 * time answers a distance from today (`for 40 years`, `40 years ago`) where they are the same span.
 */
function mayShareFact(draft: Quantity, article: Quantity): boolean {
  if ((draft.kind === 'date') === (article.kind === 'date')) return true;
  return compareQuantities(draft, article) !== 'incomparable';
}

/** The three best sentences of each article, summed and set against the best article's sum. */
function articleShares(candidates: readonly Candidate[]): ReadonlyMap<AnalysedArticle, number> {
  const best = new Map<AnalysedArticle, number[]>();
  for (const { article, score } of candidates) {
    const known = best.get(article) ?? [];
    if (known.length < BEST_SENTENCES) known.push(score);
    best.set(article, known);
  }
  const sums = new Map(
    [...best].map(([article, scores]) => [article, scores.reduce((a, b) => a + b, 0)] as const),
  );
  const most = Math.max(...sums.values(), Number.MIN_VALUE);
  return new Map([...sums].map(([article, sum]) => [article, sum / most] as const));
}

/** Share of the weight of the query's words that the article has anywhere. */
function articleCover(article: AnalysedArticle, query: Query, weigh: Weigh): number {
  const known = article.vocabulary ?? wordsOf(article);
  let sum = 0;
  let all = 0;
  for (const { term, weight } of query.terms) {
    if (isValueKey(term)) continue;
    const gain = weight * weigh(term);
    all += gain;
    if (known.has(term)) sum += gain;
  }
  return all === 0 ? 0 : sum / all;
}

const wordsKept = new WeakMap<AnalysedArticle, ReadonlySet<string>>();

function wordsOf(article: AnalysedArticle): ReadonlySet<string> {
  const kept = wordsKept.get(article);
  if (kept !== undefined) return kept;
  const words = new Set(article.sentences.flatMap(({ terms }) => terms.map(({ term }) => term)));
  wordsKept.set(article, words);
  return words;
}

/** One sentence may match by chance; three of one article seldom do. */
const BEST_SENTENCES = 3;

const neighboursKept = new WeakMap<AnalysedSentence, ReadonlySet<string>>();

function neighboursOf(article: AnalysedArticle, at: number): ReadonlySet<string> {
  const own = article.sentences[at];
  const kept = own === undefined ? undefined : neighboursKept.get(own);
  if (kept !== undefined) return kept;
  const terms = new Set<string>();
  for (const offset of [-2, -1, 1]) {
    for (const { term } of article.sentences[at + offset]?.terms ?? []) terms.add(term);
  }
  for (const { term } of article.sentences[0]?.terms ?? []) terms.add(term);
  if (own !== undefined) neighboursKept.set(own, terms);
  return terms;
}
