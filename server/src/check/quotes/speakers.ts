/** Speakers of a quote: whether the articles give the words to the one whom the draft names. */

import type { AttributionClaim, QuoteClaim } from '../../claims/claim.ts';
import { genderOfTitle } from '../../claims/gender.ts';
import type { Speaker } from '../../claims/people.ts';
import type { Speech } from '../../claims/speaker.ts';
import { articleQuotes } from '../../match/articleQuotes.ts';
import { compareNames } from '../../match/sameName.ts';
import type { Place } from './examinedQuote.ts';

/** Another speaker whom an article names for the words of a quote. */
export interface OtherSpeaker {
  /** Whom the draft names. */
  readonly own: string;
  readonly place: Place;
  readonly speaker: Speaker;
  readonly speech: Speech;
}

/** Quotes of fewer words occur in many mouths; the speaker is compared only when the article quotes just them. */
const FEWEST_WORDS = 4;

/**
 * The speaker whom the articles name for the words, when it surely is another than the draft's. Null when the draft
 * names nobody, when one article gives the words to the draft's speaker, or when an article leaves the speaker unclear.
 */
export function otherSpeaker(
  draft: string,
  claim: QuoteClaim,
  places: readonly Place[],
  words: number,
): OtherSpeaker | null {
  const name = ownSpeaker(claim, places);
  if (name === null) return null;
  const own = wordsOfName(name);
  let other: OtherSpeaker | null = null;
  for (const place of places) {
    const found = speechAt(place);
    if (found === null || found.speakers.length === 0) return null;
    if (mayBe(own, found) || speaksForIt(own, place, found)) return null;
    if (words < FEWEST_WORDS && !quotesJustThis(place)) return null;
    const [speaker] = found.speakers;
    if (other === null && speaker !== undefined) other = { own: name, place, speaker, speech: found };
  }
  if (other === null || isMentionedBefore(draft, claim, other.speaker)) return null;
  return other;
}

/**
 * Whom the draft names for a quote. `Calder told the crew: “…”` opens a sentence, where any word has a capital: it is a
 * name when somebody of that family name speaks in an article at `places`. Null where the draft names nobody.
 */
export function ownSpeaker({ attribution }: QuoteClaim, places: readonly Place[]): string | null {
  if (attribution === null || attribution.speaker !== null) return attribution?.speaker ?? null;
  const { sourceText } = attribution;
  if (!ONE_CAPITAL_WORD.test(sourceText)) return null;
  const [family] = wordsOfName(sourceText);
  const speaks = places.some(({ article }) =>
    articleQuotes(article).some(({ speech }) =>
      speech?.speakers.some((speaker) => speaker.words[speaker.words.length - 1] === family),
    ),
  );
  return speaks ? sourceText : null;
}

const ONE_CAPITAL_WORD = /^\p{Lu}[\p{L}'’-]+$/u;

/** Whether the article gives the words at `place` to the one whom the draft names. */
export function isByOwnSpeaker(claim: QuoteClaim, place: Place): boolean {
  const name = ownSpeaker(claim, [place]);
  const speech = speechAt(place);
  if (name === null || speech === null) return false;
  const own = wordsOfName(name);
  return speech.speakers.some((speaker) => compareNames(own, speaker.words) === 'same');
}

/** Lower-case words of a name as written, without titles' full stops and possessives. */
export function wordsOfName(name: string): string[] {
  const words = name
    .toLowerCase()
    .replace(/['’.]/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return words ?? [];
}

function speechAt(place: Place): Speech | null {
  const speeches = place.quotes.map((quote) => quote.speech);
  const [first] = speeches;
  return first === undefined || first === null ? null : first;
}

/** Whether the draft's speaker may be meant by the article: named, or near enough where the article only implies. */
function mayBe(own: readonly string[], speech: Speech): boolean {
  const candidates = speech.clarity === 'named' ? speech.speakers : [...speech.speakers, ...speech.nearby];
  return candidates.some((speaker) => compareNames(own, speaker.words) !== 'different');
}

/** UTF-16 units after a source in which an apposition (`Claudia Durgnat, a spokeswoman for Solar Impulse`) may stand. */
const APPOSITION = 80;

/** `the Pentagon said` of what `Pentagon spokesman Steve Warren` said: the one beside the source, who is no speaker here. */
function speaksForIt(own: readonly string[], place: Place, speech: Speech): boolean {
  const last = own[own.length - 1];
  if (last === undefined) return false;
  const isSpeaker = articleQuotes(place.article).some(({ speech: other }) =>
    other?.speakers.some((speaker) => compareNames(own, speaker.words) === 'same'),
  );
  if (isSpeaker) return false;
  const { span } = speech.source;
  const beside = place.article.article.text.slice(span.end, span.end + APPOSITION);
  const end = beside.search(/[.!?](?:\s|$)|[\n"“”«»]/);
  const described = `${speech.source.text} ${end === -1 ? beside : beside.slice(0, end)}`;
  // Of one family with the speaker is nobody whom he speaks for.
  const others = new Set(speech.speakers.flatMap(({ words }) => words));
  return wordsOfName(described).includes(last) && !others.has(last);
}

function quotesJustThis(place: Place): boolean {
  return place.quotes.some((quote) => quote.start >= place.start && quote.end <= place.end + 2);
}

/** UTF-16 units before a quote in which a pronoun of the draft finds its person. */
const PRONOUN_REACH = 600;
const PRONOUN = /^(?:he|she|they|it|who|i|we|him|her)$/i;

export function isPronoun(sourceText: string): boolean {
  return PRONOUN.test(sourceText);
}

/** How far before a claim the draft may say whom its source means, in UTF-16 units. */
export function sourceReach({ attribution }: QuoteClaim | AttributionClaim): number {
  return isPronoun(attribution?.sourceText ?? '') ? PRONOUN_REACH : 0;
}

/** `she said` of the words of Mr Varga. */
function isOfOtherGender({ attribution }: QuoteClaim, speaker: Speaker): boolean {
  const pronoun = attribution?.sourceText.toLowerCase();
  const gender = genderOfTitle(speaker.title ?? '');
  return gender !== null && (pronoun === 'he' || pronoun === 'she') && pronoun !== gender;
}

/** A pronoun of the draft may mean the article's speaker, if the draft mentions that person before. */
function isMentionedBefore(draft: string, claim: QuoteClaim, speaker: Speaker): boolean {
  const reach = sourceReach(claim);
  if (reach === 0 || isOfOtherGender(claim, speaker)) return false;
  const family = speaker.words[speaker.words.length - 1] ?? '';
  const before = draft.slice(Math.max(0, claim.start - reach), claim.start).toLowerCase();
  return family !== '' && before.includes(family);
}
