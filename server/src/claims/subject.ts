/** Subjects: who a verb of saying belongs to, in the words before it or after it. */

import { moveSpan } from '../text/placed.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { findNames, moveName, type Name } from './name.ts';
import { isBodyNoun, isSpeakingNoun } from './roles.ts';

/** Who is said to speak, as written beside the words. */
export interface Source {
  /** The words that name the source as written, a title before the name among them. */
  readonly span: Span;
  readonly text: string;
  readonly cue: Span;
  /** The names among them, the one nearest to the head first. Empty for a pronoun or a bare role. */
  readonly names: readonly Name[];
  /** `he`, `she`, `they`, `i`, `it` when the source is a pronoun. */
  readonly pronoun: string | null;
}

/** The source `by` UTF-16 units further on. */
export function moveSource(source: Source, by: number): Source {
  return {
    ...source,
    span: moveSpan(source.span, by),
    cue: moveSpan(source.cue, by),
    names: source.names.map((name) => moveName(name, by)),
  };
}

/**
 * The source among the words of a clause before its verb of saying. Null when there is none, and for a passive
 * (`was dubbed`), whose subject says nothing.
 */
export function subjectOf(text: string, tokens: readonly Token[], verb: Token): Source | null {
  const words = withoutAdverbs(beforeAsSaying(afterThat(tokens)));
  const last = words[words.length - 1];
  if (last === undefined || PASSIVE.has(last.lower)) return null;
  const cue: Span = { start: verb.start, end: verb.end };
  const pronoun = PRONOUNS.get(last.lower);
  if (pronoun !== undefined) return { span: last, text: last.text, cue, names: [], pronoun };
  const names = namesOfSubject(text, words, verb);
  const [name] = names;
  if (name !== undefined) return namedSource(text, name, names, cue);
  const noun = words.findLast((token) => token.kind === 'word');
  return noun === undefined ? null : { span: noun, text: noun.text, cue, names: [], pronoun: null };
}

/** Most tokens between an inverted cue and its source (`said Khazali`, `said the spokesman Ali Reza`). */
const SOURCE_REACH = 10;

/** The source after an inverted cue (`said Khazali, one of …`) or after `according to`; `from` is its first token. */
export function nounAfter(text: string, tokens: readonly Token[], from: number, cue: Span): Source | null {
  const words = tokens.slice(from, from + SOURCE_REACH);
  const first = words[0];
  if (first?.kind !== 'word') return null;
  const span: Span = { start: cue.start, end: cue.end };
  const pronoun = isPossessive(first, words[1]) ? undefined : PRONOUNS.get(first.lower);
  if (pronoun !== undefined) return { span: first, text: first.text, cue: span, names: [], pronoun };
  const head = headOf(words);
  const name = subjectNames(text, head)[0] ?? appositionOf(text, words)[0];
  if (name !== undefined) return namedSource(text, name, [name], span);
  const noun = head.find((token) => isSpeakingNoun(token.lower));
  return noun === undefined ? null : { span: noun, text: noun.text, cue: span, names: [], pronoun: null };
}

/** `her` of `said her lawyer, Anton Weiss`. */
function isPossessive(first: Token, next: Token | undefined): boolean {
  return first.lower === 'her' && next?.kind === 'word';
}

/** Whether a noun phrase can begin with this token: a name, a pronoun, an article, a noun of a speaker. */
export function opensNoun(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (PRONOUNS.has(token.lower) || DETERMINERS.has(token.lower)) return true;
  return (token.kind === 'word' && !LOWER.test(token.text)) || isSpeakingNoun(token.lower);
}

/** A named source covers the title as well, since both change when another person spoke. */
export function namedSource(text: string, name: Name, names: readonly Name[], cue: Span): Source {
  const span: Span = { start: name.titleSpan?.start ?? name.start, end: name.end };
  const { start, end } = cue;
  return { span, text: text.slice(span.start, span.end), cue: { start, end }, names, pronoun: null };
}

const LOWER = /^\p{Ll}/u;

/** Pronouns that stand for a source, with their subject form. */
const PRONOUNS: ReadonlyMap<string, string> = new Map([
  ['he', 'he'],
  ['she', 'she'],
  ['him', 'he'],
  ['her', 'she'],
  ['they', 'they'],
  ['it', 'it'],
  ['i', 'i'],
  ['we', 'we'],
  ['who', 'who'],
]);
const DETERMINERS = wordSet('the a an one his her their its another this that');
const PASSIVE = wordSet('was were is are been being be');
const AS_SAYING = wordSet('as quoted cited reported was were is');
/** Words after which the head of a noun phrase is over: what follows describes it. */
const AFTER_HEAD = wordSet('of from for with at in on who which whose that during after before by to');
/** Links after which a name describes what stands before it (`the head of the Commission`). */
const DESCRIBES = wordSet('of from for at in with on by against to');
/** Words that open an adverbial before the subject: `In a statement, …`, `Reacting to the attack, …`. */
const ADVERBIAL = wordSet(
  `in on at after before during following while when as by with since until despite for to from under meanwhile later
  earlier separately asked if although though because once given speaking`,
);
/** Words that may stand between a subject and its verb. */
const ADVERBS = wordSet(
  `also then later has have had once often further himself herself themselves itself monday tuesday wednesday thursday
  friday saturday sunday on just now still even never again yesterday today earlier recently previously`,
);
const CLOSES_APPOSITION: ReadonlySet<string> = new Set([',', ')', '—', '–']);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** What follows the last `that`: in `Jabbari said that Khamenei responded` the second verb has its own subject. */
function afterThat(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findLastIndex((token) => token.lower === 'that');
  return at === -1 || at === tokens.length - 1 ? tokens : tokens.slice(at + 1);
}

/** `TVNZ reported her as saying`, `Pell was quoted as saying`: the source stands before `as` or before the passive. */
function beforeAsSaying(tokens: readonly Token[]): readonly Token[] {
  if (tokens[tokens.length - 1]?.lower !== 'as') return tokens;
  const end = tokens.findLastIndex((token) => !AS_SAYING.has(token.lower));
  return tokens.slice(0, end + 1);
}

function withoutAdverbs(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findLastIndex((token) => !isAdverb(token));
  return tokens.slice(0, end + 1);
}

function isAdverb(token: Token): boolean {
  if (token.kind !== 'word') return false;
  return ADVERBS.has(token.lower) || (LOWER.test(token.text) && token.lower.endsWith('ly'));
}

/** The names of the subject, by how it is built: a participle, a description between commas, or a name at the verb. */
function namesOfSubject(text: string, words: readonly Token[], verb: Token): readonly Name[] {
  const phrase = withoutAdverbial(words);
  const closed = CLOSES_APPOSITION.has(words[words.length - 1]?.text ?? '');
  // `Clinton praised their efforts, stating that`: the subject is that of the whole clause.
  if (closed && verb.lower.endsWith('ing')) return openingNames(text, phrase);
  const head = subjectNames(text, headOf(phrase));
  const [first] = head;
  const described = first !== undefined && phrase.find((token) => token.start >= first.end)?.text === ',';
  if (described && nameStart(first) === phraseStart(phrase)) return [first];
  if (closed) return head.length > 0 ? head.slice(-1) : appositionOf(text, phrase);
  return adjacentNames(text, words, verb);
}

function nameStart(name: Name | undefined): number | undefined {
  return name?.titleSpan?.start ?? name?.start;
}

/** Offset of the first word of a phrase, the article left out. */
function phraseStart(phrase: readonly Token[]): number {
  const first = phrase[0];
  const word = first !== undefined && DETERMINERS.has(first.lower) ? phrase[1] : first;
  return word?.start ?? -1;
}

/** The name that a clause begins with, and the one that `and` joins to it. */
function openingNames(text: string, phrase: readonly Token[]): readonly Name[] {
  const [first, second] = subjectNames(text, phrase);
  if (first === undefined || nameStart(first) !== phraseStart(phrase)) return [];
  const joined = second !== undefined && text.slice(first.end, nameStart(second)).trim() === 'and';
  return joined ? [first, second] : [first];
}

/** Names that can be a subject: not `Gray` in `Gray’s mother`, nor `Marana` in `the Marana police chief`. */
function subjectNames(text: string, words: readonly Token[]): Name[] {
  return findNames(text, words).filter((name) => {
    const next = words.find((token) => token.start >= name.end);
    if (next === undefined) return true;
    return next.lower !== "'s" && next.lower !== "'" && next.text !== '’' && !isPlainNoun(next);
  });
}

function isPlainNoun(token: Token): boolean {
  return LOWER.test(token.text) && (isSpeakingNoun(token.lower) || isBodyNoun(token.lower));
}

/** The name that ends right before the verb (`with Shawn Fain calling`), with the one that `and` joins to it. */
function adjacentNames(text: string, words: readonly Token[], verb: Token): readonly Name[] {
  const names = subjectNames(text, words);
  const name = names[names.length - 1];
  const before = names[names.length - 2];
  const last = words[words.length - 1];
  if (name === undefined || last === undefined || name.end < last.start) return [];
  const from = before?.end ?? 0;
  const link = words
    .filter((token) => token.start >= from && token.end <= (nameStart(name) ?? 0))
    .map((token) => token.lower);
  if (before !== undefined && link.join(' ') === 'and') return [name, before];
  const preposition = link.at(-1) === 'the' ? link.at(-2) : link.at(-1);
  const absolute = preposition === 'with' && verb.lower.endsWith('ing');
  if (preposition === undefined || absolute || !DESCRIBES.has(preposition)) return [name];
  // `Jane Doe of Kansas told` is Jane Doe; `the head of the Commission stated` is the head, who is not named.
  return before !== undefined && link.length <= 2 ? [before] : [];
}

/** `a spokesman for the militia, Mohammed Mohieh, told`: the name comes in apposition. */
function appositionOf(text: string, phrase: readonly Token[]): readonly Name[] {
  const person = subjectNames(text, phrase).findLast(
    (name) => name.kind === 'person' && name.words.length > 1 && !followsBy(phrase, name),
  );
  return person === undefined ? [] : [person];
}

/** `the memo, found by his successor David Laws, said`: whoever did something to the subject is not the subject. */
function followsBy(phrase: readonly Token[], name: Name): boolean {
  const before = phrase.filter((token) => token.end <= (nameStart(name) ?? 0));
  const comma = before.findLastIndex((token) => token.text === ',');
  return before.slice(comma + 1).some((token) => token.lower === 'by');
}

/** The tokens up to the first comma or the first word that only describes. */
function headOf(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex((token, index) => {
    if (index === 0) return false;
    if (token.text === ',' || token.text === '(') return true;
    return AFTER_HEAD.has(token.lower) && !isTitleLink(tokens, index);
  });
  return end === -1 ? tokens : tokens.slice(0, end);
}

/** `Secretary of State Mike Pompeo`, `Bank of England`: capitals on both sides keep the head going. */
function isTitleLink(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (tokens[at]?.lower !== 'of' && tokens[at]?.lower !== 'for') return false;
  if (before === undefined || after === undefined || LOWER.test(before.text) || LOWER.test(after.text))
    return false;
  return isSpeakingNoun(before.lower) || isBodyNoun(before.lower);
}

function withoutAdverbial(tokens: readonly Token[]): readonly Token[] {
  const words = fromWord(tokens);
  const first = words[0];
  if (first === undefined) return words;
  const opens = ADVERBIAL.has(first.lower) || first.lower.endsWith('ing');
  const comma = opens ? words.findIndex((token) => token.text === ',') : -1;
  return afterConjunction(comma === -1 ? words : fromWord(words.slice(comma + 1)));
}

const CONJUNCTIONS = wordSet('that and but because');

/** Drops `that`, `and`, `but` in front of a subject. */
function afterConjunction(words: readonly Token[]): readonly Token[] {
  return CONJUNCTIONS.has(words[0]?.lower ?? '') ? words.slice(1) : words;
}

function fromWord(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token) => token.kind === 'word');
  return at === -1 ? [] : tokens.slice(at);
}
