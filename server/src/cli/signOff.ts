/** `corroborate sign-off`: adds what a person decided about a claim to the ledger of its draft, as the editor does. */

import { access } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Finding } from '../check/finding.ts';
import { type Decider, revoke, verify } from '../ledger/decide.ts';
import { type Decision, nameOf, oneLine } from '../ledger/decision.ts';
import { sha256 } from '../ledger/digest.ts';
import { appendDecision, findLedger, ledgerIn, pathIn, rootOf } from '../ledger/ledgerFile.ts';
import { gitPerson, localTime } from '../ledger/signer.ts';
import type { CheckedDraft } from '../report/checkReport.ts';
import { terminalSafe } from '../report/terminalText.ts';
import { checkDrafts, type DraftChoice } from './checkDrafts.ts';
import { CliError } from './cliError.ts';
import { findingIn, parsePlace } from './draftPlace.ts';
import { asCliError } from './ledgers.ts';
import type { Terminal } from './terminal.ts';

export interface SignOffArguments extends Omit<DraftChoice, 'drafts' | 'since' | 'ledger'> {
  /** The claim as typed: `story.md:3:24`. */
  readonly place: string;
  /** Why the claim is right; null takes its sign-off back. */
  readonly reason: string | null;
  /** Null for the person that git knows. */
  readonly person: string | null;
  /** Null for the nearest ledger, made where there is none. */
  readonly ledger: string | null;
}

/** Writes the line and says so. Rejects with `CliError` when there is no such claim, no name or no way to write. */
export async function runSignOff(given: SignOffArguments, terminal: Terminal): Promise<void> {
  const place = parsePlace(given.place);
  const path = resolve(terminal.cwd, place.path);
  const ledger =
    given.ledger === null ? await homeOf(path, terminal.cwd) : resolve(terminal.cwd, given.ledger);
  // One that is not there yet is made.
  const known = (await isThere(ledger)) ? ledger : false;
  const choice = { ...given, drafts: [place.path], ledger: known, since: null } as const;
  const { report } = await checkDrafts(choice, terminal);
  const [checked] = report.drafts;
  if (checked === undefined) throw new CliError(`cannot read the draft ${place.path}`);
  const finding = findingIn(checked.findings, checked.draft.text, place);
  const decider = await deciderOf(given.person, path, terminal);
  const decision = decide(checked, finding, pathIn(rootOf(ledger), path), decider, given.reason);
  await appendDecision(ledger, decision).catch(asCliError);
  const done = decision.action === 'verify' ? 'verified by hand' : 'sign-off removed';
  const where = relative(terminal.cwd, ledger);
  const claim = oneLine(finding.claim.text);
  await terminal.write(`${terminalSafe(`“${claim}”: ${done} by ${nameOf(decider.person)}; ${where}`)}\n`);
}

function decide(
  { draft, findings }: CheckedDraft,
  finding: Finding,
  path: string,
  decider: Decider,
  reason: string | null,
): Decision {
  if (reason === null) {
    if (finding.signedOff === undefined)
      throw new CliError(`“${oneLine(finding.claim.text)}” has no sign-off`);
    return revoke(finding.signedOff.id, decider, sha256);
  }
  const words = oneLine(reason);
  if (words === '') throw new CliError('a decision needs a reason');
  const decision = verify({ draft, path, findings, finding }, decider, words, sha256);
  if (decision === null) throw new CliError(`there is no claim “${oneLine(finding.claim.text)}”`);
  return decision;
}

/** The nearest ledger; where there is none, one in the working directory, or beside a draft that lies outside of it. */
async function homeOf(draftPath: string, cwd: string): Promise<string> {
  const nearest = await findLedger(draftPath, null);
  if (nearest !== null) return nearest;
  const way = relative(cwd, draftPath);
  return ledgerIn(way === '..' || way.startsWith(`..${sep}`) ? dirname(draftPath) : cwd);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function deciderOf(given: string | null, draftPath: string, { now }: Terminal): Promise<Decider> {
  const person = oneLine(given ?? (await gitPerson(dirname(draftPath))) ?? '');
  if (person === '')
    throw new CliError('who decides? Give --person "NAME <ADDRESS>", or set user.name in git');
  return { person, date: localTime(now()) };
}
