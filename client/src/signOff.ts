/** Signing off: asks the writer why a claim is right and who says so, and has the ledger written. */

import { commands, type Disposable, type ExtensionContext, l10n, type Memento, window } from 'vscode';
import {
  type ClaimTarget,
  REMOVE_SIGN_OFF_COMMAND,
  REMOVE_SIGN_OFF_METHOD,
  type RemoveSignOffParams,
  SIGN_OFF_COMMAND,
  SIGN_OFF_METHOD,
  SIGN_OFF_SUBJECT_METHOD,
  type SignOffAnswer,
  type SignOffParams,
  type SignOffSubject,
} from '../../server/src/lsp/ledgerProtocol.ts';
import { plainLine } from '../../server/src/lsp/plainLine.ts';
import type { ServerConnection } from './serverConnection.ts';
import { shownDraft } from './shownDraft.ts';

/** The commands behind the quick fixes, which the palette offers for the claim under the cursor. */
export function registerSignOff(context: ExtensionContext, server: ServerConnection): readonly Disposable[] {
  const desk = { server, remembered: context.globalState };
  return [
    commands.registerCommand(SIGN_OFF_COMMAND, (target?: ClaimTarget, answers?: Answers) =>
      signOff(desk, target, answers ?? {}),
    ),
    commands.registerCommand(REMOVE_SIGN_OFF_COMMAND, (target?: ClaimTarget, answers?: Answers) =>
      removeSignOff(desk, target, answers ?? {}),
    ),
  ];
}

/** What a caller of the commands knows already and the writer is not asked for. */
export interface Answers {
  readonly reason?: string;
  readonly person?: string;
}

interface Desk {
  readonly server: ServerConnection;
  readonly remembered: Memento;
}

async function signOff(desk: Desk, given: ClaimTarget | undefined, answers: Answers): Promise<void> {
  const asked = await subjectOf(desk, given);
  if (asked === null) return;
  const { target, subject } = asked;
  const reason = answers.reason ?? (await askForReason(subject));
  if (reason === undefined) return;
  const person = answers.person ?? (await askForPerson(desk, subject));
  if (person === undefined) return;
  const params: SignOffParams = { ...target, claim: subject.claim, reason, person };
  const answer = await desk.server.client.sendRequest<SignOffAnswer>(SIGN_OFF_METHOD, params);
  tell(answer, l10n.t('Verified by hand; the decision is in .corroborate/ledger.jsonl'));
}

async function removeSignOff(desk: Desk, given: ClaimTarget | undefined, answers: Answers): Promise<void> {
  const asked = await subjectOf(desk, given);
  if (asked === null) return;
  const { target, subject } = asked;
  if (subject.signedOff === null) {
    window.setStatusBarMessage(l10n.t('Corroborate: this claim has no sign-off'), SHOWN_FOR);
    return;
  }
  const person = answers.person ?? knownPerson(desk, subject) ?? (await askForPerson(desk, subject));
  if (person === undefined) return;
  const params: RemoveSignOffParams = { uri: target.uri, id: subject.signedOff.id, person };
  const answer = await desk.server.client.sendRequest<SignOffAnswer>(REMOVE_SIGN_OFF_METHOD, params);
  tell(answer, l10n.t('Sign-off removed'));
}

interface Asked {
  readonly target: ClaimTarget;
  readonly subject: SignOffSubject;
}

/** The claim at the place given, else under the cursor of the shown draft; null after saying that there is none. */
async function subjectOf(
  { server: { client } }: Desk,
  given: ClaimTarget | undefined,
): Promise<Asked | null> {
  const target = given ?? targetAtCursor(client);
  const subject =
    target === null ? null : await client.sendRequest<SignOffSubject | null>(SIGN_OFF_SUBJECT_METHOD, target);
  if (target !== null && subject !== null) return { target, subject };
  window.setStatusBarMessage(l10n.t('Corroborate: no claim under the cursor'), SHOWN_FOR);
  return null;
}

function targetAtCursor({ code2ProtocolConverter }: ServerConnection['client']): ClaimTarget | null {
  const editor = shownDraft();
  if (editor === undefined) return null;
  return {
    uri: code2ProtocolConverter.asUri(editor.document.uri),
    position: code2ProtocolConverter.asPosition(editor.selection.active),
  };
}

function askForReason({ claim, message, signedOff }: SignOffSubject): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Verify “{0}” by Hand', shortened(claim)),
    prompt:
      message === ''
        ? l10n.t('How did you verify it?')
        : l10n.t('{0} How did you verify the claim?', plainLine(message)),
    placeHolder: l10n.t('Interview with the mayor, 4 January; notes in the shared folder'),
    value: signedOff?.reason ?? '',
    validateInput: (value) => (value.trim() === '' ? l10n.t('A decision needs a reason.') : undefined),
    ignoreFocusOut: true,
  });
}

/** Where the name that the writer gave instead of git's is kept. */
const PERSON_KEY = 'corroborate.person';

/** The name last given, else git's. */
function knownPerson({ remembered }: Desk, { person }: SignOffSubject): string | undefined {
  return remembered.get<string>(PERSON_KEY) ?? person ?? undefined;
}

async function askForPerson(desk: Desk, subject: SignOffSubject): Promise<string | undefined> {
  const known = knownPerson(desk, subject);
  const person = await window.showInputBox({
    title: l10n.t('Verify “{0}” by Hand', shortened(subject.claim)),
    prompt: l10n.t('Who stands for it? The name goes into the ledger that your team shares.'),
    placeHolder: 'Ann Reyes <ann@example.org>',
    value: known ?? '',
    validateInput: (value) => (value.trim() === '' ? l10n.t('A decision needs a name.') : undefined),
    ignoreFocusOut: true,
  });
  if (person !== undefined && person !== known) await desk.remembered.update(PERSON_KEY, person);
  return person;
}

function tell(answer: SignOffAnswer, written: string): void {
  switch (answer.state) {
    case 'written':
      window.setStatusBarMessage(`Corroborate: ${written}`, SHOWN_FOR);
      return;
    case 'refused':
      void window.showWarningMessage(plainLine(answer.reason));
  }
}

function shortened(claim: string): string {
  return claim.length <= LONGEST_CLAIM ? claim : `${claim.slice(0, LONGEST_CLAIM).trimEnd()}…`;
}

/** UTF-16 units: the title of an input has room for about this much. */
const LONGEST_CLAIM = 40;

/** Milliseconds: long enough to read one line. */
const SHOWN_FOR = 6000;
