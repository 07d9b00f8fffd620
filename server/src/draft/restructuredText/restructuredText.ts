/** reStructuredText drafts: the blocks that lines and their indentation tell apart, read line by line. */

import type { IsoDate } from '../../corpus/article.ts';
import { toIsoDate } from '../../text/isoDate.ts';
import type { Prose, ProseBlock } from '../draft.ts';
import { type Line, linesIn } from '../lines.ts';
import { createLookAhead } from '../lookAhead.ts';
import { createProseWriter, type ProseWriter } from '../proseWriter.ts';
import { directiveOf } from './directives.ts';
import { createInlineReader, type InlineReader } from './inline.ts';
import { columnsOf, isGridBorder, readGridRow, readSimpleRow, type Table } from './tables.ts';

/** The prose of a reStructuredText text. Any string is accepted; takes time in proportion to its length. */
export function readRestructuredText(text: string): Prose {
  const lines = linesIn(text);
  const out = createProseWriter(text);
  const inline = createInlineReader(text, out, createLookAhead(text), substitutionsOf(lines));
  const state: State = {
    text,
    lines,
    out,
    inline,
    frames: [],
    adornments: [],
    hidden: null,
    table: null,
    open: null,
  };
  for (let at = 0; at < lines.length; ) at += readLine(state, at);
  endHidden(state, text.length);
  endParagraph(state);
  return out.finish();
}

type Kind = Exclude<ProseBlock['kind'], 'heading'>;

/** A block that holds what is indented at least as far as its content. */
interface Frame {
  readonly kind: Kind;
  readonly indent: number;
  /** Whether its content may begin further in, which then is its indentation. */
  readonly isSoft: boolean;
}

interface State {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly out: ProseWriter;
  readonly inline: InlineReader;
  readonly frames: Frame[];
  /** The underlines of headings, each with its overline, in the order in which they came: their places are the levels. */
  readonly adornments: string[];
  /** A block without prose, which holds the lines indented further than it. */
  hidden: { readonly indent: number; readonly commentStart: number | null; end: number } | null;
  table: Table | null;
  open: Open | null;
}

/** A paragraph being read. Its content is indented by `indent`. */
interface Open {
  readonly kind: Kind;
  readonly start: number;
  readonly indent: number;
  readonly mayBeTerm: boolean;
  lines: number;
  end: number;
}

const ADORNMENT = /^([!-/:-@[-`{-~])\1{1,}$/;
const ITEM = /^[ \t]*(?:[-*+•‣⁃]|\(?(?:\d{1,3}|[a-zA-Z#])[.)])[ \t]+(?=\S)/;
const EXPLICIT = /^[ \t]*\.\.(?=[ \t]|$)[ \t]*/;
const DIRECTIVE = /^(?:\|[^|\n]{1,80}\|[ \t]+)?([A-Za-z][\w:.+-]{0,60})::(?:[ \t]+|$)/;
/** Targets, footnotes, citations: they are what others refer to, and no text of the draft. */
const TARGET = /^(?:_|\[)/;
const FIELD = /^[ \t]*:(?![ :`])[^:\n`]{1,60}:(?:[ \t]+|$)/;
const LINE_BLOCK = /^[ \t]*\|[ \t]+/;
const DOCTEST = /^[ \t]*>>> /;

/** Reads the line at index `at` and says how many lines were read. */
function readLine(state: State, at: number): number {
  const line = state.lines[at];
  if (line === undefined) return 1;
  if (line.isBlank) {
    endParagraph(state);
    if (state.table?.kind === 'grid') state.table = null;
    return 1;
  }
  if (state.hidden !== null) {
    if (line.indent > state.hidden.indent) {
      state.hidden.end = line.end;
      return 1;
    }
    endHidden(state, state.hidden.end);
  }
  if (state.table !== null && readTableLine(state, state.table, line)) return 1;
  if (state.open !== null) return continueParagraph(state, line);
  return readHeading(state, at) ?? beginBlock(state, line);
}

/** A heading with its underline, and with its overline if it has one; a line of marks alone parts sections. */
function readHeading(state: State, at: number): number | null {
  const [first, second, third] = state.lines.slice(at, at + 3);
  if (first === undefined) return null;
  const marks = first.text.trimEnd();
  if (ADORNMENT.test(marks)) {
    if (columnsOf(marks) !== null) return null;
    const isTitle = second !== undefined && !second.isBlank && third?.text.trimEnd() === marks;
    if (!isTitle) return marks.length >= SHORTEST_TRANSITION && (second?.isBlank ?? true) ? 1 : null;
    emitHeading(state, second, `${marks.charAt(0)}${marks.charAt(0)}`);
    return 3;
  }
  const under = second?.text.trimEnd() ?? '';
  const isLong = under.length >= Math.min(marks.length, SHORTEST_TRANSITION);
  if (first.indent > 0 || !ADORNMENT.test(under) || !isLong || EXPLICIT.test(marks)) return null;
  emitHeading(state, first, under.charAt(0));
  return 2;
}

const SHORTEST_TRANSITION = 4;

function emitHeading({ out, inline, adornments, frames }: State, line: Line, adornment: string): void {
  if (!adornments.includes(adornment)) adornments.push(adornment);
  frames.length = 0;
  const start = line.start + line.indent;
  out.beginHeading(adornments.indexOf(adornment) + 1, start);
  inline.read({ start, end: line.end });
  out.end(line.end);
}

/** The first line of a block that is no heading. */
function beginBlock(state: State, line: Line): number {
  leaveFrames(state, line.indent);
  const explicit = EXPLICIT.exec(line.text)?.[0];
  if (explicit !== undefined) {
    beginExplicit(state, line, explicit.length);
    return 1;
  }
  const simple = columnsOf(line.text.trimEnd());
  if (simple !== null || isGridBorder(line.text)) {
    state.table = simple === null ? { kind: 'grid' } : { kind: 'simple', columns: simple, borders: 1 };
    return 1;
  }
  const field = FIELD.exec(line.text)?.[0];
  if (field !== undefined || DOCTEST.test(line.text)) {
    // Fields are settings and the data of a bibliography; what they say in words belongs to neither.
    state.hidden = { indent: line.indent, commentStart: null, end: line.end };
    return 1;
  }
  const item = ITEM.exec(line.text)?.[0];
  if (item !== undefined) {
    state.frames.push({ kind: 'listItem', indent: item.length, isSoft: true });
    openParagraph(state, line, item.length);
    return 1;
  }
  enterIndent(state, line.indent);
  openParagraph(state, line, LINE_BLOCK.exec(line.text)?.[0].length ?? line.indent);
  return 1;
}

function leaveFrames({ frames }: State, indent: number): void {
  while ((frames.at(-1)?.indent ?? 0) > indent) frames.pop();
}

/** What is indented further than the block around it is a quotation, unless that block has not had its content yet. */
function enterIndent({ frames }: State, indent: number): void {
  const top = frames.at(-1);
  if (indent <= (top?.indent ?? 0)) return;
  if (top?.isSoft === true) frames[frames.length - 1] = { kind: top.kind, indent, isSoft: false };
  else frames.push({ kind: 'blockQuote', indent, isSoft: false });
}

function kindHere({ frames }: State): Kind {
  return frames.at(-1)?.kind ?? 'paragraph';
}

/** `skipped` are the blanks and marks before the words. */
function openParagraph(state: State, line: Line, skipped: number): void {
  const { start, end, indent } = line;
  const mayBeTerm = skipped === indent;
  state.open = { kind: kindHere(state), start: start + skipped, indent: skipped, mayBeTerm, lines: 1, end };
}

/** `.. name::`, `.. _target:`, `.. [key]`, `.. |name|`, or a comment. */
function beginExplicit(state: State, line: Line, mark: number): void {
  const { indent, end } = line;
  const rest = line.text.slice(mark);
  const name = DIRECTIVE.exec(rest);
  if (name === null) {
    const isTarget = TARGET.test(rest);
    state.hidden = { indent, commentStart: isTarget ? null : line.start + indent, end };
    return;
  }
  const { content, argument } = rest.startsWith('|') ? directiveOf('') : directiveOf(name[1] ?? '');
  if (content === 'hidden') {
    state.hidden = { indent, commentStart: null, end };
    return;
  }
  state.frames.push({
    kind: content === 'quote' ? 'blockQuote' : 'paragraph',
    indent: indent + 1,
    isSoft: true,
  });
  const words = mark + name[0].length;
  if (argument === 'setting' || line.text.slice(words).trim() === '') return;
  if (argument === 'title') emit(state, { kind: 'caption', start: line.start + words, end });
  else openParagraph(state, line, words);
}

function endHidden(state: State, end: number): void {
  const { hidden, out } = state;
  state.hidden = null;
  if (hidden?.commentStart != null) out.comment(hidden.commentStart, end);
}

function readTableLine(state: State, table: Table, line: Line): boolean {
  if (table.kind === 'grid') {
    if (isGridBorder(line.text)) return true;
    if (!/^[ \t]*\|/.test(line.text)) {
      state.table = null;
      return false;
    }
    readGridRow(state.out, state.inline, line);
    return true;
  }
  if (columnsOf(line.text.trimEnd()) !== null) {
    const borders = table.borders + 1;
    const isOver = borders > 2 || state.lines[line.index + 1]?.isBlank !== false;
    state.table = isOver ? null : { ...table, borders };
    return true;
  }
  readSimpleRow(state.out, state.inline, line, table.columns);
  return true;
}

/** A further line of the paragraph: its words, the definition of the term it is, or the next item. */
function continueParagraph(state: State, line: Line): number {
  const { open } = state;
  if (open === null) return 1;
  const isItem = open.kind === 'listItem' && line.indent <= open.indent && ITEM.test(line.text);
  const isTerm = open.mayBeTerm && open.lines === 1 && line.indent > open.indent;
  if (isItem || isTerm || LINE_BLOCK.test(line.text)) {
    endParagraph(state);
    if (isTerm) state.frames.push({ kind: 'listItem', indent: line.indent, isSoft: false });
    return beginBlock(state, line);
  }
  open.lines += 1;
  open.end = line.end;
  return 1;
}

/** A paragraph that ends in two colons announces a literal block. */
function endParagraph(state: State): void {
  const { open, text } = state;
  state.open = null;
  if (open === null) return;
  emit(state, open);
  if (!text.slice(open.start, open.end).trimEnd().endsWith('::')) return;
  state.hidden = { indent: open.indent, commentStart: null, end: open.end };
}

function emit({ out, inline }: State, { kind, start, end }: Pick<Open, 'kind' | 'start' | 'end'>): void {
  out.begin(kind, start);
  inline.read({ start, end });
  out.end(end);
}

/** What `.. |name| replace:: words` gives for the names, in lower case. */
function substitutionsOf(lines: readonly Line[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { text } of lines) {
    if (!text.startsWith('.. |')) continue;
    const [, name = '', words = ''] = SUBSTITUTION.exec(text) ?? [];
    if (name !== '' && !/[*`|\\_]/.test(words)) found.set(name.toLowerCase(), words.trim());
  }
  return found;
}

const SUBSTITUTION = /^\.\. \|([^|\n]{1,80})\|[ \t]+replace::[ \t]+(.{1,200})$/;

/** The date that the fields at the start of the document give; null when they give none. */
export function dateOfRestructuredText(text: string): IsoDate | null {
  const date = /^:date:[ \t]+([^\n\r]{1,60})/im.exec(text.slice(0, HEAD_READ))?.[1];
  return date === undefined ? null : toIsoDate(date);
}

/** UTF-16 units at the start of a text among which its date is looked for. */
const HEAD_READ = 20_000;
