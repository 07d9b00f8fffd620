/** Workspace edits: what a plan changes, as clients of different abilities can apply it in one step. */

import type { ChangeAnnotation, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
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

/** A change that the user is shown before it is made, by clients that can show it. */
export interface Preview {
  readonly label: string;
  readonly description: string;
}

/**
 * The edit of a draft and its bibliographies; null where the client cannot make a file that is needed. With a `preview`
 * each change waits for the user where the client knows of that.
 */
export function planEdit(
  client: ClientProfile,
  checked: Pick<Checked, 'document'>,
  plan: CitationPlan,
  preview: Preview | null,
): WorkspaceEdit | null {
  if (!client.versionedEdits) return plainEdit(checked, plan);
  const annotation = preview !== null && client.changeAnnotations ? ANNOTATION : null;
  const annotated = (edits: TextEdit[]): TextEdit[] =>
    annotation === null ? edits : edits.map((edit) => ({ ...edit, annotationId: annotation }));
  const { uri, version } = checked.document;
  const own: TextDocumentEdit = {
    textDocument: { uri, version },
    edits: annotated(toTextEdits(checked.document, plan.draft)),
  };
  const isNew = plan.files.some(({ file }) => file.text === null);
  if (isNew && !client.createsFiles) return null;
  const files = plan.files.flatMap(({ file, edit }) => {
    const document = TextDocument.create(toUri(file.path), 'plaintext', 0, file.text ?? '');
    const change = {
      textDocument: { uri: document.uri, version: null },
      edits: annotated(toTextEdits(document, [edit])),
    };
    const create = { kind: 'create' as const, uri: document.uri, options: { ignoreIfExists: true } };
    return file.text === null ? [create, change] : [change];
  });
  return {
    documentChanges: [...(plan.draft.length > 0 ? [own] : []), ...files],
    ...(annotation !== null &&
      preview !== null && { changeAnnotations: { [annotation]: toAnnotation(preview) } }),
  };
}

const ANNOTATION = 'corroborate.citations';

function toAnnotation({ label, description }: Preview): ChangeAnnotation {
  return { label, description, needsConfirmation: true };
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
