/** Gender: whether a text speaks of a person as `he` or as `she`, by titles, descriptions and pronouns. */

import type { Sentence } from '../text/sentences.ts';
import { lastStartingBefore, type Span } from '../text/span.ts';
import type { Name } from './name.ts';

const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

export type Pronoun = 'he' | 'she';

/** What a text says of one person. */
export interface GenderEvidence {
  /** A title or a description says so, or pronouns do so again and again; null when none does or they differ. */
  readonly sure: Pronoun | null;
  /** What at least one pronoun suggests. */
  readonly likely: Pronoun | null;
}

/** Titles and nouns that are said of one gender alone. Those that end in `man` and `woman` are told by that. */
const MALE = wordSet(
  `mr sir lord king prince duke baron emperor sultan emir sheikh ayatollah imam pope father brother husband son
  grandfather grandson uncle nephew widower stepfather stepson boyfriend fiance man boy gentleman monk`,
);
const FEMALE = wordSet(
  `mrs ms miss dame lady queen princess duchess baroness empress actress sister mother wife daughter grandmother
  granddaughter aunt niece widow stepmother stepdaughter girlfriend fiancee woman girl heiress nun`,
);

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ['he', 'he'],
  ['him', 'he'],
  ['his', 'he'],
  ['himself', 'he'],
  ['she', 'she'],
  ['her', 'she'],
  ['hers', 'she'],
  ['herself', 'she'],
]);

/** What each person of a text is called. `personOf` names who a mention means; null for nobody. */
export function gendersIn(
  text: string,
  sentences: readonly Sentence[],
  namesOf: (at: number) => readonly Name[],
  quoted: readonly Span[],
  personOf: (name: Name) => string | null,
): ReadonlyMap<string, GenderEvidence> {
  const votes = new Map<string, Votes>();
  let before: readonly string[] = [];
  for (const [at, sentence] of sentences.entries()) {
    const names = namesOf(at).filter((name) => name.kind === 'person' && !isWithin(name, quoted));
    const people = [...new Set(names.map(personOf).filter((person) => person !== null))];
    for (const name of names) {
      const person = personOf(name);
      const said = person === null ? null : describedAs(text, name);
      if (person !== null && said !== null) votesOf(votes, person).described.push(said);
    }
    const [only] = people;
    const first = names[0];
    const alone = only !== undefined && people.length === 1 && before.every((person) => person === only);
    const pronoun = alone && first !== undefined ? pronounAfter(sentence, first, quoted) : null;
    if (only !== undefined && pronoun !== null) votesOf(votes, only).pronouns.push(pronoun);
    before = people;
  }
  return new Map([...votes].map(([person, counted]) => [person, evidenceOf(counted)]));
}

interface Votes {
  readonly described: Pronoun[];
  readonly pronouns: Pronoun[];
}

function votesOf(votes: Map<string, Votes>, person: string): Votes {
  const known = votes.get(person);
  if (known !== undefined) return known;
  const fresh: Votes = { described: [], pronouns: [] };
  votes.set(person, fresh);
  return fresh;
}

/** A pronoun after a name may mean somebody whom another sentence named; so many that agree are no accident. */
const SURE_PRONOUNS = 2;

function evidenceOf({ described, pronouns }: Votes): GenderEvidence {
  const byDescription = agreed(described);
  const byPronoun = agreed(pronouns);
  if (described.length > 0) return { sure: byDescription, likely: byDescription };
  return { sure: pronouns.length >= SURE_PRONOUNS ? byPronoun : null, likely: byPronoun };
}

function agreed(votes: readonly Pronoun[]): Pronoun | null {
  const [first] = votes;
  return first !== undefined && votes.every((vote) => vote === first) ? first : null;
}

/** UTF-16 units on either side of a name in which a description (`his wife, …`, `…, a spokeswoman for`) stands. */
const REACH = 60;
/** Words of an apposition read: a description opens with its noun or a few words before it. */
const APPOSITION_WORDS = 6;

/** What a title (`Mr`, `spokeswoman`) says; null for one that anybody may have. */
export function genderOfTitle(title: string): Pronoun | null {
  return genderOf(wordsIn(title));
}

/** What the title before a name or the description beside it says. */
function describedAs(text: string, name: Name): Pronoun | null {
  const titled = genderOfTitle(name.title ?? '');
  if (titled !== null) return titled;
  const [, beside = ''] = WORD_BEFORE.exec(text.slice(Math.max(0, name.start - REACH), name.start)) ?? [];
  return genderOf(wordsIn(beside)) ?? apposition(text.slice(name.end, name.end + REACH));
}

/** `his wife Ada`, `her husband, Tom`. */
const WORD_BEFORE = /(?:^|[^\p{L}])(\p{L}{1,20}),?\s$/u;

/** `, a spokeswoman for the port,`: the first telling noun of the words between commas, unless a clause opens there. */
function apposition(after: string): Pronoun | null {
  const opened = /^,\s+(?:a|an|the|his|her|their|its)\s/i.exec(after);
  if (opened === null) return null;
  const rest = after.slice(opened[0].length);
  const end = rest.search(/[,.;:!?“"—–]/);
  const words = wordsIn(end === -1 ? rest : rest.slice(0, end)).slice(0, APPOSITION_WORDS);
  const clause = words.findIndex((word) => RELATIVE.has(word));
  return genderOf(clause === -1 ? words : words.slice(0, clause));
}

const RELATIVE = wordSet('who whose whom which that of for in at from with to and');

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? [];
}

function genderOf(words: readonly string[]): Pronoun | null {
  for (const word of words) {
    if (FEMALE.has(word) || word.endsWith('woman')) return 'she';
    if (MALE.has(word) || (word.endsWith('man') && !NO_MEN.has(word))) return 'he';
  }
  return null;
}

/** Words that end in `man` and are said of nobody or of anybody. */
const NO_MEN = wordSet('german roman ottoman oman human norman');

/** The first pronoun after a name in its sentence, outside quotations. */
function pronounAfter(sentence: Sentence, name: Name, quoted: readonly Span[]): Pronoun | null {
  for (const token of sentence.tokens) {
    const pronoun = token.start < name.end ? undefined : PRONOUNS.get(token.lower);
    if (pronoun !== undefined && !isWithin(token, quoted)) return pronoun;
  }
  return null;
}

function isWithin(span: Span, outer: readonly Span[]): boolean {
  const around = outer[lastStartingBefore(outer, span.start)];
  return around !== undefined && span.end <= around.end;
}
