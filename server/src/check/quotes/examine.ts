/** Examination of a quote: its words, where they stand in the articles, and who speaks them there. */

import type { QuoteClaim } from '../../claims/claim.ts';
import type { QuoteCorpus } from '../../corpus/index/quoteCorpus.ts';
import { articleQuotes } from '../../match/articleQuotes.ts';
import { isChange } from '../../match/differences.ts';
import { locateQuote, type QuoteLocation } from '../../match/quoteLocation.ts';
import { type NormalWord, normalWordsOfParts } from '../../text/normalise.ts';
import type { Cancellation } from '../cancellation.ts';
import { contextWords, FEWEST_TELLING_WORDS, placesInContext } from './context.ts';
import { wholeEdges } from './edges.ts';
import type { ExaminedQuote, Place } from './examinedQuote.ts';
import { TRANSLATED_FROM } from './nearness.ts';

/** Locates a quote in the articles. Rejects when the corpus cannot be reached or the check is cancelled. */
export async function examineQuote(
  draft: string,
  claim: QuoteClaim,
  corpus: QuoteCorpus,
  cancellation: Cancellation,
): Promise<ExaminedQuote> {
  const words = wordsOf(draft, claim);
  const short = words.length < FEWEST_TELLING_WORDS;
  const context = short ? contextWords(draft, claim) : [];
  const locations = words.length === 0 ? [] : await locateQuote(words, corpus, cancellation, context);
  const edges = edgesOf(draft, claim);
  const all = locations.map((location) =>
    placeOf({ ...location, differences: wholeEdges(location, words.length, edges) }),
  );
  const found = all.some((place) => place.verbatim);
  const places = found && short ? placesInContext(draft, claim, all) : all;
  const reordered = found ? null : await reorderedParts(words, corpus, cancellation);
  return { claim, draft, words, places, reordered, elsewhere: found && places.length === 0 };
}

const CAPITAL = /^\p{Lu}/u;
/** A mark inside or right after the closing one. */
const ENDS = /[.,;:!?…]["“”'’«»‹›]{0,2}.?$/u;

/** Whether a quote begins and ends sentences of its own: a capital, and a mark at its end. */
function edgesOf(
  draft: string,
  { start, end }: QuoteClaim,
): { readonly opens: boolean; readonly ends: boolean } {
  return {
    opens: CAPITAL.test(draft.slice(start, start + 2)),
    ends: ENDS.test(draft.slice(end - 1, end + 2)),
  };
}

/** A handle, an address or code: markup to the draft, but it may be words of the quotation. */
const MAY_BE_WORDS = /^[\p{L}@#`]/u;

/** The words of a quote. Those of a handle or an address between its parts count as inserted: present or not, both agree. */
function wordsOf(draft: string, { parts }: QuoteClaim): NormalWord[] {
  const gaps = parts
    .slice(1)
    .map((part, index) => ({ start: parts[index]?.end ?? part.start, end: part.start }));
  const markup = gaps.filter((gap) => MAY_BE_WORDS.test(draft.slice(gap.start, gap.end)));
  const words = normalWordsOfParts(draft, parts);
  if (markup.length === 0) return words;
  const inserted = normalWordsOfParts(draft, markup).map((word) => ({ ...word, bracketed: true }));
  return [...words, ...inserted].sort((a, b) => a.start - b.start);
}

/** Stretches of fewer words stand in any article and in any order. */
const FEWEST_WORDS = 3;

/** The places of the stretches between ellipses in one article, when it has each word for word but not in this order. */
async function reorderedParts(
  words: readonly NormalWord[],
  corpus: QuoteCorpus,
  cancellation: Cancellation,
): Promise<readonly Place[] | null> {
  const stretches = splitAtEllipses(words);
  if (stretches.length < 2 || stretches.some((stretch) => stretch.length < FEWEST_WORDS)) return null;
  const found: Place[][] = [];
  for (const stretch of stretches) {
    const locations = await locateQuote(stretch, corpus, cancellation);
    found.push(locations.map(placeOf).filter((place) => place.verbatim));
  }
  for (const first of found[0] ?? []) {
    const parts = found.map((places) => places.find((place) => place.article === first.article));
    const whole = parts.filter((place) => place !== undefined);
    const disordered = whole.some((place, index) => place.start < (whole[index - 1]?.start ?? 0));
    if (whole.length === stretches.length && disordered) return whole;
  }
  return null;
}

function splitAtEllipses(words: readonly NormalWord[]): NormalWord[][] {
  const stretches: NormalWord[][] = [];
  for (const [index, word] of words.entries()) {
    if (index === 0 || word.afterEllipsis) stretches.push([{ ...word, afterEllipsis: false }]);
    else stretches[stretches.length - 1]?.push(word);
  }
  return stretches;
}

/** Below this similarity nothing is said of a place, so nobody asks who speaks there. */
const SPEAKERS_FROM = TRANSLATED_FROM;

function placeOf(location: QuoteLocation): Place {
  const asked = location.similarity < SPEAKERS_FROM ? [] : articleQuotes(location.article);
  const quotes = asked.filter(
    (quote) => quote.outer.start < location.end && location.start < quote.outer.end,
  );
  return { ...location, quotes, verbatim: !location.differences.some(isChange) };
}
