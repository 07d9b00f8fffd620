/** AsciiDoc drafts: the blocks that the looks of lines tell apart, read line by line. */

import type { IsoDate } from '../../corpus/article.ts';
import { toIsoDate } from '../../text/isoDate.ts';
import type { Prose, ProseBlock } from '../draft.ts';
import { type Line, linesIn } from '../lines.ts';
import { createLookAhead } from '../lookAhead.ts';
import { createProseWriter, type ProseWriter } from '../proseWriter.ts';
import { createInlineReader, type InlineReader } from './inline.ts';

/** The prose of an AsciiDoc text. Any string is accepted; takes time in proportion to its length. */
export function readAsciidoc(text: string): Prose {
  const lines = linesIn(text);
  const out = createProseWriter(text);
  const inline = createInlineReader(text, out, createLookAhead(text), attributesOf(lines));
  const state: State = {
    out,
    inline,
    containers: [],
    raw: null,
    next: 'prose',
    inHeader: false,
    begun: false,
    paragraph: null,
  };
  for (const line of lines) readLine(state, line);
  endParagraph(state);
  if (state.raw?.isComment === true) out.comment(state.raw.start, text.length);
  return out.finish();
}

type Kind = Exclude<ProseBlock['kind'], 'heading'>;

interface Paragraph {
  readonly kind: Kind;
  readonly start: number;
  end: number;
  readonly comments: Line[];
}

interface State {
  readonly out: ProseWriter;
  readonly inline: InlineReader;
  /** The delimiters of the blocks that are open and hold blocks. */
  readonly containers: string[];
  /** The block that is open and holds no prose. */
  raw: { readonly delimiter: string; readonly isComment: boolean; readonly start: number } | null;
  /** What the line of attributes above says of the block to come. */
  next: 'prose' | 'quote' | 'code';
  /** Below the title, where author, revision and attributes stand. */
  inHeader: boolean;
  /** Whether anything but settings stands above. */
  begun: boolean;
  paragraph: Paragraph | null;
}

const RAW = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|```\S{0,20})$/;
const CONTAINER = /^(?:={4,}|\*{4,}|_{4,}|--|[|,:!]={3,})$/;
const HEADING = /^(={1,6}|#{1,6})[ \t]+(?=\S)/;
const ATTRIBUTE = /^:(!?[\w-]{1,60}!?):(?:[ \t](.*))?$/;
const SETTINGS = /^\[(?:\[[^[\]]{1,200}\]|[^[\]]{0,300})\]$/;
const BLOCK_MACRO = /^[a-z][\w-]{0,30}::[^\s[\]]{0,300}\[[^\n]{0,500}\]$/i;
const TITLE = /^\.(?=[^\s.])/;
const ITEM = /^[ \t]*(?:\*{1,6}|-|\.{1,6}|\d{1,3}\.|<(?:\d{1,3}|\.)>)[ \t]+(?=\S)/;
const TERM = /^[ \t]*(?=\S)[^\n]{1,200}?(?:::{1,3}|;;)(?:[ \t]|$)/;
const ADMONITION = /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+/;
/** A line that is nothing but a mark: what continues an item, parts chapters or breaks a page. */
const MARK = /^(?:\+|'{3,}|<{3,}|-{3}|\*{3})$/;

function readLine(state: State, line: Line): void {
  const written = line.text.trimEnd();
  if (state.raw !== null) {
    endRaw(state, line, written);
    return;
  }
  if (line.isBlank) {
    endParagraph(state);
    state.inHeader = false;
    return;
  }
  if (RAW.test(written)) {
    endParagraph(state);
    state.raw = {
      delimiter: written.replace(/^```.*/, '```'),
      isComment: written.startsWith('/'),
      start: line.start,
    };
    return;
  }
  if (CONTAINER.test(written)) {
    endParagraph(state);
    toggleContainer(state, written);
    return;
  }
  if (written.startsWith('//') && !written.startsWith('///')) {
    if (state.paragraph === null) state.out.comment(line.start, line.end);
    else state.paragraph.comments.push(line);
    return;
  }
  if (state.containers.at(-1)?.startsWith('|') === true) readRow(state, line);
  else if (state.paragraph === null) beginBlock(state, line, written);
  else continueBlock(state, line, written);
}

function endRaw(state: State, line: Line, written: string): void {
  if (state.raw === null || written !== state.raw.delimiter) return;
  if (state.raw.isComment) state.out.comment(state.raw.start, line.end);
  state.raw = null;
  state.next = 'prose';
}

function toggleContainer(state: State, delimiter: string): void {
  const { containers } = state;
  const at = containers.lastIndexOf(delimiter, containers.length);
  const isNear = at >= 0 && containers.length - at <= DEEPEST;
  if (isNear) containers.length = at;
  else if (containers.length < DEEPEST) containers.push(state.next === 'quote' ? QUOTE : delimiter);
  state.next = 'prose';
}

/** No document nests its blocks deeper. */
const DEEPEST = 50;
const QUOTE = '____';

/** The first line of a block. */
function beginBlock(state: State, line: Line, written: string): void {
  const { out } = state;
  if (state.inHeader) return;
  if (ATTRIBUTE.test(written) || BLOCK_MACRO.test(written) || MARK.test(written)) return;
  if (SETTINGS.test(written)) {
    state.next = whatFollows(written);
    return;
  }
  const heading = HEADING.exec(written);
  if (heading !== null) {
    const level = heading[1]?.length ?? 1;
    state.inHeader = level === 1 && !state.begun;
    state.begun = true;
    readHeading(state, line, level, heading[0].length);
    return;
  }
  if (TITLE.test(written)) {
    emit(state, { kind: 'caption', start: line.start + 1, end: line.end, comments: [] });
    return;
  }
  const item = ITEM.exec(line.text);
  if (item === null && (line.indent > 0 || state.next === 'code')) {
    // A literal paragraph, as `[source]` and blanks in front make it, has no prose.
    state.paragraph = { kind: 'paragraph', start: line.end, end: -1, comments: [] };
    return;
  }
  state.begun = true;
  const skipped = item?.[0].length ?? ADMONITION.exec(line.text)?.[0].length ?? 0;
  const isItem = item !== null || TERM.test(written);
  out.end(line.start);
  state.paragraph = {
    kind: kindOf(state, isItem ? 'listItem' : 'paragraph'),
    start: line.start + skipped,
    end: line.end,
    comments: [],
  };
}

/** A further line: of the same block, unless it opens another. */
function continueBlock(state: State, line: Line, written: string): void {
  const { paragraph } = state;
  if (paragraph === null) return;
  const isList = paragraph.kind === 'listItem';
  const begins = SETTINGS.test(written) || BLOCK_MACRO.test(written) || (isList && ATTRIBUTE.test(written));
  if (begins || MARK.test(written) || (isList && (ITEM.test(line.text) || TERM.test(written)))) {
    endParagraph(state);
    beginBlock(state, line, written);
    return;
  }
  if (paragraph.end >= 0) paragraph.end = line.end;
}

/** The kind of a block that would be `plain` outside of a quotation. */
function kindOf({ containers, next }: State, plain: Kind): Kind {
  if (next === 'quote' || containers.some((delimiter) => delimiter.startsWith('_'))) return 'blockQuote';
  return plain;
}

function whatFollows(settings: string): State['next'] {
  if (/^\[(?:quote|verse)\b/i.test(settings)) return 'quote';
  return /^\[(?:source|listing|literal|stem|latexmath|asciimath|pass|comment)\b/i.test(settings)
    ? 'code'
    : 'prose';
}

function readHeading({ out, inline }: State, line: Line, level: number, mark: number): void {
  const start = line.start + mark;
  out.beginHeading(level, start);
  inline.read({ start, end: line.end });
  out.end(line.end);
}

/** The span, style or repetition of a cell, in front of its bar. */
const CELL = /(?:\d{1,3}(?:\.\d{1,3})?|\.\d{1,3})[+*][<^>.]{0,4}[a-z]?(?=\|)|(?<=\s)[<^>.]{0,4}[a-z]?(?=\|)/g;

/** A line of a table: its cells, with the bars between them. */
function readRow(state: State, line: Line): void {
  const { out, inline } = state;
  out.begin('tableRow', line.start);
  const first = /^[^|]{0,8}\|/.exec(line.text)?.[0].length ?? 0;
  out.hole(line.start, line.start + first);
  inline.read({ start: line.start + first, end: line.end });
  for (const { index, 0: cell } of line.text.slice(first).matchAll(CELL)) {
    const start = line.start + first + index;
    if (cell !== '') out.hole(start, start + cell.length);
  }
  out.end(line.end);
}

function endParagraph(state: State): void {
  const { paragraph } = state;
  state.paragraph = null;
  if (paragraph === null) return;
  state.next = 'prose';
  if (paragraph.end < 0) for (const { start, end } of paragraph.comments) state.out.comment(start, end);
  else emit(state, paragraph);
}

function emit({ out, inline }: State, { kind, start, end, comments }: Paragraph): void {
  out.begin(kind, start);
  let at = start;
  for (const comment of comments) {
    inline.read({ start: at, end: comment.start });
    out.comment(comment.start, comment.end);
    at = comment.end;
  }
  inline.read({ start: at, end: Math.max(at, end) });
  out.end(Math.max(at, end));
}

/** The attributes that the document sets, by their names in lower case. Longer values are not made for a sentence. */
function attributesOf(lines: readonly Line[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { text } of lines) {
    const [, name = '', value = ''] = (text.startsWith(':') ? ATTRIBUTE.exec(text.trimEnd()) : null) ?? [];
    if (name !== '' && !/[!{}]/.test(name + value) && value.length <= LONGEST_VALUE)
      found.set(name.toLowerCase(), value.trim());
  }
  return found;
}

const LONGEST_VALUE = 200;

/** The date of the revision, from `:revdate:` or the line under the author's. */
export function dateOfAsciidoc(text: string): IsoDate | null {
  const header = text.slice(0, HEAD_READ).split(/\n[ \t\r]*\n/)[0] ?? '';
  const set = /^:(?:revdate|date|docdate):[ \t]+([^\n\r]{1,60})/m.exec(header)?.[1];
  const line = /^(?:v?[\d.]{1,12},[ \t]*)?([^\n\r:,]{1,40})(?::[^\n\r]*)?\r?$/;
  const written = set ?? line.exec(header.split('\n')[2] ?? '')?.[1];
  return written === undefined ? null : toIsoDate(written);
}

/** UTF-16 units at the start of a text among which its date is looked for. */
const HEAD_READ = 20_000;
