/** What the server can do, as it tells a client of given abilities. */

import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientAbilities } from './clientAbilities.ts';
import { ADD_REFERENCE_COMMAND, CITE_DRAFT_COMMAND, OPEN_SOURCE_COMMAND } from './protocol.ts';

/** The kind by which editors ask for what is safe to do, on a command or when a draft is saved. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.corroborate`;

/**
 * What a citation begins with in one of the languages, and the blank behind a word of a quotation: editors leave words
 * alone in prose.
 */
const COMPLETION_TRIGGERS = ['@', '{', '^', '<', '#', ',', ' '];

export function serverCapabilities(client: ClientAbilities): ServerCapabilities {
  const commands = commandsFor(client);
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    codeLensProvider: {},
    // The label tells our outline from that of the headings, which editors show beside it.
    documentSymbolProvider: { label: 'Claims' },
    workspaceSymbolProvider: true,
    documentLinkProvider: {},
    ...(client.codeActions && {
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL] },
    }),
    ...(commands.length > 0 && { executeCommandProvider: { commands } }),
    ...(client.completion && {
      completionProvider: { triggerCharacters: COMPLETION_TRIGGERS, resolveProvider: true },
    }),
    ...(client.diagnostics === 'pull' && {
      diagnosticProvider: {
        identifier: 'corroborate',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: client.folderChanges } },
  };
}

/** The commands that a client of these abilities can be offered. */
function commandsFor(client: ClientAbilities): string[] {
  return [
    ...(client.showDocument ? [OPEN_SOURCE_COMMAND] : []),
    ...(client.appliesEdits ? [CITE_DRAFT_COMMAND, ADD_REFERENCE_COMMAND] : []),
  ];
}
