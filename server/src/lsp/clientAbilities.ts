/** What the client can do, by the capabilities that it tells of. */

import type { ClientCapabilities } from 'vscode-languageserver';

/** How diagnostics reach the client: it asks (`pull`) or it is told (`push`). */
export type DiagnosticsMode = 'pull' | 'push';

/** How the server learns that an article changed: the client watches the files, or the server itself. */
export type WatchMode = 'client' | 'server';

export interface ClientAbilities {
  readonly diagnostics: DiagnosticsMode;
  readonly watch: WatchMode;
  /** Whether the server may ask for the texts of further files while they are open. */
  readonly openedOnDemand: boolean;
  readonly hover: 'markdown' | 'plaintext';
  readonly completion: boolean;
  readonly completionMarkdown: boolean;
  /** Whether a definition may carry the span it was asked from. */
  readonly definitionLinks: boolean;
  /** Whether edits may name the version they belong to. */
  readonly versionedEdits: boolean;
  /** Whether edits may make files. */
  readonly createsFiles: boolean;
  /** Whether the server may ask for edits. */
  readonly appliesEdits: boolean;
  /** Whether edits may wait for the user to look at them. */
  readonly changeAnnotations: boolean;
  /** Whether code actions may be more than commands. Without it there are none. */
  readonly codeActions: boolean;
  readonly relatedInformation: boolean;
  /** Whether symbols may lie within one another. */
  readonly symbolTree: boolean;
  readonly codeLensRefresh: boolean;
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly folderChanges: boolean;
  readonly showDocument: boolean;
  readonly progress: boolean;
}

/** Reads the client's abilities; what it does not tell of it cannot do. */
export function readAbilities(capabilities: ClientCapabilities): ClientAbilities {
  const { textDocument, workspace, window } = capabilities;
  const watched = workspace?.didChangeWatchedFiles;
  // Without refresh a pulling client would not learn that an article changed, so such a client is told instead.
  const pulls = textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true;
  const formats = textDocument?.hover?.contentFormat;
  // Articles may lie outside the workspace folder, where only relative patterns can watch.
  const watches = watched?.dynamicRegistration === true && watched.relativePatternSupport === true;
  return {
    diagnostics: pulls ? 'pull' : 'push',
    watch: watches ? 'client' : 'server',
    openedOnDemand: textDocument?.synchronization?.dynamicRegistration === true,
    completion: textDocument?.completion !== undefined,
    completionMarkdown:
      textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    hover: formats === undefined || formats.includes('markdown') ? 'markdown' : 'plaintext',
    definitionLinks: textDocument?.definition?.linkSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    appliesEdits: workspace?.applyEdit === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    relatedInformation: relatedInformation(textDocument),
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    codeLensRefresh: workspace?.codeLens?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folderChanges: workspace?.workspaceFolders === true,
    showDocument: window?.showDocument?.support === true,
    progress: window?.workDoneProgress === true,
  };
}

/** A client tells of both ways apart; some tell of one only and mean both. */
function relatedInformation(textDocument: ClientCapabilities['textDocument']): boolean {
  return (
    textDocument?.publishDiagnostics?.relatedInformation === true ||
    textDocument?.diagnostic?.relatedInformation === true
  );
}
