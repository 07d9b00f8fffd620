/** Signing off: tells a client what a person is asked to stand for, and writes what the person decides. */

import { dirname } from 'node:path';
import type { CancellationToken } from 'vscode-languageserver';
import * as z from 'zod';
import type { Finding } from '../check/finding.ts';
import { revoke, verify } from '../ledger/decide.ts';
import { oneLine } from '../ledger/decision.ts';
import { sha256 } from '../ledger/digest.ts';
import { LedgerError } from '../ledger/ledgerFile.ts';
import { gitPerson, localTime } from '../ledger/signer.ts';
import type { Checked } from './checks.ts';
import { toOffset, toPath, toRange, toUri } from './convert.ts';
import { findingAt } from './findingsAt.ts';
import {
  type ClaimTarget,
  REMOVE_SIGN_OFF_METHOD,
  type RemoveSignOffParams,
  SIGN_OFF_METHOD,
  SIGN_OFF_SUBJECT_METHOD,
  type SignOffAnswer,
  type SignOffParams,
  type SignOffSubject,
} from './ledgerProtocol.ts';
import { type Session, settledFor } from './session.ts';

export function registerSignOff(session: Session): void {
  const { connection } = session;
  connection.onRequest(SIGN_OFF_SUBJECT_METHOD, (params: unknown, token: CancellationToken) =>
    subjectAt(session, targetSchema.parse(params), token),
  );
  connection.onRequest<SignOffAnswer, void>(SIGN_OFF_METHOD, (params: unknown, token: CancellationToken) =>
    answering(signOff(session, signOffSchema.parse(params), token)),
  );
  connection.onRequest<SignOffAnswer, void>(REMOVE_SIGN_OFF_METHOD, (params: unknown) =>
    answering(remove(session, removeSchema.parse(params))),
  );
}

const targetSchema = z.object({
  uri: z.string(),
  position: z.object({ line: z.int().nonnegative(), character: z.int().nonnegative() }),
});

/** What a person writes is one line of words. */
const words = z.string().transform(oneLine).pipe(z.string().min(1));

const signOffSchema = targetSchema.extend({ claim: z.string(), reason: words, person: words });

const removeSchema = z.object({ uri: z.string(), id: z.string(), person: words });

interface Place {
  readonly checked: Checked;
  readonly finding: Finding;
}

async function placeAt(
  session: Session,
  { uri, position }: ClaimTarget,
  token: CancellationToken,
): Promise<Place | null> {
  const checked = await settledFor(session, uri, token);
  if (checked === null) return null;
  const finding = findingAt(checked.findings, toOffset(checked.document, position));
  return finding === null ? null : { checked, finding };
}

async function subjectAt(
  session: Session,
  target: ClaimTarget,
  token: CancellationToken,
): Promise<SignOffSubject | null> {
  const place = await placeAt(session, target, token);
  if (place === null) return null;
  const { claim, message, signedOff } = place.finding;
  const path = toPath(target.uri);
  return {
    range: toRange(place.checked.document, claim),
    claim: claim.text,
    message,
    signedOff: signedOff === undefined ? null : { id: signedOff.id, reason: signedOff.reason },
    person: path === null ? null : await gitPerson(dirname(path)),
  };
}

async function signOff(
  session: Session,
  { claim, reason, person, ...target }: SignOffParams,
  token: CancellationToken,
): Promise<SignOffAnswer> {
  const path = toPath(target.uri);
  if (path === null) return refused(UNSAVED);
  const place = await placeAt(session, target, token);
  if (place?.finding.claim.text !== claim) return refused('The draft has changed meanwhile. Try again.');
  const { checked, finding } = place;
  const { draft, findings } = checked;
  const subject = { draft, path: await session.ledgers.nameOf(path), findings, finding };
  const decision = verify(subject, { person, date: localTime(new Date()) }, reason, sha256);
  if (decision === null) return refused('There is no claim here.');
  return { state: 'written', ledger: toUri(await session.ledgers.append(path, decision)) };
}

async function remove(session: Session, { uri, id, person }: RemoveSignOffParams): Promise<SignOffAnswer> {
  const path = toPath(uri);
  if (path === null) return refused(UNSAVED);
  const view = await session.ledgers.of(path);
  if (view?.decisions.some((decision) => decision.id === id) !== true)
    return refused('The ledger has no such sign-off any more.');
  const decision = revoke(id, { person, date: localTime(new Date()) }, sha256);
  return { state: 'written', ledger: toUri(await session.ledgers.append(path, decision)) };
}

const UNSAVED = 'Save the draft first: its ledger lies beside it.';

function refused(reason: string): SignOffAnswer {
  return { state: 'refused', reason };
}

/** The answer, or the refusal that a ledger which cannot be written means. */
async function answering(work: Promise<SignOffAnswer>): Promise<SignOffAnswer> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof LedgerError) return refused(error.message);
    throw error;
  }
}
