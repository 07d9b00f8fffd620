/** Quick fixes, in this order: correct the claim, cite its articles, open one, sign it off, ignore the finding. */

import { type CancellationToken, type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Finding } from '../check/finding.ts';
import { isStatement } from '../claims/claim.ts';
import { suppressionEdit } from '../draft/suppressionComment.ts';
import { sourceInMenu } from '../rules/wording.ts';
import type { OpenSourceArgument } from './articles.ts';
import { passageLocation } from './articleUri.ts';
import type { Checked } from './checks.ts';
import { citeActions } from './citeActions.ts';
import { toPosition, toSpan } from './convert.ts';
import { findingsAt } from './findingsAt.ts';
import { fixAllAction } from './fixAll.ts';
import { type ClaimTarget, REMOVE_SIGN_OFF_COMMAND, SIGN_OFF_COMMAND } from './ledgerProtocol.ts';
import { OPEN_SOURCE_COMMAND } from './protocol.ts';
import { isReported } from './reported.ts';
import { FIX_ALL } from './serverCapabilities.ts';
import { checkedFor, type Session } from './session.ts';
import { toDiagnostic } from './toDiagnostics.ts';
import { toWorkspaceEdit } from './workspaceEdits.ts';

export function registerCodeActions(session: Session): void {
  session.connection.onCodeAction(async ({ textDocument, range, context }, token) => {
    const checked = await checkedFor(session, textDocument.uri, token);
    if (checked === null) return null;
    if (context.only?.some((kind) => isOf(FIX_ALL, kind)) === true) {
      const action = await fixAllAction(session, checked);
      return action === null ? [] : [action];
    }
    const findings = findingsAt(checked.findings, toSpan(checked.document, range));
    const actions = await eachInTurn(findings, token, (finding) => actionsOf({ session, checked, finding }));
    return distinct(actions).filter(({ kind }) => isWanted(kind, context.only));
  });
}

async function eachInTurn(
  findings: readonly Finding[],
  token: CancellationToken,
  make: (finding: Finding) => Promise<readonly CodeAction[]>,
): Promise<readonly CodeAction[]> {
  const actions: CodeAction[] = [];
  for (const finding of findings) {
    if (token.isCancellationRequested) return [];
    actions.push(...(await make(finding)));
  }
  return actions;
}

/** Two claims of one sentence offer the same citation; it is shown once. */
function distinct(actions: readonly CodeAction[]): readonly CodeAction[] {
  const seen = new Set<string>();
  return actions.filter(({ title, edit }) => {
    const key = `${title} ${JSON.stringify(edit ?? title)}`;
    if (edit === undefined || !seen.has(key)) {
      seen.add(key);
      return true;
    }
    return false;
  });
}

/** A kind that is asked for stands for its sub-kinds too. */
function isWanted(kind: string | undefined, only: readonly string[] | undefined): boolean {
  if (only === undefined || kind === undefined) return true;
  return only.some((wanted) => isOf(kind, wanted));
}

function isOf(kind: string, wanted: string): boolean {
  return kind === wanted || kind.startsWith(`${wanted}.`);
}

interface Context {
  readonly session: Session;
  readonly checked: Checked;
  readonly finding: Finding;
}

/** An action before it is known whether it answers a diagnostic. */
export type Action = Omit<CodeAction, 'kind' | 'diagnostics'>;

async function actionsOf(context: Context): Promise<readonly CodeAction[]> {
  const { session, checked, finding } = context;
  const citations = await citeActions(session, checked, finding);
  const actions = [
    ...corrections(context),
    ...citations,
    ...openSource(context),
    ...signingOff(context),
    ...ignoring(context),
  ];
  // Citations have a kind of their own, so that a client can ask for them alone.
  const kindOf = (action: Action, kind: CodeActionKind): CodeActionKind =>
    citations.includes(action) ? `${kind}.cite` : kind;
  if (!isReported(finding)) {
    return actions.map((action) => ({ ...action, kind: kindOf(action, CodeActionKind.Refactor) }));
  }
  const { rulePage, client } = session;
  const diagnostics = [toDiagnostic(checked, finding, { rulePage, client })];
  return actions.map((action) => ({ ...action, kind: kindOf(action, CodeActionKind.QuickFix), diagnostics }));
}

function corrections({ session, checked, finding }: Context): readonly Action[] {
  return finding.fixes.map((fix, index) => ({
    title: fix.title,
    edit: toWorkspaceEdit(session.client, checked, fix.edits),
    ...(index === 0 && { isPreferred: true }),
  }));
}

function openSource({ session, finding }: Context): readonly Action[] {
  const [best] = finding.evidence;
  if (best === undefined || !session.client.showDocument) return [];
  const argument: OpenSourceArgument = passageLocation(session.client, best, best.marks[0] ?? best);
  const title = `Open ${sourceInMenu(best)}`;
  return [{ title, command: { title, command: OPEN_SOURCE_COMMAND, arguments: [argument] } }];
}

function signingOff({ session, checked, finding }: Context): readonly Action[] {
  if (session.client.options.signOff !== true || !isStatement(finding.claim)) return [];
  const target: ClaimTarget = {
    uri: checked.document.uri,
    position: toPosition(checked.document, finding.claim.start),
  };
  const action = (title: string, command: string): Action => ({
    title,
    command: { title, command, arguments: [target] },
  });
  const { signedOff } = finding;
  if (signedOff === undefined) return [action('Verified by hand…', SIGN_OFF_COMMAND)];
  const remove = action('Remove sign-off', REMOVE_SIGN_OFF_COMMAND);
  return signedOff.change === null ? [remove] : [action('Verify again…', SIGN_OFF_COMMAND), remove];
}

function ignoring({ session, checked, finding }: Context): readonly Action[] {
  if (!isReported(finding) || finding.claim.kind === 'suppression') return [];
  const edit = suppressionEdit(checked.draft, finding.claim, finding.code);
  if (edit === null) return [];
  const title = `Ignore ${finding.code} here`;
  return [{ title, edit: toWorkspaceEdit(session.client, checked, [edit]) }];
}
