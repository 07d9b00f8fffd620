/** Workspace edits: what a plan changes, as clients of different abilities can apply it in one step. */

import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  CreateFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../check/finding.ts';
import type { CitationPlan } from '../cite/plan.ts';
import type { Checked } from './checks.ts';
import type { ClientProfile } from './clientProfile.ts';
import { toRange, toUri } from './convert.ts';

/** The edits as made for the checked version, which a client that knows versions refuses for any other. */
export function toWorkspaceEdit(
  client: ClientProfile,
  { document }: Pick<Checked, 'document'>,
  edits: readonly Edit[],
): WorkspaceEdit {
  const { uri, version } = document;
  const textEdits = toTextEdits(document, edits);
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}

/** What a client that can shows the user before anything is changed. */
export interface Preview {
  /** What the changes do, in one line. */
  readonly label: string;
  readonly description: string;
}

/**
 * The edit of a draft and its bibliographies; null where the client cannot make a file that is needed. With a `preview`
 * the user sees the changes first, where the client knows of that.
 */
export function planEdit(
  client: ClientProfile,
  checked: Pick<Checked, 'document'>,
  plan: CitationPlan,
  preview: Preview | null,
): WorkspaceEdit | null {
  if (!client.versionedEdits) return plainEdit(checked, plan);
  if (plan.files.some(({ file }) => file.text === null) && !client.createsFiles) return null;
  const isShown = preview !== null && client.changeAnnotations;
  const annotated = (edits: TextEdit[]): TextEdit[] =>
    isShown ? edits.map((edit) => ({ ...edit, annotationId: CHANGE })) : edits;
  const { uri, version } = checked.document;
  const own: TextDocumentEdit = {
    textDocument: { uri, version },
    edits: [...(isShown ? [QUESTION] : []), ...annotated(toTextEdits(checked.document, plan.draft))],
  };
  const files = plan.files.flatMap((change) => fileChanges(change, annotated));
  return {
    documentChanges: [...(own.edits.length > 0 ? [own] : []), ...files],
    ...(isShown && { changeAnnotations: annotations(preview) }),
  };
}

const CHANGE = 'corroborate.change';
const ASK = 'corroborate.ask';

/**
 * An edit that changes nothing and must be confirmed. Editors show changes when one of them must be, and leave what must
 * be unticked; so the others are shown ticked, and the writer unticks what is not wanted.
 */
const QUESTION: AnnotatedTextEdit = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  newText: '',
  annotationId: ASK,
};

function annotations({ label, description }: Preview): Record<string, ChangeAnnotation> {
  const ask = { label: 'Untick what is not wanted, then apply', needsConfirmation: true };
  return { [ASK]: ask, [CHANGE]: { label, description } };
}

function fileChanges(
  { file, edit }: CitationPlan['files'][number],
  annotated: (edits: TextEdit[]) => TextEdit[],
): readonly (TextDocumentEdit | CreateFile)[] {
  const document = TextDocument.create(toUri(file.path), 'plaintext', 0, file.text ?? '');
  const textDocument = { uri: document.uri, version: null };
  const change = { textDocument, edits: annotated(toTextEdits(document, [edit])) };
  const create = { kind: 'create' as const, uri: document.uri, options: { ignoreIfExists: true } };
  return file.text === null ? [create, change] : [change];
}

function plainEdit({ document }: Pick<Checked, 'document'>, plan: CitationPlan): WorkspaceEdit | null {
  if (plan.files.some(({ file }) => file.text === null)) return null;
  const files = plan.files.map(({ file, edit }): [string, TextEdit[]] => {
    const source = TextDocument.create(toUri(file.path), 'plaintext', 0, file.text ?? '');
    return [source.uri, toTextEdits(source, [edit])];
  });
  return { changes: Object.fromEntries([[document.uri, toTextEdits(document, plan.draft)], ...files]) };
}

export function toTextEdits(document: TextDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: toRange(document, edit), newText: edit.newText }));
}
