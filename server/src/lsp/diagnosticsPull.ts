/** Diagnostics for clients that ask for them: answered when the check is over, unchanged answers by their id alone. */

import {
  type CancellationToken,
  type Diagnostic,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { CancelledError } from '../check/cancellation.ts';
import { SupersededError } from './checks.ts';
import { digestOf } from './diagnosticsDigest.ts';
import { inBackground, type Session } from './session.ts';
import { toDiagnostics } from './toDiagnostics.ts';

export function registerPullDiagnostics(session: Session): void {
  const { connection, corpora, settings } = session;
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const items = await diagnosticsOf(session, textDocument.uri, token);
    return toReport(items, previousResultId);
  });
  const refresh = (): void => inBackground(session, 'Refresh', connection.languages.diagnostics.refresh());
  corpora.onDidChange(refresh);
  session.ledgers.onDidChange(refresh);
  session.bibliographies.onDidChange(refresh);
  settings.onDidChange(refresh);
}

async function diagnosticsOf(session: Session, uri: string, token: CancellationToken): Promise<Diagnostic[]> {
  const document = session.documents.get(uri);
  if (document === undefined) return [];
  try {
    const result = await session.checks.of(document, token);
    if (result.state !== 'checked') return [];
    const { rulePage, client } = session;
    return toDiagnostics(result, { rulePage, client });
  } catch (error) {
    if (error instanceof CancelledError) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    if (!(error instanceof SupersededError)) throw error;
    const data: DiagnosticServerCancellationData = { retriggerRequest: true };
    throw new ResponseError(LSPErrorCodes.ServerCancelled, error.message, data);
  }
}

/** The id is a digest of the diagnostics themselves, so it holds across versions, revisions and restarts. */
function toReport(items: Diagnostic[], previous: string | undefined): DocumentDiagnosticReport {
  const resultId = digestOf(items);
  if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}
