/** Speech: the source and the cue that stand around a quotation, before any pronoun is resolved. */

import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { isCue } from './cues.ts';
import { findNames, type Name } from './name.ts';
import { isSpeakingNoun } from './roles.ts';

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

/** Most characters read on either side of a quotation; a source stands nearer than that. */
const REACH = 320;
/** Most tokens between a quotation and the cue that follows it (`Ed Winter, assistant chief in the …, told`). */
const CUE_REACH = 28;
/** Most tokens between an inverted cue and its source (`said Khazali`, `said the spokesman Ali Reza`). */
const SOURCE_REACH = 10;

/** The source that follows a quotation, or null. `quote` is the outer span, `limit` where the next one begins. */
export function sourceAfter(text: string, quote: Span, lastCharacter: string, limit: number): Source | null {
  const [sentence] = splitSentences(text, [{ start: quote.end, end: Math.min(limit, quote.end + REACH) }]);
  if (sentence === undefined) return null;
  const tokens = sentence.tokens;
  const first = tokens.findIndex((token) => token.kind !== 'mark');
  if (first === -1) return null;
  if (tokens.slice(0, first).some((token) => STOPS.has(token.text))) return null;
  // A full stop inside the marks ends the sentence, unless what follows goes on in lower case or after a comma.
  const comma = tokens[0]?.text === ',' || lastCharacter === ',';
  if (!comma && lastCharacter === '.' && !LOWER.test(tokens[first]?.text ?? '')) return null;
  const rest = tokens.slice(first);
  const cue = rest.findIndex((token, index) => index <= CUE_REACH && isCue(token, rest[index - 1]));
  if (rest[0]?.lower === 'according' && rest[1]?.lower === 'to')
    return nounAfter(text, rest, 2, { start: rest[0].start, end: rest[1].end });
  if (cue === -1) return null;
  if (cue === 0) return nounAfter(text, rest, 1, rest[0] ?? quote);
  const verb = rest[cue];
  if (verb === undefined || !opensNoun(rest[0])) return null;
  return subjectOf(text, rest.slice(0, cue), verb);
}

/** The sources named in the words before a quotation in the same sentence, the nearest first. */
export function sourcesBefore(text: string, quote: Span, from: number): Source[] {
  const start = Math.max(from, quote.start - REACH);
  const sentences = splitSentences(text, [{ start, end: quote.start }]);
  const last = sentences[sentences.length - 1];
  if (last === undefined) return [];
  const closing = last.tokens[last.tokens.length - 1];
  if (closing === undefined || STOPS.has(closing.text)) return [];
  if (closing.text === ':') {
    const colon = beforeColon(text, last.tokens, closing);
    if (colon !== null) return [colon];
  }
  return cuesIn(text, last.tokens);
}

const STOPS: ReadonlySet<string> = new Set(['.', '!', '?']);
const LOWER = /^\p{Ll}/u;

/** Every source and cue of one clause chain (`Jabbari said that Khamenei responded by saying`), the last first. */
function cuesIn(text: string, tokens: readonly Token[]): Source[] {
  const found: Source[] = [];
  let clause = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (token.lower === 'according' && tokens[index + 1]?.lower === 'to') {
      const cue = { start: token.start, end: tokens[index + 1]?.end ?? token.end };
      const source = nounAfter(text, tokens, index + 2, cue);
      if (source !== null) found.unshift(source);
    }
    if (!isCue(token, tokens[index - 1])) continue;
    const source = subjectOf(text, tokens.slice(clause, index), token);
    if (source !== null) found.unshift(source);
    clause = index + 1;
  }
  return found;
}

/** `Trump:` or `The statement reads:` before a quotation. */
function beforeColon(text: string, tokens: readonly Token[], colon: Token): Source | null {
  const words = tokens.slice(0, -1);
  if (words.some((token, index) => isCue(token, words[index - 1])) || words.length > SOURCE_REACH)
    return null;
  const names = findNames(text, words);
  const name = names[0];
  if (name === undefined || words[0] === undefined) return null;
  const covered = name.titleSpan?.start ?? name.start;
  return covered > words[0].start + 4 ? null : named(text, name, names, colon);
}

/** A named source covers the title as well, since both change when another person spoke. */
function named(text: string, name: Name, names: readonly Name[], cue: Span): Source {
  const span: Span = { start: name.titleSpan?.start ?? name.start, end: name.end };
  return { span, text: text.slice(span.start, span.end), cue, names, pronoun: null };
}

const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'who']);
const DETERMINERS: ReadonlySet<string> = new Set(
  'the a an one his her their its another this that'.split(' '),
);
/** Words after which the head of a noun phrase is over: what follows describes it. */
const AFTER_HEAD: ReadonlySet<string> = new Set(
  'of from for with at in on who which whose that during after before by to'.split(' '),
);
/** Words that open an adverbial before the subject: `In a statement, …`, `Reacting to the attack, …`. */
const ADVERBIAL: ReadonlySet<string> = new Set(
  'in on at after before during following while when as by with since until despite for to from under meanwhile later earlier separately'.split(
    ' ',
  ),
);

function opensNoun(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (PRONOUNS.has(token.lower) || DETERMINERS.has(token.lower)) return true;
  return (token.kind === 'word' && !LOWER.test(token.text)) || isSpeakingNoun(token.lower);
}

/** The source among the words before a verb of saying. */
function subjectOf(text: string, tokens: readonly Token[], verb: Token): Source | null {
  const words = withoutAdverbs(afterThat(tokens));
  const last = words[words.length - 1];
  if (last === undefined) return null;
  const cue: Span = { start: verb.start, end: verb.end };
  if (PRONOUNS.has(last.lower)) {
    return { span: last, text: last.text, cue, names: [], pronoun: last.lower };
  }
  const names = CLOSES_APPOSITION.has(last.text) ? describedNames(text, words) : adjacentNames(text, words);
  const [name] = names;
  if (name !== undefined) return named(text, name, names, cue);
  const noun = words.findLast((token) => token.kind === 'word');
  return noun === undefined ? null : { span: noun, text: noun.text, cue, names: [], pronoun: null };
}

const CLOSES_APPOSITION: ReadonlySet<string> = new Set([',', ')', '—', '–']);

/** What follows the last `that`: in `Jabbari said that Khamenei responded` the second verb has its own subject. */
function afterThat(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findLastIndex((token) => token.lower === 'that');
  return at === -1 || at === tokens.length - 1 ? tokens : tokens.slice(at + 1);
}

/** Words that may stand between a subject and its verb. */
const ADVERBS: ReadonlySet<string> = new Set(
  `also then later has have had once often further himself herself themselves itself monday tuesday wednesday thursday
  friday saturday sunday on was is just now still even never again yesterday today earlier recently`.split(
    /\s+/,
  ),
);

function withoutAdverbs(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findLastIndex(
    (token) =>
      !(
        token.kind === 'word' &&
        (ADVERBS.has(token.lower) || (LOWER.test(token.text) && token.lower.endsWith('ly')))
      ),
  );
  return tokens.slice(0, end + 1);
}

/** The name that ends right before the verb, with those that `and` joins to it. */
function adjacentNames(text: string, words: readonly Token[]): readonly Name[] {
  const names = findNames(text, words);
  const name = names[names.length - 1];
  const before = names[names.length - 2];
  if (name === undefined || name.end < (words[words.length - 1]?.start ?? 0)) return [];
  if (before === undefined) return [name];
  const link = text
    .slice(before.end, name.titleSpan?.start ?? name.start)
    .trim()
    .toLowerCase();
  if (link === 'and') return [name, before];
  // `Jane Doe of Kansas told`: what follows the link describes the one before it.
  return /^(?:of|from|for|at|in|with)(?: the)?$/.test(link) ? [before] : [name];
}

/** The name that a description closed by a comma belongs to: `Ed Winter, assistant chief in the office, told`. */
function describedNames(text: string, words: readonly Token[]): readonly Name[] {
  const phrase = withoutAdverbial(words);
  const head = findNames(text, headOf(phrase)).at(-1);
  if (head !== undefined) return [head];
  // `a spokesman for the militia, Mohammed Mohieh, told`: the name comes in apposition.
  const person = findNames(text, phrase).findLast((name) => name.kind === 'person' && name.words.length > 1);
  return person === undefined ? [] : [person];
}

/** The tokens up to the first comma or the first word that only describes. */
function headOf(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(
    (token, index) =>
      index > 0 &&
      (token.text === ',' ||
        token.text === '(' ||
        (AFTER_HEAD.has(token.lower) && !isTitleLink(tokens, index))),
  );
  return end === -1 ? tokens : tokens.slice(0, end);
}

/** `Secretary of State Mike Pompeo`, `Bank of England`: capitals on both sides keep the head going. */
function isTitleLink(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (tokens[at]?.lower !== 'of' && tokens[at]?.lower !== 'for') return false;
  return before !== undefined && after !== undefined && isSpeakingOrBody(before) && !LOWER.test(after.text);
}

function isSpeakingOrBody(token: Token): boolean {
  return (
    !LOWER.test(token.text) &&
    (isSpeakingNoun(token.lower) || /^(?:bank|university|house|department|ministry)$/.test(token.lower))
  );
}

function withoutAdverbial(tokens: readonly Token[]): readonly Token[] {
  const words = fromWord(tokens);
  const first = words[0];
  if (first === undefined) return words;
  const opens = ADVERBIAL.has(first.lower) || first.lower.endsWith('ing');
  if (!opens) return afterConjunction(words);
  const comma = words.findIndex((token) => token.text === ',');
  return comma === -1 ? afterConjunction(words) : fromWord(words.slice(comma + 1));
}

/** Drops `that`, `and`, `but` in front of a subject. */
function afterConjunction(words: readonly Token[]): readonly Token[] {
  const first = words[0]?.lower ?? '';
  return first === 'that' || first === 'and' || first === 'but' || first === 'because'
    ? words.slice(1)
    : words;
}

function fromWord(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token) => token.kind === 'word');
  return at === -1 ? [] : tokens.slice(at);
}

/** The source after an inverted cue (`said Khazali, one of …`) or after `according to`. */
function nounAfter(text: string, tokens: readonly Token[], from: number, cue: Span): Source | null {
  const words = tokens.slice(from, from + SOURCE_REACH);
  const first = words[0];
  if (first === undefined || !(opensNoun(first) || isSpeakingNoun(first.lower) || first.kind === 'word'))
    return null;
  const span: Span = { start: cue.start, end: cue.end };
  if (PRONOUNS.has(first.lower))
    return { span: first, text: first.text, cue: span, names: [], pronoun: first.lower };
  const head = headOf(words);
  const name =
    findNames(text, head)[0] ??
    findNames(text, words).find((one) => one.kind === 'person' && one.words.length > 1);
  if (name !== undefined) return named(text, name, [name], span);
  const noun = head.find((token) => isSpeakingNoun(token.lower));
  return noun === undefined ? null : { span: noun, text: noun.text, cue: span, names: [], pronoun: null };
}
