/** Draft: opens drafts in the editor and finds places in them by their words. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from './waiting.ts';

/** The folder that VS Code opened: a report beside `corpus/`. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'VS Code opened a folder');
  return folder.uri;
}

/** A file of the workspace. */
export function workspaceFile(path: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), path);
}

let drafts = 0;

/** Writes `text` to a new Markdown file of the workspace and shows it. */
export async function openDraft(text: string): Promise<vscode.TextDocument> {
  drafts += 1;
  const uri = workspaceFile(`draft-${drafts}.md`);
  await writeText(uri, text);
  return openFile(uri);
}

/** Shows a fresh copy of the sample report, so that no test sees another's edits. */
export async function openReport(): Promise<vscode.TextDocument> {
  return openDraft(await readText(workspaceFile('report.md')));
}

export async function openFile(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Closes all editors, dropping unsaved edits. */
export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The range of the first occurrence of `words`. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const start = document.getText().indexOf(words);
  assert.notEqual(start, -1, `the draft holds “${words}”`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** Our diagnostics of a draft, in its order. */
export function diagnosticsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.source === 'corroborate')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The code of a diagnostic, which is a plain string or stands beside the link to its page. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until a diagnostic with `code` covers `words` and returns it. */
export async function diagnosticAt(
  document: vscode.TextDocument,
  words: string,
  code: string,
): Promise<vscode.Diagnostic> {
  return waitForDiagnostics(`${code} at “${words}”`, document, (diagnostics) => {
    const at = rangeOf(document, words);
    const found = diagnostics.find(
      (each) => codeOf(each) === code && each.range.intersection(at) !== undefined,
    );
    return found ?? null;
  });
}

/** Waits until no diagnostic touches `words`. */
export async function noDiagnosticAt(document: vscode.TextDocument, words: string): Promise<void> {
  await waitForDiagnostics(`no diagnostic at “${words}”`, document, (diagnostics) => {
    const at = rangeOf(document, words);
    return diagnostics.every((each) => each.range.intersection(at) === undefined) ? true : null;
  });
}

/** Waits until `read` finds what it looks for among the diagnostics of `document`. */
export async function waitForDiagnostics<T>(
  what: string,
  document: vscode.TextDocument,
  read: (diagnostics: vscode.Diagnostic[]) => T | null,
): Promise<T> {
  return waitFor(what, vscode.languages.onDidChangeDiagnostics, () => read(diagnosticsOf(document)));
}

export async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

export async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
