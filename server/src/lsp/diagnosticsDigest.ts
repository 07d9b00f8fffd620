/** The digest of diagnostics: the same for the same ones, across versions, revisions and restarts. */

import { createHash } from 'node:crypto';
import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';

/** The digest of what a client is told of a draft, in that order. */
export function digestOf(items: readonly Diagnostic[]): string {
  const parts = items.flatMap(({ relatedInformation = [], ...own }) => [
    JSON.stringify(own),
    ...relatedInformation.map(digestOfPassage),
  ]);
  return sha256(parts.join('\n'));
}

/** More than half of what is told are passages of articles, which stay the same objects from one keystroke to the next. */
const kept = new WeakMap<DiagnosticRelatedInformation, string>();

function digestOfPassage(passage: DiagnosticRelatedInformation): string {
  const known = kept.get(passage) ?? sha256(JSON.stringify(passage));
  kept.set(passage, known);
  return known;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
