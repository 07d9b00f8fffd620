/** People: whom the short names and pronouns of one text mean. */

import type { Sentence } from '../text/sentences.ts';
import { lastStartingBefore, type Span } from '../text/span.ts';
import { LONGEST_PERSON, resolverOf, type Speaker } from './fullNames.ts';
import { type GenderEvidence, gendersIn, type Pronoun } from './gender.ts';
import { createKeptWording, type KeptWording, type Mentions, mentionsIn } from './mentions.ts';
import type { Name, NameWords } from './name.ts';
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
  const told: Told = { text, sentences, quoted, namesOf, resolve };
  const genderOf = onceAsked(() => gendersOf(told));
  const families = onceAsked(() => knownFamilies(wording.names, sources));
  const roles = onceAsked(() => rolesOf(told));
  const excludes = (speaker: Speaker, pronoun: Pronoun): boolean => {
    const sure = genderOf().get(speaker.name)?.sure ?? null;
    return sure !== null && sure !== pronoun;
  };
  return {
    resolve,
    excludes,
    before: (offset, pronoun) => antecedents(told, { offset, pronoun }, { excludes, genderOf, families }),
    near: (offset) => speakersOf(nearestMentions(told, offset), resolve),
    inRole: (words) => roles()(words),
  };
}

/** One text with its names, as far as they are told apart. */
interface Told {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** In order. */
  readonly quoted: readonly Span[];
  readonly namesOf: Mentions['namesOf'];
  readonly resolve: People['resolve'];
}

/** Most texts are asked for some of their people only. */
function onceAsked<T>(find: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

function gendersOf({ text, sentences, quoted, namesOf, resolve }: Told): ReadonlyMap<string, GenderEvidence> {
  return gendersIn(text, sentences, namesOf, quoted, (name) => resolve(name)?.name ?? null);
}

function rolesOf({ text, sentences, quoted, namesOf, resolve }: Told): RoleHolder {
  const names = sentences.flatMap((_, at) => namesOf(at)).filter((name) => !isQuoted(name, quoted));
  return roleHolders(text, names, resolve);
}

/** A pronoun of the text. */
interface Place {
  readonly offset: number;
  readonly pronoun: Pronoun;
}

/** What tells whether a pronoun may be a person's. */
interface Signs {
  readonly excludes: People['excludes'];
  readonly genderOf: () => ReadonlyMap<string, GenderEvidence>;
  /** As `knownFamilies` has them. */
  readonly families: () => ReadonlySet<string>;
}

function antecedents(told: Told, { offset, pronoun }: Place, signs: Signs): Antecedents {
  const { text, sentences, quoted, resolve } = told;
  const { excludes, genderOf, families } = signs;
  const nearest = nearestMentions(told, offset).filter((name) => !isQuoted(name, quoted));
  const all = speakersOf(nearest, resolve).filter((speaker) => !excludes(speaker, pronoun));
  const fits = (name: Name): boolean => {
    const speaker = resolve(name);
    if (speaker === null || excludes(speaker, pronoun)) return false;
    return canBeSubject(text, name, families()) || genderOf().get(speaker.name)?.sure === pronoun;
  };
  const subjects = speakersOf(
    nearest.filter((name) => fits(name) && !followsPronoun(name, sentences, pronoun)),
    resolve,
  );
  const isLikely = ({ name }: Speaker): boolean => (genderOf().get(name)?.likely ?? pronoun) === pronoun;
  return { likeliest: subjects.find(isLikely) ?? subjects[0] ?? null, all };
}

function speakersOf(names: readonly Name[], resolve: People['resolve']): Speaker[] {
  return names.map(resolve).filter((speaker) => speaker !== null);
}

/**
 * The mentions in the sentences that lead up to `offset`: the nearest sentence first, and in each the first mention
 * first, since the subject of a sentence is likelier to be meant than its object.
 */
function nearestMentions({ namesOf, sentences }: Told, offset: number): Name[] {
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
