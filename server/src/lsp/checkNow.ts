/** The command “check this draft”: reads changed articles again, checks, and answers with the status. */

import type { CancellationToken } from 'vscode-languageserver';
import * as z from 'zod';
import { CHECK_DRAFT_METHOD, type StatusParams } from './protocol.ts';
import type { Session } from './session.ts';
import { toStatus } from './status.ts';

export function registerCheckNow(session: Session): void {
  session.connection.onRequest(CHECK_DRAFT_METHOD, (params: unknown, token: CancellationToken) =>
    checkNow(session, paramsSchema.parse(params).uri, token),
  );
}

const paramsSchema = z.object({ uri: z.string() });

async function checkNow(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<StatusParams | null> {
  const corpus = await session.corpora.forDraft(uri);
  await corpus.reread();
  const document = session.documents.get(uri);
  return document === undefined ? null : toStatus(await session.checks.of(document, token));
}
