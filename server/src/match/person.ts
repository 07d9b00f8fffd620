/** Persons: the full name of whom a figure is told of, as far as its text gives it. */

import { findNames, type Name } from '../claims/name.ts';
import type { AnalysedSentence } from '../corpus/index/corpusIndex.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { sensesOf } from '../text/lexicon.ts';
import type { Span } from '../text/span.ts';
import { termOf } from '../text/terms.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { compareNames } from './sameName.ts';

/** A person by full name. */
export interface Person {
  /** Lower-case words with the family name last: `["ana", "ruiz"]`. */
  readonly words: readonly string[];
  /** As the text has it: `Ana Ruiz`. */
  readonly text: string;
}

/** What `relativesAt` looks for in a sentence before; the same for two sentences that tell the same of persons. */
export function personsIn(sentence: AnalysedSentence): string {
  const names = namesOf(sentence).map(({ words }) => words.join(' '));
  const first = firstWord(sentence);
  const opens = PRONOUNS.has(first) ? first : openingName(sentence) !== null;
  return names.length === 0 && opens === false ? '' : `${opens}/${speaksOfKin(sentence)}/${names.join(',')}`;
}

/** A mention of a person, with the sentences before it, in order, in which the person may be named in full. */
interface Mention extends Person {
  readonly before: readonly AnalysedSentence[];
}

/**
 * The persons whom two figures are told of, each by full name, where both are of one family and have other given names;
 * null where they are not, or a text leaves open who they are. Each figure comes with its sentence and those before it.
 */
export function relativesAt(one: ToldFigure, other: ToldFigure): readonly [Person, Person] | null {
  const own = mentionAt(one);
  const theirs = own === null ? null : mentionAt(other);
  if (own === null || theirs === null || own.words.at(-1) !== theirs.words.at(-1)) return null;
  const mine = inFull(own);
  const full = inFull(theirs);
  if (mine === null || full === null || haveGivenNameInCommon(mine, full)) return null;
  return compareNames(mine.words, full.words) === 'different' ? [mine, full] : null;
}

function haveGivenNameInCommon({ words }: Person, other: Person): boolean {
  return words.slice(0, -1).some((given) => other.words.slice(0, -1).includes(given));
}

/** A figure where it is told. */
export interface ToldFigure {
  readonly sentence: AnalysedSentence;
  readonly quantity: Quantity;
  /** The sentences before, in order. */
  readonly before: readonly AnalysedSentence[];
}

/** Whether the sentence has the given name of that person. */
export function namesPerson(sentence: AnalysedSentence, { words }: Person): boolean {
  const given = words.at(-2);
  return sentence.sentence.tokens.some(({ lower }) => lower === given);
}

/** Whose age it is by the name right beside it, or else whom the sentence opens with, or the one before it for a pronoun. */
function mentionAt({ sentence, quantity, before }: ToldFigure): Mention | null {
  const beside = quantity.kind === 'age' ? besideAge(sentence, quantity) : undefined;
  if (beside !== undefined) return mentionOf(beside, before);
  const first = firstWord(sentence);
  return PRONOUNS.has(first) || POSSESSIVES.has(first) ? antecedent(before) : opening(sentence, before);
}

function firstWord({ sentence }: AnalysedSentence): string {
  return sentence.tokens.find(({ kind }) => kind === 'word')?.lower ?? '';
}

const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she']);
/** What a person has is told of that person; a sentence that opens so may go on with somebody else: `His wife`. */
const POSSESSIVES: ReadonlySet<string> = new Set(['his', 'her']);

/** `Ana Ruiz, 25` and `25-year-old Ana Ruiz`. */
function besideAge(sentence: AnalysedSentence, { extent }: Quantity): Name | undefined {
  const { tokens } = sentence.sentence;
  const names = namesOf(sentence);
  const next = tokens.find(({ start }) => start >= extent.end);
  const behind = names.find((name) => name.start === next?.start);
  if (behind !== undefined) return behind;
  const last = tokens.findLastIndex(({ end }) => end <= extent.start);
  if (tokens[last]?.lower !== ',') return undefined;
  return names.find(({ end }) => end === tokens[last - 1]?.end);
}

/** Whom a sentence opens with, where all that it tells can be told of one person. */
function opening(sentence: AnalysedSentence, before: readonly AnalysedSentence[]): Mention | null {
  const name = openingName(sentence);
  return name === null || speaksOfKin(sentence) ? null : mentionOf(name, before);
}

function speaksOfKin({ sentence }: AnalysedSentence): boolean {
  return sentence.tokens.some(({ lower }) => KIN.has(lower));
}

/** `Ruiz’s brother` is somebody else, and of `Ruiz and Okafor` either is only a part. */
function openingName(sentence: AnalysedSentence): Name | null {
  const [name] = namesOf(sentence);
  const { tokens } = sentence.sentence;
  const first = tokens.find(({ kind }) => kind === 'word');
  if (name === undefined || first?.start !== (name.titleSpan ?? name).start) return null;
  const behind = tokens.find(({ start }) => start >= name.end)?.lower ?? '';
  return SHARING.has(behind) ? null : name;
}

/** Where one of these is spoken of, what is told may be theirs. */
const KIN: ReadonlySet<string> = new Set(
  `wife husband widow widower spouse partner son daughter child children brother sister sibling siblings mother father
  parent parents uncle aunt cousin nephew niece grandson granddaughter grandmother grandfather twin twins`.split(
    /\s+/,
  ),
);

/** What follows a name that is only a part of whom a sentence speaks of. */
const SHARING: ReadonlySet<string> = new Set(["'s", "'", 'and', '&']);

/** Whom the sentence before opens with, or else the only one whom it names. */
function antecedent(before: readonly AnalysedSentence[]): Mention | null {
  const last = before.at(-1);
  if (last === undefined) return null;
  const rest = before.slice(0, -1);
  return PRONOUNS.has(firstWord(last)) ? antecedent(rest) : (opening(last, rest) ?? onlyOne(last, rest));
}

function onlyOne(sentence: AnalysedSentence, before: readonly AnalysedSentence[]): Mention | null {
  if (speaksOfKin(sentence)) return null;
  const persons = namesOf(sentence).flatMap((name) => {
    const mention = mentionOf(name, before);
    return mention !== null && inFull(mention) !== null ? [mention] : [];
  });
  return persons.length === 1 ? (persons[0] ?? null) : null;
}

function mentionOf({ words, text, kind }: Name, before: readonly AnalysedSentence[]): Mention | null {
  return kind === 'person' && words.length <= LONGEST ? { words, text, before } : null;
}

/** Runs of more capitalised words are no names of persons. */
const LONGEST = 4;

/** The name, or that of the last one of the family who opens a sentence in full: who is named in passing is not meant. */
function inFull({ words, text, before }: Mention): Person | null {
  if (words.length > 1) return isGiven(words) ? { words, text } : null;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const sentence = before[at];
    const full = sentence === undefined ? null : openingName(sentence);
    if (full === null || full.words.length === 1 || full.words.at(-1) !== words[0]) continue;
    return isGiven(full.words) ? { words: full.words, text: full.text } : null;
  }
  return null;
}

/** Whether the word before the family name is nothing but a name: `Redhaired Ruiz` opens a sentence as `Grace Ruiz` does. */
function isGiven(words: readonly string[]): boolean {
  const [token] = tokenize(words.at(-2) ?? '');
  const term = token === undefined ? null : termOf(token);
  return term !== null && sensesOf(term).length === 0;
}

/** By the tokens of a sentence. */
const namesKept = new WeakMap<readonly Token[], readonly Name[]>();

function namesOf({ sentence: { tokens } }: AnalysedSentence): readonly Name[] {
  const kept = namesKept.get(tokens);
  if (kept !== undefined) return kept;
  // The text is not at hand, so that names are written from their tokens.
  const names = findNames('', tokens).map((name) => ({ ...name, text: writtenFrom(tokens, name) }));
  namesKept.set(tokens, names);
  return names;
}

function writtenFrom(tokens: readonly Token[], { start, end }: Span): string {
  const within = tokens.filter((token) => token.start >= start && token.end <= end);
  return within
    .map((token, at) => (token.start === within[at - 1]?.end ? '' : ' ') + token.text)
    .join('')
    .trim();
}
