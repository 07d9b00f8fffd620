/** Visible text: what others wrote, without the characters by which it could look like something else. */

/**
 * Control characters but tabs and line ends, and the characters that turn the direction of text around (Unicode
 * Technical Report 36, 2.4; CVE-2021-42574), which could show a sentence in another order than it is written.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The text on one line, without invisible characters; blanks at its edges go unless they are to be kept. */
export function visibleLine(text: string, edges: 'trim' | 'keep-edges' = 'trim'): string {
  const line = text.replace(INVISIBLE, '').replace(/\s+/gu, ' ');
  return edges === 'trim' ? line.trim() : line;
}
