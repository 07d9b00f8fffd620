/** Matches decisions to the claims of a draft: by the same sentence, else by the sentence it has most likely become. */

import { type ClaimPlace, keyOf } from './claimPlace.ts';
import type { Verification } from './decision.ts';

/** A claim with the decision that was made on it. */
export interface Match {
  /** Index of the claim's place. */
  readonly claim: number;
  readonly decision: Verification;
  /** Whether claim and sentence read as they did. */
  readonly sentence: 'same' | 'changed';
}

/**
 * At most one match a claim. `decisions` come newest first. A decision whose very sentence stands in the draft
 * belongs there, wherever that is; one whose sentence is nowhere goes to the claim that looks most like it among
 * those without a decision, and to none when nothing does. A decision of another draft, which moved, goes by the
 * very sentence only.
 */
export function matchDecisions(
  places: readonly ClaimPlace[],
  decisions: readonly Verification[],
  draft: string,
): readonly Match[] {
  const keys = new Set(places.map(keyOf));
  const newest = new Map<string, Verification>();
  for (const decision of decisions) if (!newest.has(keyOf(decision))) newest.set(keyOf(decision), decision);
  const same = places.flatMap((place, claim): Match[] => {
    const decision = newest.get(keyOf(place));
    return decision === undefined ? [] : [{ claim, decision, sentence: 'same' }];
  });
  const taken = new Set(same.map(({ claim }) => claim));
  const lost = decisions.filter((decision) => decision.draft === draft && !keys.has(keyOf(decision)));
  return [...same, ...likeliest(places, taken, lost)];
}

interface Guess {
  readonly claim: number;
  readonly decision: Verification;
  readonly likeness: number;
}

/** Pairs the lost decisions with free claims, the most alike first, each at most once. */
function likeliest(
  places: readonly ClaimPlace[],
  taken: ReadonlySet<number>,
  lost: readonly Verification[],
): readonly Match[] {
  if (lost.length === 0) return [];
  const free = wordIndex(places, taken);
  const guesses = lost.flatMap((decision) => guessesFor(decision, places, free));
  guesses.sort((a, b) => b.likeness - a.likeness || a.claim - b.claim);
  const used = new Set<number>();
  const settled = new Set<string>();
  return guesses.flatMap(({ claim, decision }): Match[] => {
    if (used.has(claim) || settled.has(decision.id)) return [];
    used.add(claim);
    settled.add(decision.id);
    return [{ claim, decision, sentence: 'changed' }];
  });
}

/** The free claims by the words of their sentences. */
interface WordIndex {
  readonly claims: ReadonlyMap<string, readonly number[]>;
  readonly words: ReadonlyMap<number, ReadonlySet<string>>;
}

function wordIndex(places: readonly ClaimPlace[], taken: ReadonlySet<number>): WordIndex {
  const claims = new Map<string, number[]>();
  const sentences = new Map<number, ReadonlySet<string>>();
  for (const [index, { sentence }] of places.entries()) {
    if (taken.has(index)) continue;
    const words = wordsOf(sentence);
    sentences.set(index, words);
    for (const word of words) {
      const known = claims.get(word);
      if (known === undefined) claims.set(word, [index]);
      else known.push(index);
    }
  }
  return { claims, words: sentences };
}

/**
 * How much of two sentences must be the same, as Dice's coefficient over their words: half where the claim reads as it
 * did, since it holds the sentence together; more where the claim itself was changed. A rewritten sentence keeps its
 * names and nouns, while two sentences of one story rarely share a third of their words.
 */
const SAME_CLAIM = 0.5;
const OTHER_CLAIM = 0.7;

/** Puts the same claim before a changed one in a sentence that is equally alike. */
const CLAIM_COUNTS = 0.5;

function guessesFor(
  decision: Verification,
  places: readonly ClaimPlace[],
  free: WordIndex,
): readonly Guess[] {
  const words = wordsOf(decision.sentence);
  return nearest(words, free).flatMap((claim): Guess[] => {
    const place = places[claim];
    if (place === undefined || place.kind !== decision.kind) return [];
    const dice = diceOf(words, free.words.get(claim) ?? new Set());
    const isSame = place.claim === decision.claim;
    if (dice < (isSame ? SAME_CLAIM : OTHER_CLAIM)) return [];
    const sameOccurrence = place.occurrence === decision.occurrence ? CLAIM_COUNTS / 2 : 0;
    return [{ claim, decision, likeness: dice + (isSame ? CLAIM_COUNTS : 0) + sameOccurrence }];
  });
}

/**
 * Words by which a sentence is sought: its rarest in the draft. Half of its words are to be the same, so that it is most
 * unlikely that none of these is; a sentence has some twenty. Common words would look at every claim.
 */
const SOUGHT_WORDS = 8;

/** Claims that are looked at for one decision. A draft that repeats itself has words that all its claims share. */
const MOST_VISITS = 500;

/** Claims that are compared word by word; two claims of one sentence are as near as each other, and few have more. */
const MOST_NEAR = 24;

/** The free claims that share most of the rarest words, the nearest first. */
function nearest(words: ReadonlySet<string>, { claims }: WordIndex): readonly number[] {
  const lists = [...words].flatMap((word) => {
    const held = claims.get(word);
    return held === undefined ? [] : [held];
  });
  const shared = new Map<number, number>();
  let visits = 0;
  for (const held of lists.toSorted((a, b) => a.length - b.length).slice(0, SOUGHT_WORDS)) {
    visits += held.length;
    if (visits > MOST_VISITS && shared.size > 0) break;
    for (const claim of held) shared.set(claim, (shared.get(claim) ?? 0) + 1);
  }
  return [...shared]
    .toSorted(([a, countA], [b, countB]) => countB - countA || a - b)
    .slice(0, MOST_NEAR)
    .map(([claim]) => claim);
}

/** Dice's coefficient: twice what two sets share over what they hold together. */
function diceOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

function wordsOf(sentence: string): ReadonlySet<string> {
  return new Set(sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
