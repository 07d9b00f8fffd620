/** Directives of MyST in fences: ` ```{note} ` holds Markdown, although it looks like code. */

import type { Span } from '../text/span.ts';
import { endOfConstruct } from './markdownPieces.ts';

/** A directive whose content is text: where that starts, and the line that closes it. */
export interface FencedDirective {
  readonly content: number;
  readonly closing: Span;
}

/** Those that hold paragraphs. What is not named holds code, settings, a picture or a table of data. */
const PROSE: ReadonlySet<string> = new Set(
  (
    'note warning tip important caution attention danger error hint seealso admonition topic sidebar margin aside epigraph ' +
    'pull-quote highlights blockquote figure card dropdown grid grid-item tab-set tab-item exercise solution prf:theorem ' +
    'prf:proof prf:definition prf:remark prf:example div container versionadded versionchanged deprecated'
  ).split(' '),
);

const MARKS: ReadonlySet<string> = new Set(['`', '~']);
const OPENING = /(`{3,40}|~{3,40}|:{3,40})[ \t]{0,3}\{([a-z][\w:-]{0,40})\}[^\n]*(?:\n|$)/iy;

/** Settings below the opening line: fields, or YAML between lines of three dashes. */
const SETTINGS =
  /(?:---[ \t]*\r?\n(?:(?!---)[^\n]*\n){0,40}---[ \t]*\r?\n|(?::[\w-]{1,60}:[^\n]*(?:\n|$)){1,40})/y;

/** The directive that opens at `start`, the start of a line; null when there is none that holds text. */
export function directiveAt(text: string, start: number): FencedDirective | null {
  // Most lines open with a letter, which takes no pattern.
  if (!MARKS.has(text.charAt(start))) return null;
  OPENING.lastIndex = start;
  const [opening = '', marks = '', name = ''] = OPENING.exec(text) ?? [];
  const mark = marks.charAt(0);
  if ((mark !== '`' && mark !== '~') || !PROSE.has(name.toLowerCase())) return null;
  const below = start + opening.length;
  SETTINGS.lastIndex = below;
  const content = below + (SETTINGS.exec(text)?.[0].length ?? 0);
  const end = endOfConstruct(text, content, { kind: 'fence', mark, size: marks.length });
  const line = text.lastIndexOf('\n', Math.max(content, end - 2)) + 1;
  const isClosed = line >= content && text.slice(line, end).trim().startsWith(marks);
  return { content, closing: { start: isClosed ? line : end, end } };
}
