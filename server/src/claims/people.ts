/** People: whom the short names and pronouns of one text mean. */

import { perSentence } from '../text/placed.ts';
import type { Sentence } from '../text/sentences.ts';
import { lastStartingBefore, type Span } from '../text/span.ts';
import { LONGEST_PERSON, type Mentions, type NameWording, resolverOf, type Speaker } from './fullNames.ts';
import { type GenderEvidence, gendersIn, type Pronoun } from './gender.ts';
import { findNames, moveName, type Name, nameKey } from './name.ts';
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

/** Mentions by the sentences they stand in, which quotations, reports and names of one text all ask for. */
const mentionsKept = new WeakMap<readonly Sentence[], Mentions>();

/** The sentences of a draft's last version that name somebody, and how. */
export interface KeptWording {
  named: readonly SentenceMentions[];
  wording: NameWording | null;
}

/** Keeps nothing yet. */
export function createKeptWording(): KeptWording {
  return { named: [], wording: null };
}

/** The names that the sentences of `text` mention. The answer is the same without `kept`. */
export function mentionsIn(
  text: string,
  sentences: readonly Sentence[],
  kept: KeptWording = createKeptWording(),
): Mentions {
  const known = mentionsKept.get(sentences);
  if (known !== undefined) return known;
  const bySentence: (readonly Name[])[] = [];
  const named: SentenceMentions[] = [];
  const all: Name[] = [];
  for (const sentence of sentences) {
    const mentions = mentionsOf(text, sentence);
    bySentence.push(mentions.names);
    if (mentions.names.length === 0) continue;
    named.push(mentions);
    for (const name of mentions.names) all.push(name);
  }
  const mentions = { bySentence, names: all, wording: wordingOf(named, kept) };
  mentionsKept.set(sentences, mentions);
  return mentions;
}

/** The wording of before where nothing but the places of the names has changed. */
function wordingOf(named: readonly SentenceMentions[], kept: KeptWording): NameWording {
  const before = kept.named;
  const isSame =
    named.length === before.length && named.every((one, at) => isWordedAs(one, before[at] ?? one));
  const wording =
    isSame && kept.wording !== null
      ? kept.wording
      : { corroborated: new Set(named.flatMap(({ inside }) => inside)) };
  kept.named = named;
  kept.wording = wording;
  return wording;
}

function isWordedAs(one: SentenceMentions, other: SentenceMentions): boolean {
  // A sentence that was only moved has the same list.
  if (one.inside === other.inside) return true;
  return (
    areSame(one.inside, other.inside) &&
    one.names.length === other.names.length &&
    one.names.every((name, at) => isNamedAs(name, other.names[at] ?? name))
  );
}

function isNamedAs(name: Name, other: Name): boolean {
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
interface SentenceMentions {
  readonly names: readonly Name[];
  readonly inside: readonly string[];
}

const mentionsOf = perSentence(
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
  sources: readonly Name[],
  kept: KeptWording = createKeptWording(),
): People {
  const mentions = mentionsIn(text, sentences, kept);
  const { names, bySentence } = mentions;
  const resolve = resolverOf(mentions, sources);
  let known: ReadonlySet<string> | undefined;
  const personOf = (name: Name): string | null => resolve(name)?.name ?? null;
  let genders: ReadonlyMap<string, GenderEvidence> | undefined;
  const evidenceOf = ({ name }: Speaker): GenderEvidence | undefined => {
    genders ??= gendersIn(text, sentences, bySentence, quoted, personOf);
    return genders.get(name);
  };
  const excludes = (speaker: Speaker, pronoun: Pronoun): boolean => {
    const sure = evidenceOf(speaker)?.sure ?? null;
    return sure !== null && sure !== pronoun;
  };
  const before = (offset: number, pronoun: Pronoun): Antecedents => {
    const nearest = nearestMentions(names, sentences, offset).filter((name) => !isQuoted(name, quoted));
    const all = speakersOf(nearest, resolve).filter((speaker) => !excludes(speaker, pronoun));
    const fits = (name: Name): boolean => {
      const speaker = resolve(name);
      if (speaker === null || excludes(speaker, pronoun)) return false;
      known ??= knownFamilies(names, sources);
      return canBeSubject(text, name, known) || evidenceOf(speaker)?.sure === pronoun;
    };
    const subjects = speakersOf(
      nearest.filter((name) => fits(name) && !followsPronoun(name, sentences, pronoun)),
      resolve,
    );
    const unlikely = (speaker: Speaker): boolean => (evidenceOf(speaker)?.likely ?? pronoun) !== pronoun;
    return { likeliest: subjects.find((speaker) => !unlikely(speaker)) ?? subjects[0] ?? null, all };
  };
  const near = (offset: number): Speaker[] => speakersOf(nearestMentions(names, sentences, offset), resolve);
  let holders: RoleHolder | undefined;
  const inRole: RoleHolder = (words) => {
    holders ??= roleHolders(
      text,
      names.filter((name) => !isQuoted(name, quoted)),
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
function nearestMentions(names: readonly Name[], sentences: readonly Sentence[], offset: number): Name[] {
  const last = lastStartingBefore(names, offset - 1);
  const sentence = lastStartingBefore(sentences, offset);
  const near = names.slice(Math.max(0, last + 1 - MENTIONS_REACH), last + 1);
  const placed = near.map((name) => ({ name, sentence: lastStartingBefore(sentences, name.start) }));
  return placed
    .filter((one) => one.sentence > sentence - PRONOUN_REACH)
    .sort((a, b) => b.sentence - a.sentence || a.name.start - b.name.start)
    .map(({ name }) => name);
}

/** Family names of those who have a title or speak somewhere in the text. */
function knownFamilies(mentions: readonly Name[], sources: readonly Name[]): ReadonlySet<string> {
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
