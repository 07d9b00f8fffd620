/** Pieces of Markdown: parts a text so that each piece parses alone as it does within the whole. */

/** A construct that a piece opens at the outermost level and does not close: what follows belongs to it. */
export type OpenConstruct =
  /** Fenced code or mathematics: closed by a line of at least `size` marks. */
  | { readonly kind: 'fence'; readonly mark: '`' | '~' | '$'; readonly size: number }
  /** HTML that runs over blank lines: closed by the line that holds `closer`. It opens at `start` of the piece. */
  | { readonly kind: 'html'; readonly closer: RegExp; readonly start: number };

/** Blank to Markdown: a no-break space is content. */
const BLANK_LINE = /^[ \t\r\n]*$/;

const CLOSING_FENCE = /^ {0,3}(`+|~+|\$+)[ \t]*\r?\n?$/;

/**
 * The end of the piece that starts at `from`: the start of the next line that follows a blank line and is not indented.
 * Such a line closes every list, block quote and footnote, so only constructs that span blank lines at the outermost
 * level can reach over it; `endOfConstruct` says where those end.
 */
export function endOfPiece(text: string, from: number): number {
  let wasBlank = false;
  for (let start = from; start < text.length; ) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at + 1;
    const isBlank = BLANK_LINE.test(text.slice(start, end));
    if (!isBlank && wasBlank && !/[ \t]/.test(text.charAt(start))) return start;
    wasBlank = isBlank;
    start = end;
  }
  return text.length;
}

/** The offset after the line that closes `open`, looked for from `from`; the end of the text when none does. */
export function endOfConstruct(text: string, from: number, open: OpenConstruct): number {
  if (open.kind === 'html') return endOfHtml(text, from, open.closer);
  for (let start = from; start < text.length; ) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at + 1;
    if (closesFence(text.slice(start, end), open.mark, open.size)) return end;
    start = end;
  }
  return text.length;
}

function endOfHtml(text: string, from: number, closer: RegExp): number {
  const found = text.slice(from).search(closer);
  if (found < 0) return text.length;
  const at = text.indexOf('\n', from + found);
  return at < 0 ? text.length : at + 1;
}

function closesFence(line: string, mark: string, size: number): boolean {
  const marks = CLOSING_FENCE.exec(line)?.[1] ?? '';
  return marks.startsWith(mark) && marks.length >= size;
}
