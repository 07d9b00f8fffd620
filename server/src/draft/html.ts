/** HTML within Markdown: which stretches are tags, comments and code, and where a raw block ends. */

import type { Span } from '../text/span.ts';
import { raisedKind } from './raised.ts';

const COMMENT_END = /-->/;

/** More UTF-16 units than any opening below matches. */
const LONGEST_OPENING = 20;

/**
 * The HTML blocks of CommonMark (conditions 1 to 5) that run over blank lines to a closing mark, and that mark.
 * Their content is no prose.
 */
const RAW_BLOCKS: readonly { readonly opening: RegExp; readonly closer: RegExp }[] = [
  {
    opening: /^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i,
    closer: /<\/(?:script|pre|style|textarea)>/i,
  },
  { opening: /^ {0,3}<!--/, closer: COMMENT_END },
  { opening: /^ {0,3}<\?/, closer: /\?>/ },
  { opening: /^ {0,3}<![a-z]/i, closer: />/ },
  { opening: /^ {0,3}<!\[CDATA\[/, closer: /\]\]>/ },
];

/** Elements whose content is code, hidden or struck out, looked for within a line of prose. */
const CODE_ELEMENT = /<(code|kbd|samp|var|tt|script|style|del|s|strike)\b[^<>]{0,300}>[^<]{0,1000}<\/\1>/giu;

/** A raised word or figure, and whether it is a link. */
const RAISED_ELEMENT = /<sup\b[^<>]{0,300}>(<a\b[^<>]{0,300}>)?([^<]{0,300})(?:<\/a>)?<\/sup>/giu;

/** In Markdown, the rest of a link behind its words. */
const LINK_TARGET = /\]\([^()]{0,200}\)/gu;

/** As much of what is around a raised figure as says what it is, in UTF-16 code units. */
const AROUND = 30;

/** The mark that closes the raw block which `html` opens, or null when its content is prose between tags. */
export function htmlCloser(html: string): RegExp | null {
  return RAW_BLOCKS.find(({ opening }) => opening.test(html))?.closer ?? null;
}

/**
 * Code, what is struck out and marks of notes within running text, tags included; powers of ten with their ten, which no
 * figure of the text is. Offsets are those of `html` plus `offset`. Unsorted.
 */
export function htmlElementHoles(html: string, offset: number): readonly Span[] {
  const code = [...html.matchAll(CODE_ELEMENT)].map((match) => ({
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
  return [...code, ...raisedHoles(html, offset)];
}

function raisedHoles(html: string, offset: number): readonly Span[] {
  return [...html.matchAll(RAISED_ELEMENT)].flatMap((match) => {
    const [whole, link, written = ''] = match;
    const words = written.replace(LINK_TARGET, ']');
    const before = html.slice(Math.max(0, match.index - AROUND), match.index);
    const end = match.index + whole.length;
    const isLink = link !== undefined || words !== written;
    const kind = raisedKind(before, words, html.slice(end, end + AROUND).replace(/^<sub>/i, ''), isLink);
    if (kind === 'part' || kind === 'apart') return [];
    return [{ start: offset + match.index - (kind === 'power' ? '10'.length : 0), end: offset + end }];
  });
}

/** The closed comments of a stretch of HTML in Markdown; none where it opens as code does. */
export function htmlComments(source: string, { start, end }: Span): readonly Span[] {
  const raw = RAW_BLOCKS.find(({ opening }) => opening.test(source.slice(start, start + LONGEST_OPENING)));
  if (raw !== undefined && raw.closer !== COMMENT_END) return [];
  const comments: Span[] = [];
  for (let at = source.indexOf('<!--', start); at >= 0 && at < end; ) {
    const closer = source.indexOf('-->', at);
    if (closer < 0 || closer >= end) break;
    comments.push({ start: at, end: closer + 3 });
    at = source.indexOf('<!--', closer);
  }
  return comments;
}

/** Every tag, comment and code element of a block of HTML. One that is not closed reaches to the end. */
export function htmlHoles(html: string, offset: number): readonly Span[] {
  const holes: Span[] = [...htmlElementHoles(html, offset)];
  for (let at = html.indexOf('<'); at >= 0; ) {
    const closer = html.startsWith('<!--', at) ? '-->' : '>';
    const found = html.indexOf(closer, at + 1);
    const end = found < 0 ? html.length : found + closer.length;
    holes.push({ start: offset + at, end: offset + end });
    at = html.indexOf('<', end);
  }
  return holes;
}
