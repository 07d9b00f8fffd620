/** Nearness: whether a place that differs from a quote is what the quote was taken from. */

import { SHORTEST_NEAR } from '../../match/quoteLocation.ts';
import { compareNames } from '../../match/sameName.ts';
import { isStopWord } from '../../text/terms.ts';
import type { ExaminedQuote, Place } from './examinedQuote.ts';
import { isByOwnSpeaker, ownSpeaker, wordsOfName } from './speakers.ts';
import { isTitle } from './terms.ts';
import { isTranslated } from './translation.ts';

/*
 * The thresholds were measured on 553 news articles: 1,760 quotes changed by a generator against their own place, and
 * 2,287 quotes against the best place of all other articles. Together they keep 98 % of the former and pass 2.5 % of
 * the latter, a third of which are the same statement printed by two outlets.
 */

/** Least share of the quote’s words that agree. */
const SIMILARITY_FROM = 0.6;
/** Least share of its words that agree when common words count for little. */
const WEIGHTED_FROM = 0.4;
/** Least sum of the weights of the agreeing words: one word that tells something, and two common ones. */
const WEIGHT_FROM = 1.5;
/** Least number of agreeing words on end. */
const RUN_FROM = 2;
/** What a common word counts for. */
const COMMON_WEIGHT = 0.3;
/** Least similarity to words that the article does not print as a quotation, or gives to another speaker. */
const UNQUOTED_FROM = 0.75;
/** Prose is full of `the … of the embassy`: least weight of what agrees with words that are no quotation. */
const UNQUOTED_WEIGHT_FROM = 2.5;
/** Titles are near each other by their small words alone (`The Young and the Restless`, `The Bold and the Beautiful`). */
const TITLE_FROM = 0.8;
const FEWEST_TITLE_WORDS = 5;

/** Two translations of one statement share fewer words: the same bounds for words of the draft’s own speaker. */
export const TRANSLATED_FROM = 0.4;
const TRANSLATED_WEIGHTED_FROM = 0.3;

/** Whether `quote` is an altered form of what stands at `place`, rather than another statement that sounds alike. */
export function isNear(quote: ExaminedQuote, place: Place): boolean {
  const { similarity } = place;
  if (quote.claim.text.length < SHORTEST_NEAR || similarity < TRANSLATED_FROM) return false;
  if (similarity < SIMILARITY_FROM) return isNearTranslation(quote, place);
  if (isTitle(quote) && (quote.words.length < FEWEST_TITLE_WORDS || similarity < TITLE_FROM)) return false;
  if (similarity < UNQUOTED_FROM && (place.quotes.length === 0 || isOthers(quote, place))) return false;
  const agreement = agreementOf(quote, place);
  if (place.quotes.length === 0 && agreement.weight < UNQUOTED_WEIGHT_FROM) return false;
  return agreement.share >= WEIGHTED_FROM && agreement.weight >= WEIGHT_FROM && agreement.run >= RUN_FROM;
}

function isNearTranslation(quote: ExaminedQuote, place: Place): boolean {
  if (!isByOwnSpeaker(quote.claim, place) || !isTranslated(quote, place)) return false;
  const { weight, share, run } = agreementOf(quote, place);
  return share >= TRANSLATED_WEIGHTED_FROM && weight >= WEIGHT_FROM && run >= RUN_FROM;
}

interface Agreement {
  /** Sum of the weights of the agreeing words, and its share of the sum over all words. */
  readonly weight: number;
  readonly share: number;
  /** Most agreeing words on end. */
  readonly run: number;
}

function agreementOf(quote: ExaminedQuote, place: Place): Agreement {
  const agreeing = new Set(
    place.alignment.steps.filter((step) => step.kind === 'match').map((step) => step.query),
  );
  for (const { kind, query } of place.differences) {
    if (kind !== 'spelling' && kind !== 'bracket') continue;
    for (let index = query.from; index < query.to; index += 1) agreeing.add(index);
  }
  let weight = 0;
  let all = 0;
  let run = 0;
  let longest = 0;
  for (const [index, word] of quote.words.entries()) {
    const own = isStopWord(word.norm) ? COMMON_WEIGHT : 1;
    all += own;
    run = agreeing.has(index) ? run + 1 : 0;
    if (agreeing.has(index)) weight += own;
    longest = Math.max(longest, run);
  }
  return { weight, share: all === 0 ? 0 : weight / all, run: longest };
}

/** Both sides name who speaks, and they are two. */
function isOthers(quote: ExaminedQuote, place: Place): boolean {
  const own = ownSpeaker(quote.claim, [place]);
  const speech = place.quotes[0]?.speech ?? null;
  if (own === null || speech === null || speech.clarity !== 'named') return false;
  const words = wordsOfName(own);
  return speech.speakers.every((speaker) => compareNames(words, speaker.words) === 'different');
}
