/** Quotation marks: which stretches of a text stand between them, whatever the hand that typed them. */

import { moveSpan, moveSpanBack } from '../text/placed.ts';
import type { Span } from '../text/span.ts';

/** One quotation. The span is that of its words; the marks stand around it. */
export interface Quotation extends Span {
  /** The words with their marks. */
  readonly outer: Span;
  readonly style: 'double' | 'single';
  /** False where the paragraph ends, or another quotation opens, before a closing mark comes. */
  readonly closed: boolean;
}

/**
 * The outermost quotations of one paragraph of `text`, in order.
 * Reads straight, curly, low, angled and doubled single marks; leaves apostrophes, inches and feet alone; a mark that
 * is never closed spoils nothing after it. One pass, linear in the length of the paragraph.
 */
export function findQuotations(text: string, paragraph: Span): readonly Quotation[] {
  if (!ANY_MARK.test(text.slice(paragraph.start, paragraph.end))) return NONE;
  // Cut out, so that the search for a mark behind the last one does not go on to the end of the text.
  const from = Math.max(0, paragraph.start - AROUND);
  const found = readQuotations(text.slice(from, paragraph.end + AROUND), moveSpanBack(paragraph, from));
  return from === 0 ? found : found.map((quotation) => moveQuotation(quotation, from));
}

const NONE: readonly Quotation[] = [];

/** UTF-16 units on either side of a paragraph that tell what a mark at its edge is. */
export const AROUND = 2;

/** The quotation `by` UTF-16 units further on. */
export function moveQuotation(quotation: Quotation, by: number): Quotation {
  return { ...quotation, ...moveSpan(quotation, by), outer: moveSpan(quotation.outer, by) };
}

function readQuotations(text: string, paragraph: Span): Quotation[] {
  const found: Quotation[] = [];
  const first = scanMarks({ text, paragraph, lastSingle: lastSingleCloser(text, paragraph) }, found);
  if (first === null) return found;
  // A single mark that never closed was an apostrophe: read on from there, and let no other single mark open.
  const rest: Span = { start: first.end, end: paragraph.end };
  scanMarks({ text, paragraph: rest, lastSingle: -1 }, found);
  return found;
}

/** Adds the quotations of a paragraph to `found`. Returns the single mark that was left open at its end, if one was. */
function scanMarks(scan: Scan, found: Quotation[]): Opening | null {
  const { paragraph } = scan;
  let open: Opening | null = null;
  for (const mark of marksOf(scan)) {
    if (open !== null && closes(scan, open, mark)) {
      add(found, scan, open, mark, 'closed');
      open = null;
    } else if (open === null || reopens(scan, open, mark)) {
      const next = openingOf(scan, mark);
      if (open !== null && next !== null)
        add(found, scan, open, { at: mark.at, end: mark.at, text: '' }, 'open');
      open = next ?? open;
    }
  }
  if (open === null || open.style === 'single') return open;
  add(found, scan, open, { at: paragraph.end, end: paragraph.end, text: '' }, 'open');
  return null;
}

/** The marks of a paragraph in order. */
function* marksOf({ text, paragraph }: Scan): Generator<Mark> {
  const marks = new RegExp(MARKS);
  marks.lastIndex = paragraph.start;
  for (
    let match = marks.exec(text);
    match !== null && match.index < paragraph.end;
    match = marks.exec(text)
  ) {
    yield { at: match.index, end: match.index + match[0].length, text: match[0] };
  }
}

interface Scan {
  readonly text: string;
  readonly paragraph: Span;
  /** Offset of the last mark that may close a single quotation, or -1. */
  readonly lastSingle: number;
}

interface Mark {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

interface Opening extends Mark {
  readonly style: 'double' | 'single';
  /** The marks that close it. */
  readonly closers: ReadonlySet<string>;
}

const MARKS = /["“”„‟«»‹›‘’‚‛]|``|''|'/g;
/** One of these stands in every mark. */
const ANY_MARK = /["“”„‟«»‹›‘’‚‛`']/;

const STRAIGHT: ReadonlySet<string> = new Set(['"', '”', "''", '“']);
const CURLY: ReadonlySet<string> = new Set(['”', '"']);
const LOW: ReadonlySet<string> = new Set(['“', '”', '‟', '"']);
const SINGLE: ReadonlySet<string> = new Set(['’', "'"]);

/** What each mark opens and which marks close that. Single marks are judged by their neighbours as well. */
const OPENERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['"', STRAIGHT],
  ['“', CURLY],
  ['‟', CURLY],
  ['„', LOW],
  ['``', new Set(["''", '"', '”'])],
  ["''", new Set(["''", '"', '”'])],
  ['«', new Set(['»'])],
  ['»', new Set(['«'])],
  ['‹', new Set(['›'])],
  ['›', new Set(['‹'])],
  ['”', CURLY],
  ['‘', SINGLE],
  ['‛', SINGLE],
  ["'", SINGLE],
  ['‚', new Set(['‘', '’', "'"])],
]);

const SINGLE_OPENERS: ReadonlySet<string> = new Set(['‘', '‛', "'", '‚', '‹', '›']);
/** Marks that open only where nothing but a blank or a bracket stands before them: they are closers elsewhere. */
const NEEDS_BLANK_BEFORE: ReadonlySet<string> = new Set(['”', '»', '›', "'", "''"]);

const WORD = /[\p{L}\p{M}\p{N}]/u;
const BLANK = /\s/;
const OPENS_BEFORE = /[\s([{—–\-/“"‘«„*_>]/;
const CLOSING_PUNCTUATION = /[,.;:!?)\]}…]/;
const DIGIT = /\p{Nd}/u;

/** The character before a mark; the backslash of an escaped mark (`\\"`) is no character of the text. */
function before(scan: Scan, mark: Mark): string {
  const at = scan.text.charAt(mark.at - 1) === '\\' ? mark.at - 1 : mark.at;
  return at > scan.paragraph.start ? scan.text.charAt(at - 1) : '';
}

function after(scan: Scan, mark: Mark): string {
  return mark.end < scan.paragraph.end ? scan.text.charAt(mark.end) : '';
}

function openingOf(scan: Scan, mark: Mark): Opening | null {
  const closers = OPENERS.get(mark.text);
  if (closers === undefined) return null;
  const single = SINGLE_OPENERS.has(mark.text);
  const prev = before(scan, mark);
  const next = after(scan, mark);
  if (next === '') return null;
  if (NEEDS_BLANK_BEFORE.has(mark.text) && prev !== '' && !OPENS_BEFORE.test(prev)) return null;
  if (single && !opensSingle(scan, mark, next)) return null;
  if (mark.text === '"' && !opensStraight(prev, next)) return null;
  return { ...mark, closers, style: single ? 'single' : 'double' };
}

/** A straight mark opens unless it reads as inches or as the closing mark of something that was never opened. */
function opensStraight(prev: string, next: string): boolean {
  if (DIGIT.test(prev)) return false;
  if (CLOSING_PUNCTUATION.test(next) && next !== '…' && next !== '.') return false;
  const blankAfter = BLANK.test(next);
  return !(blankAfter && prev !== '' && !BLANK.test(prev));
}

/** Words that start with an apostrophe where letters were left out. */
const ELISION =
  /^(?:\d0?s|\d\d|em|til|tis|twas|twere|cause|bout|round|neath|n|cos|coz|ere|fraid)(?![\p{L}\p{N}])/iu;

function opensSingle(scan: Scan, mark: Mark, next: string): boolean {
  if (mark.text !== "'" && mark.text !== '‘' && mark.text !== '‛') return !BLANK.test(next);
  if (scan.lastSingle <= mark.at || BLANK.test(next)) return false;
  return mark.text !== "'" || !ELISION.test(scan.text.slice(mark.end, mark.end + 8));
}

function closes(scan: Scan, open: Opening, mark: Mark): boolean {
  if (!open.closers.has(mark.text)) return false;
  if (open.style === 'single') return closesSingle(scan, mark);
  if (open.text === '"') return mark.text !== '“' && !opensAnew(scan, mark);
  // `„Nein“` closes with the mark that opens in English; `“A “B”` does not.
  return true;
}

/** Blank before and a word after: the mark opens, so the one before it was never closed. */
function opensAnew(scan: Scan, mark: Mark): boolean {
  if (mark.text !== '"') return false;
  const prev = before(scan, mark);
  return (prev === '(' || BLANK.test(prev)) && WORD.test(after(scan, mark));
}

function reopens(scan: Scan, open: Opening, mark: Mark): boolean {
  if (open.style === 'single') return false;
  if (open.text === '"' || open.text === '``') return mark.text === '“' || opensAnew(scan, mark);
  return open.text === '“' && mark.text === '“';
}

/** Whether a single mark ends a quotation rather than standing for left-out letters or a possessive. */
function closesSingle(scan: Scan, mark: Mark): boolean {
  const prev = before(scan, mark);
  const next = after(scan, mark);
  if (prev === '' || BLANK.test(prev)) return false;
  if (WORD.test(next)) return isRunOn(scan, mark, next);
  // `the dogs’ tails`: a plural possessive, when a thing to possess follows and a later mark can still close.
  const possessive = (prev === 's' || prev === 'S') && next === ' ' && POSSESSED.test(wordAfter(scan, mark));
  return !(possessive && scan.lastSingle > mark.at);
}

function wordAfter(scan: Scan, mark: Mark): string {
  return scan.text.slice(mark.end + 1, Math.min(mark.end + 1 + LONGEST_FUNCTION_WORD, scan.paragraph.end));
}

const LONGEST_FUNCTION_WORD = 8;
/** A word in lower case that is no function word: `tails`, and not the `or` of `‘hats’ or pukao`. */
const POSSESSED =
  /^(?!(?:and|or|but|of|in|on|at|to|for|with|by|from|as|is|are|was|were|has|have|had|that|which|who|when|while|if|then|than|into|over|after|before|because|said|says)\b)\p{Ll}/u;

const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;

/** `‘NO AMERICA’Iran killed`: a sentence begins right after the mark. `O’Brien` and `L’Oréal` do not read so. */
function isRunOn(scan: Scan, mark: Mark, next: string): boolean {
  if (mark.text !== '’' || !UPPER.test(next) || !LOWER.test(scan.text.charAt(mark.end + 1))) return false;
  const two = scan.text.slice(mark.at - 2, mark.at);
  return /^[\p{Lu}.!?]{2}$/u.test(two) || /^\p{L}[.!?]$/u.test(two) || /^\p{Ll}{2}$/u.test(two);
}

/** Offset of the last mark of the paragraph that could close a single quotation; bounds every search for one. */
function lastSingleCloser(text: string, paragraph: Span): number {
  const own = text.slice(paragraph.start, paragraph.end);
  let last = -1;
  for (const { index } of own.matchAll(APOSTROPHES)) {
    if (index === 0) continue;
    const next = own.charAt(index + 1);
    if (!BLANK.test(own.charAt(index - 1)) && (!WORD.test(next) || UPPER.test(next)))
      last = paragraph.start + index;
  }
  return last;
}

const APOSTROPHES = /['’]/g;

/** Adds the quotation between two marks, without the blanks inside them; an empty one is none. */
function add(found: Quotation[], scan: Scan, open: Opening, close: Mark, state: 'closed' | 'open'): void {
  let start = open.end;
  let end = close.at;
  while (start < end && BLANK.test(scan.text.charAt(start))) start += 1;
  while (end > start && /[\s\\]/.test(scan.text.charAt(end - 1))) end -= 1;
  if (start >= end) return;
  found.push({
    start,
    end,
    outer: { start: open.at, end: close.end },
    style: open.style,
    closed: state === 'closed',
  });
}
