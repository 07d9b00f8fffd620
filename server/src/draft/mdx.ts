/** MDX drafts: Markdown in which components, expressions and modules stand, which are taken out before it is parsed. */

import type { Span } from '../text/span.ts';
import type { Prose } from './draft.ts';
import { createLookAhead, type LookAhead } from './lookAhead.ts';
import { readMarkdown } from './markdown.ts';
import { proseBlock } from './proseBlock.ts';

/** The prose of an MDX text. Any string is accepted; what is not closed is text. */
export function readMdx(text: string): Prose {
  const { code, comments } = codeIn(text);
  const prose = readMarkdown(mask(text, code));
  const blocks = prose.blocks.flatMap(({ kind, start, end, holes }) => {
    const own = code.filter((span) => span.start < end && span.end > start);
    const replaced = prose.replacements.filter((each) => each.start >= start && each.end <= end);
    const block =
      own.length === 0
        ? { kind, start, end, holes }
        : proseBlock(kind, text, { start, end }, [...holes, ...own], replaced);
    return block === null ? [] : [block];
  });
  const all = [...prose.comments, ...comments].sort((a, b) => a.start - b.start);
  return { ...prose, blocks, comments: all };
}

/** A character that is neither blank nor mark to Markdown: a blank could indent what follows it. */
const MASK = '\u200b';

function mask(text: string, code: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of code) {
    parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\r\n]/g, MASK));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

interface Found {
  readonly code: Span[];
  readonly comments: Span[];
}

const CODE = /`+|\{\/\*|\{|<\/?[A-Za-z]|(?<=^|\n[ \t\r]*\n)(?:import|export)[ \t{*]/g;

function codeIn(text: string): Found {
  const found: Found = { code: [], comments: [] };
  const ahead = createLookAhead(text);
  for (let at = 0; at < text.length; ) {
    CODE.lastIndex = at;
    const match = CODE.exec(text);
    if (match === null) break;
    at = readCode(text, ahead, match.index, match[0], found);
  }
  return found;
}

/** Takes the code that `mark` opens at `at` to what was found. Returns the offset to read on from. */
function readCode(text: string, ahead: LookAhead, at: number, mark: string, found: Found): number {
  const next = at + mark.length;
  const isMarkdownCode = mark.startsWith('`');
  const end = isMarkdownCode ? ahead.next(mark, next) + mark.length : endOfCode(text, ahead, at, mark);
  if (end === null || end > text.length) return next;
  if (!isMarkdownCode) found.code.push({ start: at, end });
  if (mark === '{/*') found.comments.push({ start: at, end });
  return end;
}

function endOfCode(text: string, ahead: LookAhead, at: number, mark: string): number | null {
  if (mark === '{/*') return ahead.next('*/}', at) + '*/}'.length;
  const limit = Math.min(ahead.paragraphEnd(at), at + LONGEST_CODE);
  if (mark === '{') return endOfBraces(text, at, limit);
  return mark.startsWith('<') ? endOfTag(text, at, limit) : ahead.paragraphEnd(at);
}

/** UTF-16 units of the longest expression or tag. */
const LONGEST_CODE = 2000;

/** After the brace that closes the one at `at`, or null. */
function endOfBraces(text: string, at: number, limit: number): number | null {
  let depth = 0;
  for (let next = at; next < limit; next += 1) {
    const character = text.charAt(next);
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth === 0) return next + 1;
  }
  return null;
}

/** After the bracket that closes the tag at `at`, not one within an expression; null for what is no tag. */
function endOfTag(text: string, at: number, limit: number): number | null {
  for (let next = at + 1; next < limit; next += 1) {
    const character = text.charAt(next);
    if (character === '>') return next + 1;
    if (character === '<') return null;
    if (character !== '{') continue;
    const end = endOfBraces(text, next, limit);
    if (end === null) return null;
    next = end - 1;
  }
  return null;
}
