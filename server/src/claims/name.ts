/** Names: the people and bodies a text mentions, with the title written before each. */

import { moveSpan } from '../text/placed.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { isBodyNoun, isFamilyName, isRoleHead, isTitleModifier } from './roles.ts';

/** How a name is written, wherever it stands. */
export interface NameWords {
  /** As written, without the title: `Mike Pompeo`. */
  readonly text: string;
  /** Lower-case words of the name, initials without full stops: `["mike", "pompeo"]`. */
  readonly words: readonly string[];
  /** The title before it as written (`US Secretary of State`), or null. */
  readonly title: string | null;
  /** `body` for names that hold a noun of a body or are initials in capitals; `person` is everything else. */
  readonly kind: 'person' | 'body';
}

/** One mention of a name. The span is that of the name without its title. */
export interface Name extends NameWords, Span {
  readonly titleSpan: Span | null;
}

/** The names among `tokens` of `text`, in order. Tokens are those of one sentence or a part of one. */
export function findNames(text: string, tokens: readonly Token[]): Name[] {
  const names: Name[] = [];
  let at = 0;
  while (at < tokens.length) {
    const end = endOfRun(tokens, at);
    if (end === at) {
      at += 1;
      continue;
    }
    const name = nameOf(text, tokens, at, end);
    if (name !== null) names.push(name);
    at = end;
  }
  return names;
}

/** The name `by` UTF-16 units further on. */
export function moveName(name: Name, by: number): Name {
  const titleSpan = name.titleSpan === null ? null : moveSpan(name.titleSpan, by);
  return { ...name, start: name.start + by, end: name.end + by, titleSpan };
}

/** By the words of a name, which stay the same when an edit before it moves it. */
const keysKept = new WeakMap<Name['words'], string>();

/** The words of a name on end. The same string as long as they are the same: as a key it is not read again. */
export function nameKey({ words }: Pick<Name, 'words'>): string {
  const kept = keysKept.get(words);
  if (kept !== undefined) return kept;
  const key = words.join(' ');
  keysKept.set(words, key);
  return key;
}

/** `Tom Varga` of `Democrat Tom Varga`: the name without its first word; null when it has only one. */
export function withoutFirstWord(name: Name): Name | null {
  const rest = wordsBehindFirst(name);
  return rest === null ? null : { ...name, ...rest, start: name.end - rest.text.length };
}

/** The same for a name wherever it stands. */
export function wordsBehindFirst({ text, words, title, kind }: NameWords): NameWords | null {
  const first = /^\S+\s+/.exec(text)?.[0].length ?? 0;
  if (first === 0 || words.length < 2) return null;
  return { text: text.slice(first), words: words.slice(1), title, kind };
}

const UPPER = /^\p{Lu}/u;
const PARTICLES: ReadonlySet<string> = new Set(
  'al el bin ibn bint abu de la del della di da dos das du le van von der den ten ter st'.split(' '),
);
/** Words that link the parts of a title or of a body's name: `Secretary of State`, `Bank of England`. */
const LINKS: ReadonlySet<string> = new Set(['of', 'for', 'and', 'the']);
/** Abbreviations whose full stop does not end a name. */
const STOPPED: ReadonlySet<string> = new Set(
  'mr mrs ms dr prof gen sen rep gov lt col sgt capt cmdr maj rev hon st jr sr supt det insp'.split(' '),
);

/** Capitalised words that open sentences and are no names. */
const OPENERS: ReadonlySet<string> = new Set(
  `the a an in on at by for from with without to of as and but or nor so yet if when while after before since until
  because although though however meanwhile also both each every all some many most more few several he she it they
  we i you his her its their our my your this that these those there here what who whom whose which where why how
  not no yes one two three four five six seven eight nine ten once then now today yesterday tomorrow last next
  following according asked speaking reacting is was are were has have had do does did will would can could should
  may might must just only even still again instead despite during under over about another other such let
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december later earlier other others recently well oh please thank thanks`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && beginsUpper(token.text) && token.lower !== "'s";
}

/** Whether the first letter is a capital one. */
function beginsUpper(word: string): boolean {
  const code = word.charCodeAt(0);
  // Most letters are ASCII, which takes no pattern.
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : UPPER.test(word);
}

/** Index after the run of name words that begins at `at`; `at` itself when no name begins there. */
function endOfRun(tokens: readonly Token[], at: number): number {
  if (!isCapital(tokens[at]) || isOpener(tokens[at])) return at;
  let end = at + 1;
  while (end < tokens.length) {
    const next = linkedFrom(tokens, end);
    if (next === end) break;
    end = next;
  }
  return end;
}

/** `they` of `they'll`. */
function beforeApostrophe(lower: string): string {
  const at = lower.indexOf("'");
  return at === -1 ? lower : lower.slice(0, at);
}

/** Words such as `The` and `He`, and `I`: capitals of a sentence's opening, not of a name. */
function isOpener(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    OPENERS.has(beforeApostrophe(token.lower)) &&
    !(token.text.length > 1 && token.text === token.text.toUpperCase())
  );
}

/** Words that go on with a headline, whose words all have capitals, and with no name in it. */
const BREAKS: ReadonlySet<string> = new Set(
  'after before when while since until because although though however but if as at by from with without he she they we you his her their what who where why how this that these those is are was were has have had says said'.split(
    ' ',
  ),
);

/** Most words between two capitalised words of one name (`al`, `de la`, `of the`). */
const LONGEST_LINK = 2;

/** Index after the next capitalised word of the run when `at` continues it, else `at`. */
function linkedFrom(tokens: readonly Token[], at: number): number {
  let index = afterJoiner(tokens, at);
  for (let skipped = 0; skipped < LONGEST_LINK; skipped += 1) {
    const token = tokens[index];
    if (token === undefined || isCapital(token)) break;
    const particle = PARTICLES.has(token.lower);
    if (!particle && !(LINKS.has(token.lower) && linksTitleOrBody(tokens, at, token))) return at;
    index += particle && tokens[index + 1]?.text === '-' ? 2 : 1;
  }
  const last = tokens[index];
  if (!isCapital(last) || (isOpener(last) && index > at)) return at;
  return BREAKS.has(last?.lower ?? '') ? at : index + 1;
}

/** Index after a full stop of an initial (`J. Paul`) or a joining mark at `at`; `at` when there is none. */
function afterJoiner(tokens: readonly Token[], at: number): number {
  const before = tokens[at - 1];
  const here = tokens[at];
  if (before === undefined || here?.kind !== 'mark') return at;
  const abbreviated = before.text.length === 1 || STOPPED.has(before.lower);
  if (here.text === '.' && here.start === before.end && abbreviated) return at + 1;
  return isJoiner(tokens, at) ? at + 1 : at;
}

/** A hyphen that touches both sides (`Jean-Luc`, `al-Khazali`), or `&`. */
function isJoiner(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at];
  if (mark === undefined) return false;
  if (mark.text === '&') return true;
  return mark.text === '-' && tokens[at - 1]?.end === mark.start && tokens[at + 1]?.start === mark.end;
}

/** `of` links only after a title or a body's noun (`Secretary of State`); `and` links nothing here but is kept in them. */
function linksTitleOrBody(tokens: readonly Token[], at: number, link: Token): boolean {
  if (link.lower === 'and' || link.lower === 'the') return tokens[at]?.lower === 'of' && link.lower === 'the';
  const before = tokens[at - 1]?.lower ?? '';
  return isRoleHead(before) || isBodyNoun(before);
}

function nameOf(text: string, tokens: readonly Token[], from: number, to: number): Name | null {
  const start = Math.min(afterTitle(tokens, from, to), to);
  const titleSpan = spanOf(tokens, titleStart(tokens, from, start), start);
  const span = spanOf(tokens, start, to);
  if (span === null) return null;
  const words = tokens.slice(start, to).filter((token) => token.kind === 'word');
  const last = words[words.length - 1];
  if (last === undefined) return null;
  const lowers = words.map((token) => token.lower.replaceAll('.', '').replaceAll("'", ''));
  const initials = words.length === 1 && last.text.length > 1 && last.text === last.text.toUpperCase();
  const body = initials || lowers.some(isBodyNoun);
  if (!body && isShouted(words)) return null;
  return {
    ...span,
    text: text.slice(span.start, span.end),
    words: lowers,
    title: titleSpan === null ? null : text.slice(titleSpan.start, titleSpan.end),
    titleSpan,
    kind: body ? 'body' : 'person',
  };
}

/** Fewest words in capitals that are a headline or what stands on a sign; of two it may be a name as headlines write it. */
const SHOUTED_FROM = 3;

function isShouted(words: readonly Token[]): boolean {
  return (
    words.length >= SHOUTED_FROM && words.every(({ text }) => text.length > 1 && text === text.toUpperCase())
  );
}

/** Index of the first word of the name after the title that opens the run (`US Secretary of State` Mike Pompeo). */
function afterTitle(tokens: readonly Token[], from: number, to: number): number {
  let after = from;
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (token === undefined || !isRoleHead(token.lower) || endsName(tokens, from, index, to)) continue;
    after = index + 1;
    if (tokens[after]?.text === '.') after += 1;
    // `Secretary of State Mike Pompeo`, `Minister for Health Ann Lee`: one word follows the link, then the name.
    if (LINKS.has(tokens[after]?.lower ?? ''))
      after = Math.min(to, after + (tokens[after + 1]?.lower === 'the' ? 3 : 2));
  }
  if (after >= to && to - from > 1 && tokens.slice(from, to).some((token) => isBodyNoun(token.lower)))
    return from;
  // `Vice President`, with no name after it: the run is a role, and no name.
  return after;
}

/** `King` of `Larry King`, and not of `Crown King` or of `the King`: a family name after a given one. */
function endsName(tokens: readonly Token[], from: number, at: number, to: number): boolean {
  const before = tokens[at - 1];
  if (at !== to - 1 || at === from || before === undefined || !isFamilyName(tokens[at]?.lower ?? ''))
    return false;
  return before.kind === 'word' && !isRoleHead(before.lower) && !isTitleModifier(before.lower);
}

/** A title may begin in lower case before the run: `foreign ministry spokesman` Abbas Mousavi. */
function titleStart(tokens: readonly Token[], from: number, name: number): number {
  let start = from;
  const before = tokens[from - 1];
  if (before?.kind !== 'word' || !isRoleHead(before.lower) || beginsUpper(before.text))
    return Math.min(name, from);
  start = from - 1;
  // `foreign ministry spokesman`, `police chief`: up to three describing words belong to the role.
  for (let count = 0; count < 3; count += 1) {
    const token = tokens[start - 1];
    if (token === undefined || !describesTitle(token)) break;
    start -= 1;
  }
  return start;
}

/** `Pentagon` and `foreign ministry` before `spokesman`. */
function describesTitle(token: Token): boolean {
  return isTitleModifier(token.lower) || (isCapital(token) && !isOpener(token));
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span | null {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (from >= to || first === undefined || last === undefined) return null;
  return { start: first.start, end: last.end };
}
