/** The commands that cite: the whole draft at once, each change shown before it is made, and a reference that is typed. */

import {
  type CancellationToken,
  MessageType,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import * as z from 'zod';
import { planFor, referenceEdit, uncitedRequests } from './citing.ts';
import { plainLine } from './plainLine.ts';
import { checkedFor, type Session } from './session.ts';
import { planEdit } from './workspaceEdits.ts';

const draftSchema = z.tuple([z.object({ uri: z.string() })]);

/** Cites every supported sentence of a draft that cites nothing. Says so when there is none. */
export async function citeDraft(session: Session, given: unknown, token: CancellationToken): Promise<void> {
  const [{ uri }] = draftSchema.parse(given);
  const checked = await checkedFor(session, uri, token);
  if (checked === null) {
    say(session, 'Corroborate: this document is not checked.');
    return;
  }
  const requests = await uncitedRequests(checked);
  const plan = await planFor(checked, requests);
  const count = requests.length;
  const label = count === 1 ? 'Cite 1 sentence' : `Cite ${count} sentences`;
  const description = 'Each cites the articles that bear it out.';
  const edit = plan === null ? null : planEdit(session.client, checked, plan, { label, description });
  if (edit === null) {
    const message = 'Corroborate: every sentence that the articles bear out cites a source.';
    say(session, message);
    return;
  }
  await apply(session, label, edit);
}

const referenceSchema = z.tuple([z.object({ uri: z.string(), article: z.string(), key: z.string() })]);

/** What a completion of a key asks for once it is taken: the entry that the key stands for. */
export type AddReferenceArgument = z.infer<typeof referenceSchema>[0];

/** Adds the entry of an article whose key was just written. */
export async function addReference(
  session: Session,
  given: unknown,
  token: CancellationToken,
): Promise<void> {
  const [{ uri, article, key }] = referenceSchema.parse(given);
  const checked = await checkedFor(session, uri, token);
  const plan = checked === null ? null : await referenceEdit(checked, article, key);
  const edit = checked === null || plan === null ? null : planEdit(session.client, checked, plan, null);
  if (edit !== null) await apply(session, `Add reference ${key}`, edit);
}

/** A message without a choice is a notification; the library would send a request, which not every client answers. */
function say({ connection }: Session, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Info,
    message: plainLine(message),
  });
}

async function apply({ connection }: Session, label: string, edit: WorkspaceEdit): Promise<void> {
  const { applied, failureReason } = await connection.workspace.applyEdit({ label, edit });
  if (!applied && failureReason !== undefined) connection.console.warn(`${label}: ${failureReason}`);
}
