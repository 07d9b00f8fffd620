/** Front matter: the block of YAML between `---` lines that opens many Markdown files. */

import { parse } from 'yaml';
import type { Span } from './span.ts';

export interface FrontMatter extends Span {
  /** The mapping between the lines; empty when there is none. Values are whatever was written. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A closing line. Pandoc also ends a block with three full stops. */
const CLOSING_LINE = /^(?:---|\.\.\.)[ \t]*$/;

/** What a first line of YAML looks like; a thematic break that opens a text is followed by something else. */
const FIRST_FIELD = /^(?:#|["']?[\p{L}_][^:]*:(?:\s|$)|(?:---|\.\.\.)[ \t]*$)/u;

/**
 * The front matter of `text`, or null when it has none. The span runs from the opening line to the end of the closing
 * line's break. Broken YAML still counts as front matter, so that it is never read as prose.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  if (!/^---[ \t]*\r?\n/.test(text)) return null;
  const first = lineEnd(text, 0);
  if (!FIRST_FIELD.test(lineAt(text, skipBlankLines(text, first)))) return null;
  for (let at = first; at < text.length; at = lineEnd(text, at)) {
    if (CLOSING_LINE.test(lineAt(text, at))) {
      return { start: 0, end: lineEnd(text, at), fields: parseFields(text.slice(first, at)) };
    }
  }
  return null;
}

/**
 * The mapping as YAML has it. Where the YAML is broken, usually by a title with a colon and no quotation marks, every
 * line `key: value` counts as it looks.
 */
function parseFields(source: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = parse(source, { logLevel: 'error' });
    return isMapping(value) ? value : {};
  } catch {
    const lines = source.matchAll(/^([\p{L}_][\p{L}\p{N}_-]{0,40}):[ \t]+(\S.*)$/gmu);
    return Object.fromEntries([...lines].map(([, key = '', value = '']) => [key, unquoted(value.trim())]));
  }
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function skipBlankLines(text: string, from: number): number {
  let at = from;
  while (at < text.length && lineAt(text, at).trim() === '') at = lineEnd(text, at);
  return at;
}

/** The line that starts at `start`, without its break. */
function lineAt(text: string, start: number): string {
  return text.slice(start, lineEnd(text, start)).replace(/\r?\n$/, '');
}

/** The offset after the break of the line that holds `from`. */
function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at + 1;
}
