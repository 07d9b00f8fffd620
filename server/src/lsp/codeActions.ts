/** Quick fixes, in this order: correct the claim, cite the article, open it, sign it off, ignore the finding. */

import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import type { Edit, Evidence, Finding } from '../check/finding.ts';
import { longDate } from '../cite/longDate.ts';
import { suppressionEdit } from '../draft/suppressionComment.ts';
import type { OpenSourceArgument } from './articles.ts';
import type { Checked } from './checks.ts';
import { toArticleRange, toPosition, toRange, toSpan, toUri } from './convert.ts';
import { findingsAt } from './findingsAt.ts';
import { type ClaimTarget, REMOVE_SIGN_OFF_COMMAND, SIGN_OFF_COMMAND } from './ledgerProtocol.ts';
import { OPEN_SOURCE_COMMAND } from './protocol.ts';
import { isReported } from './reported.ts';
import { checkedFor, type Session } from './session.ts';
import { toDiagnostic } from './toDiagnostics.ts';

export function registerCodeActions(session: Session): void {
  session.connection.onCodeAction(async ({ textDocument, range, context }, token) => {
    const checked = await checkedFor(session, textDocument.uri, token);
    if (checked === null) return null;
    // Parsing and writing Markdown is needed by nothing else before the first quick fix.
    const { footnoteEdits } = await import('../cite/footnote.ts');
    const findings = findingsAt(checked.findings, toSpan(checked.document, range));
    const actions = findings.flatMap((finding) => actionsOf({ session, checked, finding, footnoteEdits }));
    return actions.filter(({ kind }) => isWanted(kind, context.only));
  });
}

/** A kind that is asked for stands for its sub-kinds too. */
function isWanted(kind: string | undefined, only: readonly string[] | undefined): boolean {
  if (only === undefined || kind === undefined) return true;
  return only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
}

interface Context {
  readonly session: Session;
  readonly checked: Checked;
  readonly finding: Finding;
  readonly footnoteEdits: typeof import('../cite/footnote.ts').footnoteEdits;
}

/** An action before it is known whether it answers a diagnostic. */
type Action = Omit<CodeAction, 'kind' | 'diagnostics'>;

function actionsOf(context: Context): readonly CodeAction[] {
  const { session, checked, finding } = context;
  const actions = [
    ...corrections(context),
    ...citation(context),
    ...openSource(context),
    ...signingOff(context),
    ...ignoring(context),
  ];
  if (!isReported(finding)) return actions.map((action) => ({ ...action, kind: CodeActionKind.Refactor }));
  const { rulePage, client } = session;
  const diagnostics = [
    toDiagnostic(checked, finding, { rulePage, relatedInformation: client.relatedInformation }),
  ];
  return actions.map((action) => ({ ...action, kind: CodeActionKind.QuickFix, diagnostics }));
}

function corrections({ session, checked, finding }: Context): readonly Action[] {
  return finding.fixes.map((fix, index) => ({
    title: fix.title,
    edit: toEdit(session, checked, fix.edits),
    ...(index === 0 && { isPreferred: true }),
  }));
}

function citation({ session, checked, finding, footnoteEdits }: Context): readonly Action[] {
  const [best] = finding.evidence;
  if (best === undefined) return [];
  const edits = footnoteEdits(checked.draft, finding.claim.sentence, best);
  return edits === null
    ? []
    : [{ title: `Insert citation: ${nameOf(best)}`, edit: toEdit(session, checked, edits) }];
}

function openSource({ session, finding }: Context): readonly Action[] {
  const [best] = finding.evidence;
  if (best === undefined || !session.client.showDocument) return [];
  const range = toArticleRange(best, best.marks[0] ?? best);
  const argument: OpenSourceArgument = { uri: toUri(best.path), range };
  const title = `Open ${nameOf(best)}`;
  return [{ title, command: { title, command: OPEN_SOURCE_COMMAND, arguments: [argument] } }];
}

function signingOff({ session, checked, finding }: Context): readonly Action[] {
  if (session.client.options.signOff !== true) return [];
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
  if (!isReported(finding)) return [];
  const edit = suppressionEdit(checked.draft, finding.claim, finding.code);
  if (edit === null) return [];
  return [{ title: `Ignore ${finding.code} here`, edit: toEdit(session, checked, [edit]) }];
}

/** An article in a menu: its outlet and date, or its title where it has no outlet. */
function nameOf({ outlet, title, published }: Evidence): string {
  const name = outlet ?? `“${shortened(title)}”`;
  return published === null ? name : `${name}, ${longDate(published)}`;
}

function shortened(title: string): string {
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE).trimEnd()}…`;
}

/** Menus of editors cut longer lines off. */
const LONGEST_TITLE = 50;

/** The edits as made for the checked version, which a client that knows versions refuses for any other. */
function toEdit(session: Session, { document }: Checked, edits: readonly Edit[]): WorkspaceEdit {
  const textEdits = edits.map((edit) => ({ range: toRange(document, edit), newText: edit.newText }));
  const { uri, version } = document;
  return session.client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}
