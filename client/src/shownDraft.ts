/** The draft a command is about: that of the active editor, else the one draft that is shown beside something else. */

import { type TextDocument, type TextEditor, window } from 'vscode';
import { DRAFT_LANGUAGES } from './draftLanguages.ts';

export function shownDraft(): TextEditor | undefined {
  const active = window.activeTextEditor;
  if (active !== undefined) return isDraft(active.document) ? active : undefined;
  return window.visibleTextEditors.find(({ document }) => isDraft(document));
}

/** Whether the language server is told of the document. */
export function isDraft({ languageId, uri }: TextDocument): boolean {
  const isOpenToServer = uri.scheme === 'file' || uri.scheme === 'untitled';
  return isOpenToServer && DRAFT_LANGUAGES.some((language) => language === languageId);
}
