/** Mentions: the names in the sentences of one text, kept from one version of a draft to the next. */

import { type Likeness, NOT_WORKED, type Worked, workOn } from '../draft/carriedList.ts';
import { isPlaced, isSamePlaced, perSentence } from '../text/placed.ts';
import type { Sentence } from '../text/sentences.ts';
import type { NameWording } from './fullNames.ts';
import { findNames, moveName, type Name, type NameWords, nameKey } from './name.ts';

/** The names of a text. */
export interface Mentions {
  /** Those of the sentence with that index, in order. */
  readonly namesOf: (at: number) => readonly Name[];
  readonly wording: NameWording;
}

/** Mentions by the sentences they stand in, which quotations, reports and names of one text all ask for. */
const mentionsKept = new WeakMap<readonly Sentence[], Mentions>();

/** How the sentences of a draft's last version name people and bodies. */
export interface KeptWording {
  last: Worked<Sentence, SentenceMentions>;
  wording: NameWording | null;
}

/** Keeps nothing yet. */
export function createKeptWording(): KeptWording {
  return { last: NOT_WORKED, wording: null };
}

/** When sentences of two versions of a draft are the same, for what depends on nothing else. */
export const SAME_WORDS: Likeness<Sentence> = {
  isSame: (before, sentence) => before === sentence,
  isLike: isSamePlaced,
  reach: 0,
};

/** The names that the sentences of `text` mention. The answer is the same without `kept`. */
export function mentionsIn(
  text: string,
  sentences: readonly Sentence[],
  kept: KeptWording = createKeptWording(),
): Mentions {
  const known = mentionsKept.get(sentences);
  if (known !== undefined) return known;
  const { last } = kept;
  // What is asked of a moved sentence is where it stands now; its wording is the same.
  const { values, change, anew } = workOn(last, sentences, SAME_WORDS, (sentence) =>
    mentionsOf.anywhere(text, sentence),
  );
  const isSame = areWordedAs(last.values.slice(change.prefix, change.before), anew);
  const wording =
    isSame && kept.wording !== null
      ? kept.wording
      : {
          names: values.flatMap(({ names }) => names),
          corroborated: new Set(values.flatMap(({ inside }) => inside)),
        };
  kept.last = { items: sentences, values };
  kept.wording = wording;
  const mentions = mentionsOver(text, sentences, values, wording);
  mentionsKept.set(sentences, mentions);
  return mentions;
}

/** The mentions of sentences whose names are found by `mentionsOf`; `values` tells which have any. */
function mentionsOver(
  text: string,
  sentences: readonly Sentence[],
  values: readonly SentenceMentions[],
  wording: NameWording,
): Mentions {
  const namesOf = (at: number): readonly Name[] => {
    const sentence = sentences[at];
    const { names } = values[at] ?? NOBODY;
    const isThere = names.length === 0 || sentence === undefined || !isPlaced(sentence);
    return isThere ? names : mentionsOf(text, sentence).names;
  };
  return { namesOf, wording };
}

/** Whether the sentences that name somebody do so in the same words. */
function areWordedAs(before: readonly SentenceMentions[], now: readonly SentenceMentions[]): boolean {
  const old = before.filter((one) => one !== NOBODY);
  const named = now.filter((one) => one !== NOBODY);
  return old.length === named.length && named.every((one, at) => isWordedAs(one, old[at] ?? NOBODY));
}

function isWordedAs(one: SentenceMentions, other: SentenceMentions): boolean {
  // A sentence that was only moved has the same list.
  if (one.inside === other.inside) return true;
  return areSame(one.inside, other.inside) && areNamedAlike(one.names, other.names);
}

/** Whether names are written in the same words, one by one. */
export function areNamedAlike(some: readonly NameWords[], others: readonly NameWords[]): boolean {
  return some.length === others.length && some.every((name, at) => isNamedAs(name, others[at] ?? name));
}

function isNamedAs(name: NameWords, other: NameWords): boolean {
  return (
    name.text === other.text &&
    name.title === other.title &&
    name.kind === other.kind &&
    nameKey(name) === nameKey(other)
  );
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at]);
}

/** The names of one sentence, in order, and the words of those inside it, where only a name has a capital. */
export interface SentenceMentions {
  readonly names: readonly Name[];
  readonly inside: readonly string[];
}

/** The names of one sentence. */
export const mentionsOf = perSentence(
  (text, { tokens }): SentenceMentions => {
    const names = findNames(text, tokens);
    const start = tokens.find((token) => token.kind === 'word')?.start ?? -1;
    const inside = names.flatMap((name) => (name.start === start ? name.words.slice(1) : name.words));
    return names.length === 0 ? NOBODY : { names, inside };
  },
  // Most sentences name nobody.
  (mentions, by) =>
    mentions.names.length === 0
      ? mentions
      : { names: mentions.names.map((name) => moveName(name, by)), inside: mentions.inside },
);

const NOBODY: SentenceMentions = { names: [], inside: [] };
