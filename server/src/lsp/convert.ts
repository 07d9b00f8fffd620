/** Offsets to lines and characters and back, and paths to URIs: the one place that knows how the protocol counts. */

import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Evidence } from '../check/finding.ts';
import type { Article } from '../corpus/article.ts';
import type { Span } from '../text/span.ts';

/** Zero-based line and UTF-16 character of an offset; offsets outside the text are moved to its edge. */
export function toPosition(document: TextDocument, offset: number): Position {
  return document.positionAt(offset);
}

export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** UTF-16 offset of a position; positions past the end of a line are moved to its end. */
export function toOffset(document: TextDocument, position: Position): number {
  return document.offsetAt(position);
}

export function toSpan(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** The line table of an article's text, made once an article. */
export function articleDocument(article: Article): TextDocument {
  const known = articleDocuments.get(article);
  if (known !== undefined) return known;
  const made = TextDocument.create(toUri(article.path), 'plaintext', 0, article.text);
  articleDocuments.set(article, made);
  return made;
}

const articleDocuments = new WeakMap<Article, TextDocument>();

/** The range of a span of an article within the passage of `evidence`; what lies outside is moved to its edge. */
export function toArticleRange(evidence: Evidence, span: Span): Range {
  const passage = TextDocument.create('', 'plaintext', 0, evidence.text);
  const at = (offset: number): Position => {
    const { line, character } = passage.positionAt(offset - evidence.start);
    const column = line === 0 ? evidence.column + character : character;
    return { line: evidence.line - 1 + line, character: column };
  };
  return { start: at(span.start), end: at(span.end) };
}

/** `file:` URI of an absolute path. */
export function toUri(path: string): string {
  return pathToFileURL(path).href;
}

/** Absolute path of a `file:` URI; null for every other scheme and for what is no URI. */
export function toPath(uri: string): string | null {
  if (!uri.startsWith('file:')) return null;
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}
