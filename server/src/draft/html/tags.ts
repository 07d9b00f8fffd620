/** Tags of an HTML draft as they come: each parts paragraphs, hides what is in it, or vanishes within a line. */

import type { ProseBlock } from '../draft.ts';
import type { ProseWriter } from '../proseWriter.ts';
import { type ElementKind, elementKind, isCitation, kindIn } from './elements.ts';

/** Takes the tags of a text in order. Offsets are those of the text. */
export interface TagReader {
  /** A character that is written as an entity. */
  character(start: number, end: number, character: string): void;
  /** An opening tag that starts at `start`; `opened` says where it ends. */
  open(start: number, name: string): void;
  opened(end: number): void;
  close(start: number, end: number, name: string): void;
  comment(start: number, end: number): void;
  /** A declaration, processing instruction or CDATA section. */
  markup(start: number, end: number): void;
  /** The end of the text, of which everything up to `at` was read. */
  end(at: number): void;
}

interface State {
  readonly text: string;
  readonly out: ProseWriter;
  /** The containers that are open, and the cells met since the innermost row began. */
  readonly containers: string[];
  cells: number;
  /** The element that hides the words, how many of its name are open, and where the first one starts. */
  hidden: { readonly name: string; readonly isBlock: boolean; readonly start: number; depth: number } | null;
  quotations: number;
  tag: { readonly start: number; readonly name: string } | null;
}

export function createTagReader(text: string, out: ProseWriter): TagReader {
  const state: State = { text, out, containers: [], cells: 0, hidden: null, quotations: 0, tag: null };
  out.begin('paragraph', 0);
  return {
    character(start, end, character) {
      if (state.hidden === null) out.replace(start, end, character);
    },
    open(start, name) {
      if (state.tag !== null) out.hole(state.tag.start, start);
      state.tag = { start, name };
    },
    opened(end) {
      const { tag } = state;
      state.tag = null;
      if (tag !== null) openElement(state, tag.name, tag.start, end);
    },
    close: (start, end, name) => closeElement(state, name, start, end),
    comment: (start, end) => out.comment(start, end),
    markup: (start, end) => out.hole(start, end),
    end(at) {
      const start = state.hidden?.start ?? state.tag?.start;
      if (start !== undefined) out.hole(start, text.length);
      else if (text.startsWith('</', at)) out.hole(at, text.length);
      out.end(text.length);
    },
  };
}

function openElement(state: State, name: string, start: number, end: number): void {
  const { hidden, out, text } = state;
  const kind = elementKind(name);
  if (hidden !== null) {
    if (name === hidden.name) hidden.depth += 1;
    if (hidden.isBlock || !partsParagraphs(kind)) return;
    // Code within a line ends with its paragraph, closed or not.
    leaveHidden(state, start);
  }
  switch (kind) {
    case 'block':
      beginBlock(state, start, end);
      return;
    case 'container':
      if (ENDS_ITSELF.has(name) && ENDS_ITSELF.has(state.containers.at(-1) ?? '')) state.containers.pop();
      state.containers.push(name);
      if (name === 'tr') state.cells = 0;
      beginBlock(state, start, end);
      return;
    case 'heading':
      beginHeading(state, Number(name.charAt(1)), start, end);
      return;
    case 'hidden':
    case 'hiddenBlock':
      hide(state, name, start);
      return;
    case 'break':
      out.hole(start, end);
      return;
    case 'cell':
      state.cells += 1;
      if (state.cells > 1) out.replace(start, end, '|');
      else out.hole(start, end);
      return;
    case 'quotation':
      out.replace(start, end, state.quotations % 2 === 0 ? '“' : '‘');
      state.quotations += 1;
      return;
    case 'inline':
      if (isCitation(text.slice(start, end))) hide(state, name, start);
      else out.replace(start, end, '');
      return;
  }
}

/** Containers that another of them ends: their closing tags may be left out. */
const ENDS_ITSELF: ReadonlySet<string> = new Set(['li', 'dd', 'dt', 'tr']);

function closeElement(state: State, name: string, start: number, end: number): void {
  const { hidden, out } = state;
  const kind = elementKind(name);
  if (hidden !== null) {
    if (name === hidden.name) hidden.depth -= 1;
    if (name === hidden.name && hidden.depth === 0) {
      leaveHidden(state, end);
      return;
    }
    if (hidden.isBlock || !partsParagraphs(kind)) return;
    leaveHidden(state, start);
  }
  switch (kind) {
    case 'container':
      closeContainer(state, name);
      beginBlock(state, start, end);
      return;
    case 'block':
    case 'heading':
      beginBlock(state, start, end);
      return;
    case 'quotation':
      state.quotations = Math.max(0, state.quotations - 1);
      out.replace(start, end, state.quotations % 2 === 0 ? '”' : '’');
      return;
    case 'inline':
      out.replace(start, end, '');
      return;
    case 'hidden':
    case 'hiddenBlock':
    case 'break':
    case 'cell':
      out.hole(start, end);
      return;
  }
}

function partsParagraphs(kind: ElementKind): boolean {
  return kind === 'block' || kind === 'container' || kind === 'heading' || kind === 'hiddenBlock';
}

function beginBlock(state: State, start: number, end: number): void {
  state.out.end(start);
  state.quotations = 0;
  state.out.begin(kindHere(state), end);
}

function beginHeading(state: State, level: number, start: number, end: number): void {
  state.out.end(start);
  if (kindHere(state) === 'blockQuote') state.out.begin('blockQuote', end);
  else state.out.beginHeading(level, end);
}

function hide(state: State, name: string, start: number): void {
  const isBlock = elementKind(name) === 'hiddenBlock';
  if (isBlock) state.out.end(start);
  state.hidden = { name, isBlock, start, depth: 1 };
}

function leaveHidden(state: State, at: number): void {
  const { hidden, out } = state;
  if (hidden === null) return;
  state.hidden = null;
  if (hidden.isBlock) out.begin(kindHere(state), at);
  else out.hole(hidden.start, at);
}

/** No page nests its containers deeper, and looking no further keeps hostile ones cheap. */
const DEEPEST = 50;

/** Closes the container `name` and those left open within it. */
function closeContainer({ containers }: State, name: string): void {
  const near = containers.slice(-DEEPEST);
  const at = near.lastIndexOf(name);
  if (at >= 0) containers.length -= near.length - at;
}

function kindHere({ containers }: State): Exclude<ProseBlock['kind'], 'heading'> {
  return kindIn(containers.at(-1) ?? '');
}
