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
  const topic = topicOf(query, weigh);
  const covers = new Map(
    [...shares.keys()].map((article) => [article, articleCover(article, topic)] as const),
  );
  return withShortNext(candidates).flatMap(({ article, sentence: at }) => {
    const sentence = article.sentences[at];
    const setting = sentence === undefined ? null : settingOf(article, sentence, at);
    if (sentence === undefined || setting === null) return [];
    const articleShare = shares.get(article) ?? 0;
    const articleCover = covers.get(article) ?? 0;
    return [{ article, sentence, surroundings: { ...setting, articleShare, articleCover } }];
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

/** What a query is about: its words with what each weighs, those of its values left out. */
interface Topic {
  readonly words: readonly { readonly term: string; readonly gain: number }[];
  readonly all: number;
}

function topicOf({ terms }: Query, weigh: Weigh): Topic {
  const words = terms
    .filter(({ term }) => !isValueKey(term))
    .map(({ term, weight }) => ({ term, gain: weight * weigh(term) }));
  return { words, all: words.reduce((sum, { gain }) => sum + gain, 0) };
}

/** Share of the weight of the topic's words that the article has anywhere. */
function articleCover(article: AnalysedArticle, { words, all }: Topic): number {
  const known = article.vocabulary ?? wordsOf(article);
  let sum = 0;
  for (const { term, gain } of words) if (known.has(term)) sum += gain;
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

/** What stands around a sentence of an article, whoever asks. */
type Setting = Pick<Surroundings, 'neighbours' | 'carried'>;

const settingsKept = new WeakMap<AnalysedSentence, Setting | null>();

/** The setting of a sentence, found once; null for one without a figure, which is never set against another. */
function settingOf(article: AnalysedArticle, sentence: AnalysedSentence, at: number): Setting | null {
  const kept = settingsKept.get(sentence);
  if (kept !== undefined) return kept;
  const setting =
    (sentence.hasFigure ?? hasFigure(sentence))
      ? { neighbours: neighboursOf(article, at), carried: carriedTo(article.sentences, at) }
      : null;
  settingsKept.set(sentence, setting);
  return setting;
}

function neighboursOf({ sentences }: AnalysedArticle, at: number): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const place of [at - 2, at - 1, at + 1, 0])
    for (const { term } of sentences[place]?.terms ?? []) terms.add(term);
  return terms;
}
