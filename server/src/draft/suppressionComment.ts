/** Writes the comment that suppresses one finding, at a place where it leaves the draft's own text as it renders. */

import type { Edit } from '../check/finding.ts';
import type { Claim } from '../claims/claim.ts';
import type { Code } from '../rules/codes.ts';
import type { Draft, ProseBlock } from './draft.ts';
import { lineBreakOf } from './lineBreak.ts';
import { nameOf } from './suppression.ts';

/**
 * The edit that makes `code` unreported for `claim`. In plain text and above a Markdown paragraph the comment has a line
 * of its own; within a paragraph, and in lists, tables and quotations, such a line would part it in Markdown, so there
 * it closes the claim's line. Null where no comment can stand.
 */
export function suppressionEdit(draft: Draft, claim: Claim, code: Code): Edit | null {
  const block = draft.blocks.find(({ start, end }) => start <= claim.start && claim.start < end);
  const line = draft.text.lastIndexOf('\n', claim.start - 1) + 1;
  const opens = block?.kind === 'paragraph' && opensLine(draft.text, block, line);
  if (opens || draft.language === 'plaintext') {
    const newText = `${comment('disable-next-line', code, claim)}${lineBreakOf(draft.text)}`;
    return { start: line, end: line, newText };
  }
  const at =
    block?.kind === 'tableRow' ? endOfProse(draft.text, block.end) : endOfLine(draft.text, claim.start);
  if (block?.holes.some(({ start, end }) => start < at && at < end)) return null;
  return { start: at, end: at, newText: ` ${comment('disable-line', code, claim)}` };
}

/** Whether the block begins on this line with nothing but spaces before it. */
function opensLine(text: string, block: ProseBlock, line: number): boolean {
  return block.start >= line && text.slice(line, block.start).trim() === '';
}

function comment(action: 'disable-line' | 'disable-next-line', code: Code, claim: Claim): string {
  const name = nameOf(claim.text);
  // What could end the comment or a table cell is left out; the comment then holds for the whole line.
  const limit = /[<>|]|--/u.test(name) ? '' : `: ${name}`;
  return `<!-- corroborate-${action} ${code}${limit} -->`;
}

/** The end of the line's words: before trailing spaces and the backslash of a hard line break. */
function endOfLine(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return endOfProse(text, feed === -1 ? text.length : feed);
}

function endOfProse(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[ \t\r]/.test(text.charAt(at - 1))) at -= 1;
  return text.charAt(at - 1) === '\\' ? at - 1 : at;
}
