/** Context: whether an article uses the words of a very short quote of what the draft is about. */

import type { QuoteClaim } from '../../claims/claim.ts';
import { keepLast } from '../../match/keepLast.ts';
import { normalWords } from '../../text/normalise.ts';
import { lastStartingBefore, overlaps } from '../../text/span.ts';
import { spellingKey } from '../../text/spelling.ts';
import { termOf } from '../../text/terms.ts';
import { tokenize } from '../../text/tokens.ts';
import type { Place } from './examinedQuote.ts';
import { isByOwnSpeaker } from './speakers.ts';

/** Quotes of fewer words stand in any article: only a passage about the same thing is evidence of them. */
export const FEWEST_TELLING_WORDS = 4;
/** UTF-16 units on either side of a quote whose words say what it is about: a long sentence. */
const REACH = 200;
/** Terms that the sentences must share beside the quote; fewer where the article puts the words in marks as well. */
const SHARED_FROM = 2;
const SHARED_QUOTED_FROM = 1;
/** Share of the terms beside the quote that stand anywhere in an article on the same matter. */
const SAME_MATTER_FROM = 0.5;

/** The words around a quote in its sentence, itself among them, as spelling keys. */
export function contextWords(draft: string, claim: QuoteClaim): string[] {
  return normalWords(draft, aroundOf(claim)).map((word) => spellingKey(word.norm));
}

function aroundOf({ start, end, sentence }: QuoteClaim): { readonly start: number; readonly end: number } {
  return {
    start: Math.max(Math.min(sentence.start, start), start - REACH),
    end: Math.min(Math.max(sentence.end, end), end + REACH),
  };
}

/** The places at which an article uses the words of a short quote of the same thing, the likeliest first. */
export function placesInContext(draft: string, claim: QuoteClaim, places: readonly Place[]): Place[] {
  const terms = contextTerms(draft, claim);
  return places
    .map((place) => ({ place, likeness: likenessOf(claim, terms, place) || matterOf(terms, place) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ place }) => place);
}

/** What the draft's own speaker says counts for more than any number of shared words. */
const OWN_SPEAKER = 100;

/** How much speaks for a place; 0 where too little does. */
function likenessOf(claim: QuoteClaim, terms: ReadonlySet<string>, place: Place): number {
  const shared = sharedTerms(terms, place);
  if (isByOwnSpeaker(claim, place)) return OWN_SPEAKER + shared;
  const least = place.quotes.length > 0 ? SHARED_QUOTED_FROM : SHARED_FROM;
  return shared >= least ? shared : 0;
}

/** What speaks for words that an article on the same matter quotes, or for two on end, which seldom meet by chance. */
const SAME_MATTER = 0.5;

/** The terms of an article, kept for the articles looked at last. */
const articleTerms = keepLast(
  ({ sentences }) => new Set(sentences.flatMap((sentence) => sentence.terms.map(({ term }) => term))),
);

function matterOf(terms: ReadonlySet<string>, place: Place): number {
  if (place.quotes.length === 0 && place.alignment.matches < 2) return 0;
  const held = articleTerms(place.article);
  const common = [...terms].filter((term) => held.has(term)).length;
  return common >= SHARED_FROM && common >= terms.size * SAME_MATTER_FROM ? SAME_MATTER : 0;
}

/** The terms beside a quote in its sentence, and those of the name of its speaker. */
function contextTerms(draft: string, claim: QuoteClaim): ReadonlySet<string> {
  const tokens = tokenize(draft, aroundOf(claim)).filter((token) => !overlaps(token, claim));
  const speaker = claim.attribution?.speaker ?? '';
  return new Set([...tokens, ...tokenize(speaker)].map(termOf).filter((term) => term !== null));
}

/** How many of `terms` stand in the sentence of a place or the ones beside it, outside the place. */
function sharedTerms(terms: ReadonlySet<string>, place: Place): number {
  const { sentences } = place.article;
  const at = lastStartingBefore(
    sentences.map(({ sentence }) => sentence),
    place.start,
  );
  const shared = new Set<string>();
  for (const { sentence, terms: own } of sentences.slice(Math.max(0, at - 1), at + 2)) {
    for (const { term, token } of own) {
      const span = sentence.tokens[token];
      if (span !== undefined && terms.has(term) && !overlaps(span, place)) shared.add(term);
    }
  }
  return shared.size;
}
