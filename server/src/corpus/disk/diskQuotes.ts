/** Quotes on disk: finds the articles in which the words of a quote may stand, then looks into those. */

import { articleWords } from '../../match/articleWords.ts';
import { spellingKey } from '../../text/spelling.ts';
import type { PassageQuery, QuotePassage } from '../index/quoteCorpus.ts';
import { createQuoteSample, type KeyedArticle } from '../index/quoteMemoryIndex.ts';
import { nextAt } from './ascending.ts';
import { standingIn } from './numbers.ts';
import { firstById } from './places.ts';
import { votedPlaces } from './quoteVotes.ts';
import type { Shelf } from './retrieval.ts';
import { KIND } from './schema.ts';
import { isGone, type Segment } from './segments.ts';

/** The passages of one query, as `QuoteCorpus` has it. */
export async function passagesOf(
  shelf: Shelf,
  { words, mode, limit }: PassageQuery,
): Promise<readonly QuotePassage[]> {
  const counts = new Map(words.map((word) => [word, shelf.postings.countOf(KIND.word + word)] as const));
  return mode === 'phrase' ? phrase(shelf, words, counts, limit) : near(shelf, words, counts, limit);
}

/** Places left of a phrase that are looked up in their articles rather than compared with another list. */
const FEW_PLACES = 32;

function phrase(
  shelf: Shelf,
  words: readonly string[],
  counts: ReadonlyMap<string, number>,
  limit: number,
): QuotePassage[] {
  if (words.length === 0 || [...counts.values()].includes(0)) return [];
  const order = words.map((word, offset) => ({ word, offset, count: counts.get(word) ?? 0 }));
  order.sort((a, b) => a.count - b.count || a.offset - b.offset);
  const found = shelf.segments.all.flatMap((segment) => phraseIn(shelf, segment, order, limit));
  // Those of one segment come in the order of their articles; equal ones are of one article.
  found.sort((a, b) => byId(a.article.article, b.article.article));
  return found.slice(0, limit);
}

/** A word of a phrase, and how many stand before it. */
interface PhraseWord {
  readonly word: string;
  readonly offset: number;
}

/** The passages of a segment that come first by the ids of their articles; `order` has the rarest word first. */
function phraseIn(
  shelf: Shelf,
  segment: Segment,
  order: readonly PhraseWord[],
  limit: number,
): QuotePassage[] {
  const { segments } = shelf;
  const words = order.toSorted((a, b) => a.offset - b.offset).map(({ word }) => word);
  const starts = phraseStarts(shelf, segment, order).filter(
    (start) => !isGone(segments.goneWords, segment.firstWord + start),
  );
  const found: QuotePassage[] = [];
  // The phrase may stand at none of the few starts that were not compared with all lists.
  for (const start of firstById(segments.placesOf(segment), segment.firstWord, starts, limit + FEW_PLACES)) {
    if (found.length >= limit) break;
    const passage = passageAt(shelf, segment.firstWord + start, words);
    if (passage !== null) found.push(passage);
  }
  return found;
}

/** Where in a segment a phrase may start, ascending: everywhere it does, and perhaps elsewhere. */
function phraseStarts({ postings }: Shelf, segment: Segment, order: readonly PhraseWord[]): Uint32Array {
  let starts: Uint32Array | null = null;
  for (const { word, offset } of order) {
    if (starts !== null && starts.length <= FEW_PLACES) break;
    if (starts !== null) {
      const before: Uint32Array = starts;
      starts = postings.read(segment, KIND.word + word, (bytes) => standingIn(before, offset, bytes));
      continue;
    }
    const list = postings.listOf(segment, KIND.word + word, segment.words);
    starts = list.subarray(nextAt(list, offset + 1, 0)).map((place) => place - offset);
  }
  return starts ?? new Uint32Array(0);
}

function passageAt(
  { segments, articles }: Shelf,
  start: number,
  words: readonly string[],
): QuotePassage | null {
  const place = segments.articleOfWord(start);
  const article = place === null ? undefined : articles.load(place.number);
  if (place === null || article === undefined) return null;
  const own = articleWords(article).slice(start - place.firstWord, start - place.firstWord + words.length);
  const [first, last] = [own[0], own[own.length - 1]];
  const agrees = own.length === words.length && own.every(({ norm }, at) => spellingKey(norm) === words[at]);
  if (!agrees || first === undefined || last === undefined) return null;
  return { article, start: first.start, end: last.end };
}

/** Articles that are looked into for a quote that is not found word for word. */
const MOST_ARTICLES = 48;

function near(
  shelf: Shelf,
  words: readonly string[],
  counts: ReadonlyMap<string, number>,
  limit: number,
): readonly QuotePassage[] {
  const articles = new Map<string, KeyedArticle>();
  for (const { place } of votedPlaces(shelf, words, counts)) {
    if (articles.size >= MOST_ARTICLES) break;
    if (isGone(shelf.segments.goneWords, place)) continue;
    const found = shelf.segments.articleOfWord(place);
    const article = found === null ? undefined : shelf.wordKeys.of(found.number);
    if (article !== undefined) articles.set(article.id, article);
  }
  const sample = createQuoteSample(counts, shelf.segments.words);
  for (const article of [...articles.values()].sort(byId)) sample.putKeys(article);
  return sample.find({ words, mode: 'near', limit });
}

/** Compares for `sort`. */
function byId({ id: a }: { readonly id: string }, { id: b }: { readonly id: string }): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
