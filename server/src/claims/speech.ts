/** Speech: the source and the cue that stand around a quotation, before any pronoun is resolved. */

import { detached } from '../text/detached.ts';
import { moveSpanBack } from '../text/placed.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { isCue } from './cues.ts';
import { findNames } from './name.ts';
import { moveSource, namedSource, nounAfter, opensNoun, type Source, subjectOf } from './subject.ts';

/** Most characters read on either side of a quotation; a source stands nearer than that. */
export const REACH = 320;
/** Most tokens between a quotation and the cue that follows it (`Ed Winter, assistant chief in the …, told`). */
const CUE_REACH = 28;
/** Most tokens before a colon that still name only a speaker. */
const LONGEST_LABEL = 10;

/** The source that follows a quotation, or null. `quote` is the outer span, `limit` where the next one begins. */
export function sourceAfter(text: string, quote: Span, lastCharacter: string, limit: number): Source | null {
  const stretch = { start: quote.end, end: Math.min(limit, quote.end + REACH) };
  const [source = null] = readStretch(text, stretch, (excerpt, span) => {
    const found = readAfter(excerpt, span, lastCharacter);
    return found === null ? [] : [found];
  });
  return source;
}

/** The source at the start of a stretch that a quotation ends before. */
function readAfter(text: string, stretch: Span, lastCharacter: string): Source | null {
  const [sentence] = splitSentences(text, [stretch]);
  if (sentence === undefined) return null;
  const tokens = sentence.tokens;
  const first = tokens.findIndex((token) => token.kind !== 'mark');
  if (first === -1) return null;
  if (tokens.slice(0, first).some((token) => STOPS.has(token.text))) return null;
  // A full stop inside the marks ends the sentence, unless what follows goes on in lower case or after a comma.
  const comma = tokens[0]?.text === ',' || lastCharacter === ',';
  if (!comma && lastCharacter === '.' && !LOWER.test(tokens[first]?.text ?? '')) return null;
  const rest = tokens.slice(first);
  const cue = rest.findIndex((_, index) => index <= CUE_REACH && isCue(rest, index));
  if (rest[0]?.lower === 'according' && rest[1]?.lower === 'to')
    return nounAfter(text, rest, 2, { start: rest[0].start, end: rest[1].end });
  if (cue === -1) return null;
  if (cue === 0) return nounAfter(text, rest, 1, rest[0] ?? stretch);
  const verb = rest[cue];
  const phrase = rest.slice(0, cue);
  if (verb === undefined || !(opensNoun(phrase[0]) || (comma && isDescribedName(phrase)))) return null;
  const source = subjectOf(text, phrase, verb);
  return source === null ? null : withDescription(text, source, phrase);
}

/** What `read` finds in a stretch of `text`, which depends on the stretch and the characters beside it alone. */
function readStretch(
  text: string,
  stretch: Span,
  read: (excerpt: string, span: Span) => readonly Source[],
): readonly Source[] {
  if (stretch.end <= stretch.start) return [];
  const from = Math.max(0, stretch.start - 1);
  const excerpt = detached(text.slice(from, stretch.end + 1));
  return read(excerpt, moveSpanBack(stretch, from)).map((source) => moveSource(source, from));
}

/** Most words of a description before a name (`harbour master Ines Calder`, `foreign ministry spokesman Ali Reza`). */
const LONGEST_DESCRIPTION = 5;
/** Words that go on with the sentence of the quotation rather than describe who speaks. */
const GOES_ON: ReadonlySet<string> = new Set(
  'and or but of in on at for to from with by which who whose that as while when where because if than into'.split(
    ' ',
  ),
);

/** A few describing words in lower case right before a name. */
function isDescribedName(phrase: readonly Token[]): boolean {
  const name = phrase.findIndex((token) => token.kind === 'word' && !LOWER.test(token.text));
  if (name < 1 || name > LONGEST_DESCRIPTION) return false;
  return phrase
    .slice(0, name)
    .every((token) => token.kind === 'word' && !GOES_ON.has(token.lower) && !token.lower.endsWith('ing'));
}

/** The description is part of the source: it changes with the name. */
function withDescription(text: string, source: Source, phrase: readonly Token[]): Source {
  const before = phrase.filter((token) => token.end <= source.span.start);
  const [first] = before;
  if (first === undefined || before.length > LONGEST_DESCRIPTION || source.names.length === 0) return source;
  if (before.some((token) => token.kind !== 'word')) return source;
  const span: Span = { start: first.start, end: source.span.end };
  return { ...source, span, text: text.slice(span.start, span.end) };
}

/** The sources named in the words before a quotation in the same sentence, the nearest first. */
export function sourcesBefore(text: string, quote: Span, from: number): readonly Source[] {
  const stretch = { start: Math.max(from, quote.start - REACH), end: quote.start };
  return readStretch(text, stretch, readBefore);
}

/** The sources at the end of a stretch that a quotation follows. */
function readBefore(text: string, stretch: Span): readonly Source[] {
  const sentences = splitSentences(text, [stretch]);
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
    if (!isCue(tokens, index)) continue;
    const source = subjectOf(text, tokens.slice(clause, index), token);
    const shared = source?.names.length === 0 && isParticiple(tokens, index) ? found[0] : undefined;
    if (shared !== undefined) found.unshift({ ...shared, cue: { start: token.start, end: token.end } });
    else if (source !== null) found.unshift(source);
    clause = index + 1;
  }
  return found;
}

/** `Varga praised the crews, saying`: the second verb has the subject of the first. */
function isParticiple(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower.endsWith('ing') === true && tokens[at - 1]?.text === ',';
}

/** `Trump:` or `The statement reads:` before a quotation. */
function beforeColon(text: string, tokens: readonly Token[], colon: Token): Source | null {
  const words = tokens.slice(0, -1);
  if (words.some((_, index) => isCue(words, index)) || words.length > LONGEST_LABEL) return null;
  const names = findNames(text, words);
  const name = names[0];
  if (name === undefined || words[0] === undefined) return null;
  const covered = name.titleSpan?.start ?? name.start;
  return covered > words[0].start + 4 ? null : namedSource(text, name, names, colon);
}
