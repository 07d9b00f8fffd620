/** What every feature works with: the connection, the open drafts, their checks and what the client can do. */

import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { CancelledError } from '../check/cancellation.ts';
import type { Bibliographies } from './bibliographies.ts';
import { type Checked, type CheckResult, type Checks, SupersededError } from './checks.ts';
import type { ClientProfile } from './clientProfile.ts';
import type { Corpora } from './corpora.ts';
import type { Ledgers } from './ledgers.ts';
import type { DraftDocuments } from './openTexts.ts';
import type { RulePage } from './rulePage.ts';
import type { SettingsSource } from './settings.ts';

export interface Session {
  readonly connection: Connection;
  readonly client: ClientProfile;
  readonly documents: DraftDocuments;
  readonly settings: SettingsSource;
  readonly corpora: Corpora;
  readonly checks: Checks;
  readonly ledgers: Ledgers;
  readonly bibliographies: Bibliographies;
  readonly rulePage: RulePage;
}

/**
 * The check of an open document for a feature that answers a question about it; null when there is nothing to say.
 * Throws the protocol's errors when the question was cancelled or the document was edited meanwhile.
 */
export async function checkedFor(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<Checked | null> {
  const result = await resultFor(session, uri, token);
  return result?.state === 'checked' ? result : null;
}

/**
 * What there is to say of an open document, checked or not; null for one that is not open. Throws like `checkedFor`. What is
 * asked is asked of the text as it stands: other articles, settings or decisions that come meanwhile are taken in, a few
 * times at most, since an editor shows nothing at all for a question that is refused.
 */
export async function resultFor(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<CheckResult | null> {
  const asked = session.documents.get(uri)?.version;
  for (let left = TRIES; ; left -= 1) {
    const document = session.documents.get(uri);
    if (document === undefined) return null;
    try {
      return await session.checks.of(document, token);
    } catch (error) {
      const isEdited = session.documents.get(uri)?.version !== asked;
      if (left === 1 || isEdited || !(error instanceof SupersededError)) throw asResponseError(error);
    }
  }
}

/**
 * Like `checkedFor` for what a person asked to have written, which an edit elsewhere must not undo either: what changed
 * meanwhile is checked again, a few times at most.
 */
export async function settledFor(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<Checked | null> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await checkedFor(session, uri, token);
    } catch (error) {
      if (left === 1 || !isSuperseded(error)) throw error;
    }
  }
}

/** Times that something may change while a question is answered: more than an editor or a folder changes meanwhile. */
const TRIES = 5;

function isSuperseded(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;
}

/** The protocol's error for what a check rejects with. */
function asResponseError(error: unknown): ResponseError<void> {
  if (error instanceof CancelledError) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  if (error instanceof SupersededError)
    return new ResponseError(LSPErrorCodes.ContentModified, error.message);
  return new ResponseError(ErrorCodes.InternalError, error instanceof Error ? error.message : String(error));
}

/** Runs work that nobody waits for; a failure is logged, and an outdated answer is no failure. */
export function inBackground(
  session: Pick<Session, 'connection'>,
  what: string,
  work: Promise<unknown>,
): void {
  work.catch((error: unknown) => {
    if (error instanceof CancelledError || error instanceof SupersededError) return;
    session.connection.console.error(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  });
}
