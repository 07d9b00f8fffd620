/** Sentences: where one ends and the next begins, in news text with its abbreviations and run-ons. */

import { lastStartingBefore, overlaps, type Span } from './span.ts';
import { type Token, tokenize } from './tokens.ts';

/** One sentence of an article or a draft; offsets are those of the whole file. */
export interface Sentence extends Span {
  /** Position among the sentences of its text, from 0. */
  readonly index: number;
  /** Number of the paragraph it stands in, from 0. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
}

/** A stretch of prose. What `holes` cover (markup, link targets, inline code) is no part of any sentence. */
export interface Stretch extends Span {
  readonly holes?: readonly Span[];
}

/**
 * Splits the given stretches of `text` into sentences. Stretches end sentences, and so do blank lines, list
 * bullets at the start of a line, and `.`, `!`, `?`, `…` unless an abbreviation or an initial stands there.
 * Copes with run-ons (`country.Embassy guards`, `’“Iran`). Never throws.
 */
export function splitSentences(text: string, stretches: readonly Stretch[]): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = -1;
  for (const stretch of stretches) {
    paragraph += 1;
    const tokens = tokensAround(text, stretch);
    let first = 0;
    for (let i = 0; i < tokens.length; i += 1) {
      const gap = gapAfter(text, tokens, i, stretch.end);
      const isLast = i === tokens.length - 1;
      if (!isLast && !gap.breaksParagraph && !endsSentence(text, tokens, i)) continue;
      const own = tokens.slice(first, i + 1);
      const start = own[0]?.start ?? stretch.start;
      const end = own[own.length - 1]?.end ?? stretch.end;
      sentences.push({ index: sentences.length, paragraph, start, end, tokens: own });
      first = i + 1;
      if (gap.breaksParagraph && !isLast) paragraph += 1;
    }
  }
  return sentences;
}

/**
 * The tokens of a sentence that `splitSentences` found in these stretches: the same as it has. No token depends on what
 * stands behind the end of its sentence, so that a sentence can be read without the ones around it.
 */
export function tokensOfSentence(text: string, stretches: readonly Stretch[], sentence: Span): Token[] {
  const { holes = [] } = stretches[lastStartingBefore(stretches, sentence.start)] ?? {};
  const within = holes.filter((hole) => overlaps(hole, sentence));
  return tokensAround(text, { start: sentence.start, end: sentence.end, holes: within });
}

/** The tokens of a stretch that lie outside its holes. */
function tokensAround(text: string, stretch: Stretch): Token[] {
  if (stretch.holes === undefined || stretch.holes.length === 0) return tokenize(text, stretch);
  const tokens: Token[] = [];
  let from = stretch.start;
  for (const hole of stretch.holes) {
    if (hole.start > from) append(tokens, tokenize(text, { start: from, end: hole.start }));
    from = Math.max(from, hole.end);
  }
  if (from < stretch.end) append(tokens, tokenize(text, { start: from, end: stretch.end }));
  return tokens;
}

/** One by one: a call with as many arguments as a long stretch has tokens would overflow the stack. */
function append(tokens: Token[], more: readonly Token[]): void {
  for (const token of more) tokens.push(token);
}

interface Gap {
  readonly breaksParagraph: boolean;
}

/** A blank line, or a line that opens with a list bullet, parts paragraphs. */
function gapAfter(text: string, tokens: readonly Token[], at: number, limit: number): Gap {
  const from = tokens[at]?.end ?? limit;
  const next = tokens[at + 1];
  const to = next?.start ?? limit;
  // Most gaps are a blank, or nothing.
  if (to - from < 1 || (to - from === 1 && text.charCodeAt(from) !== NEWLINE)) return UNBROKEN;
  // Only the gap is searched: a text of one line would be read to its end after every token.
  const gap = text.slice(from, to);
  const newline = gap.indexOf('\n');
  if (newline === -1) return UNBROKEN;
  const bullet = next !== undefined && BULLETS.has(next.text) && text.charAt(next.end) === ' ';
  return { breaksParagraph: gap.includes('\n', newline + 1) || bullet };
}

const NEWLINE = 0x0a;
const FULL_STOP = 0x2e;
const UNBROKEN: Gap = { breaksParagraph: false };
const BULLETS: ReadonlySet<string> = new Set(['-', '*', '•', '·', '–', '+']);
const TERMINATORS: ReadonlySet<string> = new Set(['.', '!', '?', '…']);
const CLOSERS: ReadonlySet<string> = new Set(['”', '’', '"', "'", ')', ']', '»']);
const OPENERS: ReadonlySet<string> = new Set(['“', '‘', '"', "'", '(', '[', '«', '„']);

/** Whether the sentence ends after token `i`. */
function endsSentence(text: string, tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (token === undefined || next === undefined) return true;
  // Nothing but a mark or initials ends a sentence, and most tokens are neither.
  if (token.kind !== 'mark' && !initialsEnd(token)) return false;
  const touches = next.start === token.end;
  if (CLOSERS.has(token.text) && touches && (next.text === '“' || next.text === '‘')) return true;
  const stop = lastTerminator(tokens, i);
  if (stop === null || isCloserOf(tokens, i + 1)) return false;
  if (stop === i && initialsEnd(token)) return startsLikeSentence(next);
  if (tokens[stop]?.text === '.' && isAbbreviation(tokens, stop)) return false;
  if (touches) return startsRunOn(tokens, stop, i + 1);
  const opener = OPENERS.has(next.text) ? tokens[i + 2] : next;
  if (opener === undefined) return true;
  if (tokens[stop]?.text !== '.' || stop < i)
    return !beginsLower(opener) || /\n/.test(text.slice(token.end, next.start));
  return !beginsLower(opener);
}

/** Index of the terminator that token `i` closes: itself, or one before closing quotes and brackets; null when none. */
function lastTerminator(tokens: readonly Token[], i: number): number | null {
  let at = i;
  while (
    at > 0 &&
    at > i - 3 &&
    CLOSERS.has(tokens[at]?.text ?? '') &&
    tokens[at - 1]?.end === tokens[at]?.start
  ) {
    at -= 1;
  }
  const token = tokens[at];
  if (token === undefined) return null;
  return TERMINATORS.has(token.text) || initialsEnd(token) ? at : null;
}

function initialsEnd(token: Token): boolean {
  return token.kind === 'word' && token.text.charCodeAt(token.text.length - 1) === FULL_STOP;
}

/** Whether token `at` closes what the terminator before it ended, so that the sentence runs to it. */
function isCloserOf(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined || token.start !== before.end) return false;
  if (TERMINATORS.has(token.text)) return true;
  if (!CLOSERS.has(token.text)) return false;
  const after = tokens[at + 1];
  const opensHere =
    (token.text === '"' || token.text === "'") && after?.start === token.end && after.kind !== 'mark';
  return !opensHere;
}

/** `country.Embassy`: a lower-case word, the stop, and a capital or an opening quote without a blank between. */
function startsRunOn(tokens: readonly Token[], stop: number, at: number): boolean {
  const before = tokens[stop - 1];
  const next = tokens[at];
  if (before === undefined || next === undefined) return false;
  const closes = CLOSERS.has(before.text) || (before.kind === 'word' && before.text.length > 1);
  if (!closes && before.kind !== 'number') return false;
  if (OPENERS.has(next.text)) return true;
  return next.kind === 'word' && beginsUpper(next) && !isAddress(tokens, at);
}

/** `example.Com/…`: a run-on is followed by a blank, an address by more of itself. */
function isAddress(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const after = tokens[at + 1];
  return after !== undefined && after.start === token?.end && (after.text === '/' || after.text === '.');
}

function beginsUpper(token: Token): boolean {
  const first = token.text.charAt(0);
  return first !== first.toLowerCase();
}

function beginsLower(token: Token): boolean {
  return token.kind === 'word' && !beginsUpper(token);
}

/** After `U.S.` a sentence starts only where a word follows that rarely follows it inside one. */
function startsLikeSentence(next: Token): boolean {
  return beginsUpper(next) && STARTERS.has(next.lower);
}

function isAbbreviation(tokens: readonly Token[], stop: number): boolean {
  const before = tokens[stop - 1];
  if (before === undefined || before.end !== tokens[stop]?.start || before.kind !== 'word') return false;
  if (before.text.length === 1)
    return beginsUpper(before) && before.text !== 'I' && !isSymbol(before, tokens[stop - 2]);
  const next = tokens[stop + 1];
  if (BEFORE_NUMBERS.has(before.lower)) return next?.kind === 'number';
  if (!ABBREVIATIONS.has(before.lower)) return false;
  return !(MAY_END.has(before.lower) && next !== undefined && startsLikeSentence(next));
}

/** `–5 °C`, `39F`, `Class 4A`: a letter tied to a number or a degree sign is no initial. */
function isSymbol({ start }: Token, before: Token | undefined): boolean {
  return before?.end === start && (before.kind === 'number' || before.text === '°');
}

/** Abbreviations of news text that are followed by a name. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr st gen sen rep reps sens gov lt col sgt capt cpl pvt maj cmdr adm brig det insp supt jr sr prof rev hon ' +
    'vs inc co corp ltd plc bros dept est approx mt ft ave blvd rd jan feb mar apr jun jul aug sept sep oct nov dec ' +
    'messrs mme mlle fr eg ie viz cf al pres atty asst assn univ'
  ).split(' '),
);
/** Of those, the ones that also end sentences. */
const MAY_END: ReadonlySet<string> = new Set(
  'jr sr inc co corp ltd plc bros al ave blvd rd st est'.split(' '),
);
const BEFORE_NUMBERS: ReadonlySet<string> = new Set([
  'no',
  'nos',
  'art',
  'fig',
  'pp',
  'ch',
  'sec',
  'vol',
  'div',
  'rte',
  'hwy',
]);
/** Words that open sentences far more often than they follow an abbreviation in mid-sentence. */
const STARTERS: ReadonlySet<string> = new Set(
  (
    'the a an it he she they we i you his her their our its this that these those there here in on at by for from with ' +
    'but and or so if when while after before although as since because however meanwhile according some many most all ' +
    'one two no not what who how why where both also then now police officials'
  ).split(' '),
);
