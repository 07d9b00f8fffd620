/** Diagnostics for clients that ask for them: answered when the check is over, unchanged answers by their id alone. */

import { randomUUID } from 'node:crypto';
import {
  type CancellationToken,
  type Diagnostic,
  type DiagnosticServerCancellationData,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { CancelledError } from '../check/cancellation.ts';
import { type CheckResult, SupersededError } from './checks.ts';
import { inBackground, type Session } from './session.ts';
import { toDiagnostics } from './toDiagnostics.ts';

export function registerPullDiagnostics(session: Session): void {
  const { connection, corpora, settings } = session;
  const idOf = reportIds();
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const result = await resultOf(session, textDocument.uri, token);
    const items = result === null ? [] : diagnosticsOf(session, result);
    const resultId = items.length === 0 || result === null ? NOTHING : idOf(result);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });
  const refresh = (): void => inBackground(session, 'Refresh', connection.languages.diagnostics.refresh());
  corpora.onDidChange(refresh);
  session.ledgers.onDidChange(refresh);
  session.bibliographies.onDidChange(refresh);
  settings.onDidChange(refresh);
}

/** What the check of an open document came to; null for one that is not open. */
async function resultOf(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<CheckResult | null> {
  const document = session.documents.get(uri);
  if (document === undefined) return null;
  try {
    return await session.checks.of(document, token);
  } catch (error) {
    if (error instanceof CancelledError) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    if (!(error instanceof SupersededError)) throw error;
    const data: DiagnosticServerCancellationData = { retriggerRequest: true };
    throw new ResponseError(LSPErrorCodes.ServerCancelled, error.message, data);
  }
}

function diagnosticsOf({ rulePage, client }: Session, result: CheckResult): Diagnostic[] {
  return result.state === 'checked' ? toDiagnostics(result, { rulePage, client }) : [];
}

/** The id of a report without diagnostics, which is the same of every draft. */
const NOTHING = 'nothing';

/**
 * An id for what each check came to, of no meaning to another server. A digest of the diagnostics would cost more than a
 * twentieth of a keystroke, and say no more: they tell the version of the draft that they were made for.
 */
function reportIds(): (result: CheckResult) => string {
  const server = randomUUID();
  const ids = new WeakMap<CheckResult, string>();
  let last = 0;
  return (result) => {
    const known = ids.get(result) ?? `${server}.${++last}`;
    ids.set(result, known);
    return known;
  };
}
