/** Diagnostics for clients that wait to be told: sent when the writer pauses, and when articles or settings change. */

import { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckResult } from './checks.ts';
import { inBackground, type Session } from './session.ts';
import { toDiagnostics } from './toDiagnostics.ts';

/** Milliseconds without a change after which a draft is checked: a pause between words, not between letters. */
const PAUSE = 250;

export function registerPushDiagnostics(session: Session): void {
  const { connection, documents, checks, corpora, settings } = session;
  const waiting = new Map<string, NodeJS.Timeout>();

  const publish = (result: CheckResult): void => {
    const { uri, version } = result.document;
    if (documents.get(uri) === undefined) return;
    const { rulePage, client } = session;
    const diagnostics = result.state === 'checked' ? toDiagnostics(result, { rulePage, client }) : [];
    inBackground(session, 'Diagnostics', connection.sendDiagnostics({ uri, version, diagnostics }));
  };

  const check = (document: TextDocument): void =>
    inBackground(session, 'Check', checks.of(document, CancellationToken.None));

  const later = ({ uri }: TextDocument): void => {
    clearTimeout(waiting.get(uri));
    const start = (): void => {
      waiting.delete(uri);
      const document = documents.get(uri);
      if (document !== undefined) check(document);
    };
    waiting.set(uri, setTimeout(start, PAUSE));
  };

  const all = (): void => {
    for (const document of documents.all()) check(document);
  };

  checks.onDidCheck(publish);
  // The first text of a draft is nothing that its writer is still typing.
  documents.onDidOpen(({ document }) => check(document));
  documents.onDidChangeContent(({ document }) => later(document));
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    inBackground(session, 'Diagnostics', connection.sendDiagnostics({ uri, diagnostics: [] }));
  });
  corpora.onDidChange(all);
  session.ledgers.onDidChange(all);
  session.bibliographies.onDidChange(all);
  settings.onDidChange(all);
}
