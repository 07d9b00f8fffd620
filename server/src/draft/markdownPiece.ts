/** One piece of Markdown: its blocks of prose, read from the parser's tokens, which know every mark's exact place. */

import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import { decodeString } from 'micromark-util-decode-string';
import type { Event } from 'micromark-util-types';
import { contains, type Span } from '../text/span.ts';
import type { Heading, Prose, ProseBlock, Replacement } from './draft.ts';
import { htmlCloser, htmlComments, htmlElementHoles, htmlHoles } from './html.ts';
import { headingNumber, markdownHoles, plainHoles } from './inlineHoles.ts';
import type { OpenConstruct } from './markdownPieces.ts';
import { plainParagraph } from './plainPiece.ts';
import { gaps, headingOf, proseBlock } from './proseBlock.ts';

/** What a piece holds. Offsets are those of the piece. */
export interface PieceContent extends Prose {
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
  'struckOut',
]);

/** Tokens that hold the words themselves. Everything else within a block is markup. */
const WORDS: ReadonlySet<string> = new Set(['data', 'characterEscapeValue', 'lineEnding']);

/** Reads `source` with the labels that the whole text defines. Any string is accepted. */
export function readPiece(source: string, labels: Labels): PieceContent {
  const plain = plainParagraph(source);
  return plain === null ? readByParser(source, labels) : plainContent(source, plain);
}

function plainContent(source: string, span: Span): PieceContent {
  const met = { ...nothingMet(), words: [{ ...span, ofImage: false }] };
  const block = textBlock(source, span, met, 'paragraph');
  const blocks = block === null ? [] : [block];
  return {
    blocks,
    headings: [],
    comments: [],
    replacements: [],
    open: null,
    labels: { links: [], footnotes: [] },
  };
}

/** The same by the parser, whatever the piece holds. */
export function readByParser(source: string, labels: Labels): PieceContent {
  const parser = parserFor(labels);
  const events = postprocess(parser.document().write(preprocess()(source, undefined, true)));
  return {
    ...readProse(source, events),
    open: openConstruct(source, events),
    labels: {
      links: parser.defined.slice(labels.links.length),
      footnotes: (parser.gfmFootnotes ?? []).slice(labels.footnotes.length),
    },
  };
}

/**
 * The parser, made once: putting its table of constructs together takes a third of the time of a paragraph. What it knows
 * of a text is begun anew; it is not used for two at a time.
 */
const PARSER = parse(OPTIONS);

function parserFor(labels: Labels): typeof PARSER {
  PARSER.defined = [...labels.links];
  PARSER.gfmFootnotes = [...labels.footnotes];
  PARSER.lazy = {};
  return PARSER;
}

/** A stretch of words and whether it is the text that stands in for a picture. */
interface Words extends Span {
  readonly ofImage: boolean;
}

/** What was met since the block began that is being read. */
interface Met {
  readonly words: Words[];
  readonly replaced: Replacement[];
  /** Of a table row: the contents of its cells, and the pipes between and around them. */
  readonly cells: Span[];
  readonly pipes: Span[];
}

/** What is found as the tokens are walked. */
interface Found {
  readonly blocks: ProseBlock[];
  readonly headings: Heading[];
  readonly comments: Span[];
  readonly replacements: Replacement[];
  met: Met;
}

/** Walks the tokens once; `around` holds the names of those that are open. */
function readProse(source: string, events: readonly Event[]): Prose {
  const found: Found = { blocks: [], headings: [], comments: [], replacements: [], met: nothingMet() };
  const around: string[] = [];
  for (const [step, token] of events) {
    const span = { start: token.start.offset, end: token.end.offset };
    const type: string = token.type;
    if (step === 'enter') {
      if (TEXT_BLOCKS.has(type)) found.met = nothingMet();
      if (!isHidden(around)) meet(found, source, type, span, around);
      // One tilde makes a range of `5~7` and an index of `H~2~O`; two strike out what is no longer said.
      around.push(type === 'strikethrough' && source.startsWith('~~', span.start) ? 'struckOut' : type);
    } else {
      around.pop();
      if (!isHidden(around)) leave(found, source, type, span, around);
    }
  }
  const { met: _, ...prose } = found;
  return prose;
}

function nothingMet(): Met {
  return { words: [], replaced: [], cells: [], pipes: [] };
}

function meet(found: Found, source: string, type: string, span: Span, around: readonly string[]): void {
  const { met, comments } = found;
  if (WORDS.has(type)) met.words.push({ ...span, ofImage: around.includes('image') });
  else if (type === 'characterReference')
    met.replaced.push({ ...span, text: decodeString(source.slice(span.start, span.end)) });
  else if (type === 'tableContent') met.cells.push(span);
  else if (type === 'tableCellDivider') met.pipes.push(span);
  else if (type === 'htmlText' || type === 'htmlFlow') comments.push(...htmlComments(source, span));
}

function leave(found: Found, source: string, type: string, span: Span, around: readonly string[]): void {
  const { met, headings } = found;
  const kind = TEXT_BLOCKS.get(type);
  if (kind === 'tableRow') add(found, rowBlock(source, met));
  else if (kind !== undefined) add(found, textBlock(source, span, met, kindWithin(kind, around)));
  else if (type === 'htmlFlow') add(found, htmlBlock(source, span, around));
  const level = headingLevel(source, type, span);
  if (level === null || kindWithin('paragraph', around) !== 'paragraph') return;
  const last = found.blocks.at(-1);
  const own = last?.kind === 'heading' && last.start >= span.start ? last : null;
  headings.push(headingOf(level, own, span));
}

/** A block, with the replacements of its words. */
function add(found: Found, block: ProseBlock | null): void {
  if (block === null) return;
  found.blocks.push(block);
  found.replacements.push(...found.met.replaced.filter((each) => contains(block, each)));
}

/** The level of the heading that a token is; null when it is none. */
function headingLevel(source: string, type: string, { start, end }: Span): number | null {
  const written = source.slice(start, end);
  if (type === 'atxHeading') return /^#*/.exec(written)?.[0].length ?? 1;
  return type === 'setextHeading' ? (written.trimEnd().endsWith('=') ? 1 : 2) : null;
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
  { words, replaced }: Met,
  kind: ProseBlock['kind'],
): ProseBlock | null {
  const holes = [...markupHoles(source, span, words), ...inlineHoles(source, span)];
  const number = kind === 'heading' ? headingNumber(source.slice(span.start, span.end)) : null;
  if (number !== null) holes.push({ start: span.start, end: span.start + number.length });
  const isPicture =
    words.some((part) => part.ofImage) && words.every((part) => part.ofImage || isSpace(source, part));
  return proseBlock(isPicture ? 'caption' : kind, source, span, holes, replaced);
}

/** A row from its first words to its last. What opens in a cell ends in it, so holes are looked for cell by cell. */
function rowBlock(source: string, { words, replaced, cells, pipes }: Met): ProseBlock | null {
  const written = [...words, ...replaced].sort((a, b) => a.start - b.start);
  const first = written[0];
  const last = written.at(-1);
  if (first === undefined || last === undefined) return null;
  const row = { start: first.start, end: last.end };
  const kept = [...words, ...pipes.filter((pipe) => contains(row, pipe))].sort((a, b) => a.start - b.start);
  const holes = [...markupHoles(source, row, kept), ...cells.flatMap((cell) => inlineHoles(source, cell))];
  return proseBlock('tableRow', source, row, holes, replaced);
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
    return closer === null || closer.test(written)
      ? null
      : { kind: 'html', closer, start: token.start.offset };
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
