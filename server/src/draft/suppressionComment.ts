/** Writes the comment that suppresses one finding, at a place where it leaves the draft's own text as it renders. */

import type { Edit } from '../check/finding.ts';
import type { Claim } from '../claims/claim.ts';
import type { Code } from '../rules/codes.ts';
import type { Draft, DraftLanguage, ProseBlock } from './draft.ts';
import { lineBreakOf } from './lineBreak.ts';
import { nameOf } from './suppression.ts';

/**
 * The edit that makes `code` unreported for `claim`. Null where no comment can stand. Where a language has comments that
 * run to the end of a line, the comment closes the claim's line; in plain text, in AsciiDoc, and above a paragraph of
 * Markdown it has a line of its own; in reStructuredText it stands above the paragraph.
 */
export function suppressionEdit(draft: Draft, claim: Claim, code: Code): Edit | null {
  const block = draft.blocks.find(({ start, end }) => start <= claim.start && claim.start < end);
  const line = lineStart(draft.text, claim.start);
  switch (draft.language) {
    case 'plaintext':
    case 'asciidoc':
      return above(draft, line, comment(draft.language, 'disable-next-line', code, claim));
    case 'markdown':
    case 'quarto':
    case 'mdx': {
      const opens = block?.kind === 'paragraph' && opensLine(draft.text, block, line);
      if (opens) return above(draft, line, comment(draft.language, 'disable-next-line', code, claim));
      return behind(draft, block, claim, code);
    }
    case 'latex':
    case 'typst':
    case 'html':
      return behind(draft, block, claim, code);
    case 'restructuredtext':
      return block === undefined ? null : aboveParagraph(draft, block, claim, code);
  }
}

/** A line of its own at `line`, where a line starts. */
function above({ text }: Draft, line: number, written: string): Edit {
  return { start: line, end: line, newText: `${written}${lineBreakOf(text)}` };
}

/** Behind the words of the claim's line; within a paragraph of Markdown a line of its own would part it. */
function behind(draft: Draft, block: ProseBlock | undefined, claim: Claim, code: Code): Edit | null {
  const isRow = block?.kind === 'tableRow' && draft.language !== 'latex' && draft.language !== 'typst';
  const at = isRow ? endOfProse(draft.text, block.end) : endOfLine(draft.text, claim.start);
  if (block?.holes.some(({ start, end }) => start < at && at < end)) return null;
  // Behind a comment that runs to the end of its line, ours would be a part of it.
  const isHtml = /^<!--|^\{/;
  const isTaken = draft.comments.some(
    ({ start, end }) => start < at && at <= end && !isHtml.test(draft.text.slice(start, start + 4)),
  );
  if (isTaken) return null;
  return { start: at, end: at, newText: ` ${comment(draft.language, 'disable-line', code, claim)}` };
}

/** A block of its own above a paragraph that stands alone. */
function aboveParagraph(draft: Draft, block: ProseBlock, claim: Claim, code: Code): Edit | null {
  const { text } = draft;
  const line = lineStart(text, block.start);
  const indent = text.slice(line, block.start);
  const before = text.slice(lineStart(text, line - 1), line);
  const isAlone = indent.trim() === '' && (line === 0 || before.trim() === '');
  if (!isAlone || (block.kind !== 'paragraph' && block.kind !== 'heading')) return null;
  const written = `${indent}${comment(draft.language, 'disable-next-line', code, claim)}${lineBreakOf(text)}`;
  return above(draft, line, written);
}

/** Whether the block begins on this line with nothing but spaces before it. */
function opensLine(text: string, block: ProseBlock, line: number): boolean {
  return block.start >= line && text.slice(line, block.start).trim() === '';
}

function comment(
  language: DraftLanguage,
  action: 'disable-line' | 'disable-next-line',
  code: Code,
  claim: Claim,
): string {
  const name = nameOf(claim.text);
  // What could end the comment, its words or a table cell is left out; the comment then holds for the whole line.
  const limit = /[<>|—–]|--|\*\//u.test(name) ? '' : `: ${name}`;
  const [opening, closing] = MARKS[language];
  return `${opening} corroborate-${action} ${code}${limit}${closing}`;
}

/** What opens and closes a comment. */
const MARKS: Readonly<Record<DraftLanguage, readonly [opening: string, closing: string]>> = {
  markdown: ['<!--', ' -->'],
  quarto: ['<!--', ' -->'],
  mdx: ['{/*', ' */}'],
  plaintext: ['<!--', ' -->'],
  latex: ['%', ''],
  typst: ['//', ''],
  asciidoc: ['//', ''],
  restructuredtext: ['..', ''],
  html: ['<!--', ' -->'],
};

function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The end of the line's words: before trailing spaces and the backslash of a hard line break. */
function endOfLine(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return endOfProse(text, feed === -1 ? text.length : feed);
}

function endOfProse(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[ \t\r]/.test(text.charAt(at - 1))) at -= 1;
  if (text.charAt(at - 1) !== '\\' || text.charAt(at - 2) === '\\') return at;
  return at - 1;
}
