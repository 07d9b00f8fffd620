/** One piece of Markdown: its blocks of prose, read from the parser's tokens, which know every mark's exact place. */

import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import type { Event } from 'micromark-util-types';
import { contains, type Span } from '../text/span.ts';
import type { ProseBlock } from './draft.ts';
import { htmlCloser, htmlElementHoles, htmlHoles } from './html.ts';
import { headingNumber, markdownHoles, plainHoles } from './inlineHoles.ts';
import type { OpenConstruct } from './markdownPieces.ts';
import { gaps, proseBlock } from './proseBlock.ts';

/** What a piece holds. Offsets are those of the piece. */
export interface PieceContent {
  readonly blocks: readonly ProseBlock[];
  /** The construct that is still open at the end of the piece. */
  readonly open: OpenConstruct | null;
  readonly labels: Labels;
}

/** Normalised labels of link definitions and of footnotes, which decide what is a reference elsewhere. */
export interface Labels {
  readonly links: readonly string[];
  readonly footnotes: readonly string[];
}

/** Dollar amounts are common, so mathematics between single dollar signs is told apart in `markdownHoles` instead. */
const OPTIONS = { extensions: [gfm(), math({ singleDollarTextMath: false })] };

/** Tokens that are the text of a block, with the block's kind outside lists and quotes. */
const TEXT_BLOCKS: ReadonlyMap<string, ProseBlock['kind']> = new Map([
  ['paragraph', 'paragraph'],
  ['atxHeadingText', 'heading'],
  ['setextHeadingText', 'heading'],
  ['tableRow', 'tableRow'],
]);

/** Tokens whose content is no prose, although the parser finds text in it. */
const NO_PROSE: ReadonlySet<string> = new Set([
  'definition',
  'gfmFootnoteDefinition',
  'resource',
  'reference',
  'gfmFootnoteCall',
  'autolink',
  'literalAutolink',
  'codeText',
  'htmlText',
  'mathText',
]);

/** Tokens that hold the words themselves. Everything else within a block is markup. */
const WORDS: ReadonlySet<string> = new Set(['data', 'characterEscapeValue', 'lineEnding']);

/** Parses `source` with the labels that the whole text defines. Any string is accepted. */
export function readPiece(source: string, labels: Labels): PieceContent {
  const parser = parse(OPTIONS);
  parser.defined.push(...labels.links);
  parser.gfmFootnotes = [...labels.footnotes];
  const events = postprocess(parser.document().write(preprocess()(source, undefined, true)));
  return {
    blocks: readBlocks(source, events),
    open: openConstruct(source, events),
    labels: {
      links: parser.defined.slice(labels.links.length),
      footnotes: parser.gfmFootnotes.slice(labels.footnotes.length),
    },
  };
}

/** A stretch of words and whether it is the text that stands in for a picture. */
interface Words extends Span {
  readonly ofImage: boolean;
}

/** What was met since the block began that is being read. */
interface Met {
  readonly words: Words[];
  /** Of a table row: the contents of its cells, and the pipes between and around them. */
  readonly cells: Span[];
  readonly pipes: Span[];
}

/** Walks the tokens once; `around` holds the names of those that are open. */
function readBlocks(source: string, events: readonly Event[]): readonly ProseBlock[] {
  const blocks: (ProseBlock | null)[] = [];
  const around: string[] = [];
  let met: Met = { words: [], cells: [], pipes: [] };
  for (const [step, token] of events) {
    const span = { start: token.start.offset, end: token.end.offset };
    const type: string = token.type;
    const kind = TEXT_BLOCKS.get(type);
    if (step === 'enter') {
      if (kind !== undefined) met = { words: [], cells: [], pipes: [] };
      if (!isHidden(around)) meet(met, type, span, around);
      around.push(type);
      continue;
    }
    around.pop();
    if (isHidden(around)) continue;
    if (kind === 'tableRow') blocks.push(rowBlock(source, met));
    else if (kind !== undefined) blocks.push(textBlock(source, span, met.words, kindWithin(kind, around)));
    else if (type === 'htmlFlow') blocks.push(htmlBlock(source, span, around));
  }
  return blocks.filter((block) => block !== null);
}

function meet(met: Met, type: string, span: Span, around: readonly string[]): void {
  if (WORDS.has(type)) met.words.push({ ...span, ofImage: around.includes('image') });
  else if (type === 'tableContent') met.cells.push(span);
  else if (type === 'tableCellDivider') met.pipes.push(span);
}

function isHidden(around: readonly string[]): boolean {
  return around.some((type) => NO_PROSE.has(type));
}

/** What a paragraph is called by the list or quotation nearest around it. */
function kindWithin(kind: ProseBlock['kind'], around: readonly string[]): ProseBlock['kind'] {
  if (kind !== 'paragraph') return kind;
  const nearest = around.findLast((type) => type === 'blockQuote' || type.startsWith('list'));
  if (nearest === undefined) return kind;
  return nearest === 'blockQuote' ? 'blockQuote' : 'listItem';
}

function textBlock(
  source: string,
  span: Span,
  words: readonly Words[],
  kind: ProseBlock['kind'],
): ProseBlock | null {
  const holes = [...markupHoles(source, span, words), ...inlineHoles(source, span)];
  const number = kind === 'heading' ? headingNumber(source.slice(span.start, span.end)) : null;
  if (number !== null) holes.push({ start: span.start, end: span.start + number.length });
  const isPicture =
    words.some((part) => part.ofImage) && words.every((part) => part.ofImage || isSpace(source, part));
  return proseBlock(isPicture ? 'caption' : kind, source, span, holes);
}

/** A row from its first words to its last. What opens in a cell ends in it, so holes are looked for cell by cell. */
function rowBlock(source: string, { words, cells, pipes }: Met): ProseBlock | null {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return null;
  const row = { start: first.start, end: last.end };
  const kept = [...words, ...pipes.filter((pipe) => contains(row, pipe))].sort((a, b) => a.start - b.start);
  const holes = [...markupHoles(source, row, kept), ...cells.flatMap((cell) => inlineHoles(source, cell))];
  return proseBlock('tableRow', source, row, holes);
}

/** What stands in `span` besides words and white space. */
function markupHoles(source: string, span: Span, words: readonly Span[]): readonly Span[] {
  return gaps(span, words).filter((gap) => source.slice(gap.start, gap.end).trim() !== '');
}

function inlineHoles(source: string, span: Span): readonly Span[] {
  const written = source.slice(span.start, span.end);
  return [...markdownHoles(written, span.start), ...htmlElementHoles(written, span.start)];
}

function isSpace(source: string, span: Span): boolean {
  return source.slice(span.start, span.end).trim() === '';
}

/** The words between the tags of an HTML block; none for comments, scripts and preformatted text. */
function htmlBlock(source: string, span: Span, around: readonly string[]): ProseBlock | null {
  const written = source.slice(span.start, span.end);
  if (htmlCloser(written) !== null) return null;
  const kind = /<figcaption\b/i.test(written) ? 'caption' : kindWithin('paragraph', around);
  return proseBlock(kind, source, span, [
    ...htmlHoles(written, span.start),
    ...plainHoles(written, span.start),
  ]);
}

/** The last construct at the outermost level, when it has no end of its own. */
function openConstruct(source: string, events: readonly Event[]): OpenConstruct | null {
  let depth = 0;
  let last: Event[] = [];
  for (const event of events) {
    if (event[0] === 'exit') depth--;
    const isOuter = depth === 0 && !event[1].type.startsWith('lineEnding');
    if (event[0] === 'enter') depth++;
    if (isOuter && event[0] === 'enter') last = [];
    last.push(event);
  }
  const token = last[0]?.[1];
  if (token === undefined) return null;
  const written = source.slice(token.start.offset, token.end.offset);
  if (token.type === 'htmlFlow') {
    const closer = htmlCloser(written);
    return closer === null || closer.test(written) ? null : { kind: 'html', closer };
  }
  const isFenced = token.type === 'codeFenced' || token.type === 'mathFlow';
  return isFenced && last.filter(isFenceLine).length === 1 ? openFence(written) : null;
}

function isFenceLine([step, token]: Event): boolean {
  return step === 'enter' && (token.type === 'codeFencedFence' || token.type === 'mathFlowFence');
}

function openFence(written: string): OpenConstruct | null {
  const marks = /^[ \t]*(`+|~+|\$+)/.exec(written)?.[1];
  const mark = marks?.charAt(0);
  if (marks === undefined || (mark !== '`' && mark !== '~' && mark !== '$')) return null;
  return { kind: 'fence', mark, size: marks.length };
}
