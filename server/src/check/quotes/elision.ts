/** Elision: whether what an ellipsis leaves out changes what the speaker said. */

import type { QuotedSpeech } from '../../claims/quote.ts';
import { compareNames } from '../../match/sameName.ts';
import type { NormalWord } from '../../text/normalise.ts';
import type { Place } from './examinedQuote.ts';

/** Why an omission is reported. */
export type ElisionProblem =
  | { readonly kind: 'negation'; readonly words: readonly NormalWord[]; readonly negation: NormalWord }
  | { readonly kind: 'speakers' }
  | { readonly kind: 'far'; readonly skipped: number };

/** Most words that an ellipsis may bridge: about a paragraph and a half of a news report. */
const FARTHEST = 120;

/** Words that turn what is said into its opposite. */
const NEGATIONS: ReadonlySet<string> = new Set(
  'not no never none nobody nothing neither nor without hardly scarcely barely cannot unless except refuse refused deny denied unlikely'.split(
    ' ',
  ),
);

export function isNegation(norm: string): boolean {
  return NEGATIONS.has(norm) || norm.endsWith("n't");
}

/** The first problem with the omissions of a quote, or null. */
export function elisionProblem(place: Place): ElisionProblem | null {
  for (const difference of place.differences) {
    if (difference.kind !== 'ellipsis') continue;
    const skipped = place.words.slice(difference.target.from, difference.target.to);
    const negation = skippedNegation(place, skipped);
    if (negation !== undefined) return { kind: 'negation', words: skipped, negation };
    if (bridgesSpeakers(place.quotes)) return { kind: 'speakers' };
    if (skipped.length > FARTHEST) return { kind: 'far', skipped: skipped.length };
  }
  return null;
}

/** A negation in the clause that the omission cuts into; one in a whole sentence left out changes nothing that stays. */
function skippedNegation(place: Place, skipped: readonly NormalWord[]): NormalWord | undefined {
  const text = place.article.article.text;
  const first = skipped[0];
  const last = skipped[skipped.length - 1];
  if (first === undefined || last === undefined) return undefined;
  const at = skipped.findIndex((word, index) => endsSentence(text, word, skipped[index + 1]));
  const after = skipped.findLastIndex((word, index) => endsSentence(text, word, skipped[index + 1]));
  const cut = skipped.filter((_, index) => at === -1 || index <= at || index > after);
  // What is left out after the end of a sentence was cut off at its beginning, so it does belong to what follows.
  return cut.find((word) => isNegation(word.norm));
}

function endsSentence(text: string, word: NormalWord, next: NormalWord | undefined): boolean {
  return next !== undefined && /[.!?]/.test(text.slice(word.end, next.start));
}

function bridgesSpeakers(quotes: readonly QuotedSpeech[]): boolean {
  const named = quotes.flatMap((quote) => {
    const speaker = quote.speech?.clarity === 'named' ? quote.speech.speakers[0] : undefined;
    return speaker === undefined ? [] : [speaker];
  });
  const [first] = named;
  if (first === undefined) return false;
  return named.some((speaker) => compareNames(first.words, speaker.words) === 'different');
}
