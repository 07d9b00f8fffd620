/** People: whom the short names and pronouns of one text mean. */

import { type Likeness, NOT_WORKED, type Worked, workOn } from '../draft/carriedList.ts';
import { isPlaced, isSamePlaced, perSentence } from '../text/placed.ts';
import type { Sentence } from '../text/sentences.ts';
import { lastStartingBefore, type Span } from '../text/span.ts';
import { LONGEST_PERSON, type NameWording, resolverOf, type Speaker } from './fullNames.ts';
import { type GenderEvidence, gendersIn, type Pronoun } from './gender.ts';
import { findNames, moveName, type Name, type NameWords, nameKey } from './name.ts';
import { type RoleHolder, roleHolders } from './roleHolders.ts';

export type { Speaker };

/** Whom a pronoun may mean. */
export interface Antecedents {
  /** The nearest fitting person; null when nobody stands near enough. */
  readonly likeliest: Speaker | null;
  /** Everyone with a name in reach. */
  readonly all: readonly Speaker[];
}

/** The people of one text, in reading order of their mentions. */
export interface People {
  /** `Pompeo` is `Mike Pompeo` where the text says so anywhere. Null for a capitalised word that may be no name. */
  resolve(name: Name): Speaker | null;
  /** Whom `pronoun` at `offset` may mean: nobody of whom the text says that it is not theirs. */
  before(offset: number, pronoun: Pronoun): Antecedents;
  /** Everyone with a name in the sentences that lead up to `offset`, the nearest first. */
  near(offset: number): readonly Speaker[];
  /** The only one whom the text calls by a role, given by its words (`["fire", "chief"]`); null for none or several. */
  readonly inRole: RoleHolder;
  /** Whether the text says that the pronoun of a person is the other one. */
  excludes(speaker: Speaker, pronoun: Pronoun): boolean;
}

/** How many sentences back a pronoun may reach. */
const PRONOUN_REACH = 4;
/** How many names back it may reach: four sentences of news rarely hold more, and a hostile one holds a million. */
const MENTIONS_REACH = 40;

/** The names of a text. */
interface Mentions {
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

/** The people of `text`. Mentions inside `quoted` (in order) can be no antecedents. Linear in the text. */
export function findPeople(
  text: string,
  sentences: readonly Sentence[],
  quoted: readonly Span[],
  sources: readonly NameWords[],
  kept: KeptWording = createKeptWording(),
): People {
  const { wording, namesOf } = mentionsIn(text, sentences, kept);
  const resolve = resolverOf(wording, sources);
  let known: ReadonlySet<string> | undefined;
  const personOf = (name: Name): string | null => resolve(name)?.name ?? null;
  let genders: ReadonlyMap<string, GenderEvidence> | undefined;
  const evidenceOf = ({ name }: Speaker): GenderEvidence | undefined => {
    genders ??= gendersIn(text, sentences, namesOf, quoted, personOf);
    return genders.get(name);
  };
  const excludes = (speaker: Speaker, pronoun: Pronoun): boolean => {
    const sure = evidenceOf(speaker)?.sure ?? null;
    return sure !== null && sure !== pronoun;
  };
  const before = (offset: number, pronoun: Pronoun): Antecedents => {
    const nearest = nearestMentions(namesOf, sentences, offset).filter((name) => !isQuoted(name, quoted));
    const all = speakersOf(nearest, resolve).filter((speaker) => !excludes(speaker, pronoun));
    const fits = (name: Name): boolean => {
      const speaker = resolve(name);
      if (speaker === null || excludes(speaker, pronoun)) return false;
      known ??= knownFamilies(wording.names, sources);
      return canBeSubject(text, name, known) || evidenceOf(speaker)?.sure === pronoun;
    };
    const subjects = speakersOf(
      nearest.filter((name) => fits(name) && !followsPronoun(name, sentences, pronoun)),
      resolve,
    );
    const unlikely = (speaker: Speaker): boolean => (evidenceOf(speaker)?.likely ?? pronoun) !== pronoun;
    return { likeliest: subjects.find((speaker) => !unlikely(speaker)) ?? subjects[0] ?? null, all };
  };
  const near = (offset: number): Speaker[] =>
    speakersOf(nearestMentions(namesOf, sentences, offset), resolve);
  let holders: RoleHolder | undefined;
  const inRole: RoleHolder = (words) => {
    holders ??= roleHolders(
      text,
      sentences.flatMap((_, at) => namesOf(at)).filter((name) => !isQuoted(name, quoted)),
      resolve,
    );
    return holders(words);
  };
  return { resolve, before, excludes, near, inRole };
}

function speakersOf(names: readonly Name[], resolve: People['resolve']): Speaker[] {
  return names.map(resolve).filter((speaker) => speaker !== null);
}

/**
 * The mentions in the sentences that lead up to `offset`: the nearest sentence first, and in each the first mention
 * first, since the subject of a sentence is likelier to be meant than its object.
 */
function nearestMentions(
  namesOf: Mentions['namesOf'],
  sentences: readonly Sentence[],
  offset: number,
): Name[] {
  const nearest: Name[] = [];
  const last = lastStartingBefore(sentences, offset);
  for (let at = last; at > Math.max(-1, last - PRONOUN_REACH) && nearest.length < MENTIONS_REACH; at -= 1) {
    const names = namesOf(at);
    const end = lastStartingBefore(names, offset - 1) + 1;
    // Of more than are looked at, those of the sentence that stand last.
    nearest.push(...names.slice(Math.max(0, end - (MENTIONS_REACH - nearest.length)), end));
  }
  return nearest;
}

/** Family names of those who have a title or speak somewhere in the text. */
function knownFamilies(mentions: readonly NameWords[], sources: readonly NameWords[]): ReadonlySet<string> {
  const titled = mentions.filter((name) => name.title !== null);
  return new Set(
    [...titled, ...sources].filter((name) => name.kind === 'person').map((name) => name.words.at(-1) ?? ''),
  );
}

const AFTER_PREPOSITION =
  /(?:^|[\s(“"])(?:in|at|from|to|of|on|near|for|with|by|the|into|over|through|across)\s+$/i;
/** Longest word that `AFTER_PREPOSITION` looks for, with its blanks. */
const PREPOSITION_REACH = 10;

/** A person who can be meant by `he` or `she`: known to be one, or a full name that is no object of a preposition. */
function canBeSubject(text: string, name: Name, known: ReadonlySet<string>): boolean {
  if (name.kind !== 'person' || /^['’]s?\b/.test(text.slice(name.end, name.end + 2))) return false;
  if (known.has(name.words.at(-1) ?? '')) return true;
  const start = name.titleSpan?.start ?? name.start;
  const lead = text.slice(Math.max(0, start - PREPOSITION_REACH), start);
  return name.words.length > 1 && name.words.length <= LONGEST_PERSON && !AFTER_PREPOSITION.test(lead);
}

/** `He praised Carter`: whoever `he` is here and in what follows, it is not Carter. */
function followsPronoun(name: Name, sentences: readonly Sentence[], pronoun: Pronoun): boolean {
  const sentence = sentences[lastStartingBefore(sentences, name.start)];
  const first = sentence?.tokens.find((token) => token.kind === 'word');
  return first !== undefined && first.lower === pronoun && first.start < name.start;
}

function isQuoted(name: Span, quoted: readonly Span[]): boolean {
  const span = quoted[lastStartingBefore(quoted, name.start)];
  return span !== undefined && name.end <= span.end;
}
