/** The features of the language server put together: all that is loaded once the client knows what the server can do. */

import {
  type Connection,
  type InitializeParams,
  MessageType,
  ShowMessageNotification,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { registerArticles } from './articles.ts';
import { registerArticleText } from './articleText.ts';
import { createBibliographies } from './bibliographies.ts';
import { watchBibliographies } from './bibliographyWatching.ts';
import { registerCheckNow } from './checkNow.ts';
import { createChecks } from './checks.ts';
import { type ClientProfile, readClientProfile } from './clientProfile.ts';
import { registerCodeActions } from './codeActions.ts';
import { registerCommands } from './commands.ts';
import { registerCompletion } from './completion.ts';
import { watchConfigs } from './configWatching.ts';
import { createCorpora } from './corpora.ts';
import type { CorpusListener } from './corpusListener.ts';
import { registerDefinition } from './definition.ts';
import { registerPullDiagnostics } from './diagnosticsPull.ts';
import { registerPushDiagnostics } from './diagnosticsPush.ts';
import { changedFolders, folderOf, initialFolders } from './folders.ts';
import { registerHover } from './hover.ts';
import { createLedgers } from './ledgers.ts';
import { watchLedgers } from './ledgerWatching.ts';
import { registerNavigation } from './navigation.ts';
import { draftsAmong, followOpenBibliographies, openTextAt } from './openTexts.ts';
import { registerPacket } from './packet.ts';
import { plainLine } from './plainLine.ts';
import { createProgress } from './progress.ts';
import { createProjectConfigs } from './projectConfigs.ts';
import { rulePages } from './rulePage.ts';
import { inBackground, type Session } from './session.ts';
import { createSettingsSource } from './settings.ts';
import { registerSignOff } from './signOff.ts';
import { registerStatus } from './status.ts';
import { registerTools } from './tools.ts';
import { registerWatching } from './watching.ts';

/** What the features need to know of the start. */
export interface Start {
  /** Folders or globs given with `--corpus`. */
  readonly corpus: readonly string[];
  /** The client's `initialize` request. */
  readonly params: InitializeParams;
}

/** Registers every handler but that of `initialize`; those of `initialized` are among them. */
export function registerFeatures(connection: Connection, { corpus, params }: Start): void {
  const documents = new TextDocuments(TextDocument);
  const client = readClientProfile(params);
  const configs = createProjectConfigs(
    client.options.trusted === false ? 'untrusted' : 'trusted',
    connection.console,
  );
  const settings = createSettingsSource(connection, client, corpus, configs);
  let folders = initialFolders(params);
  const corpora = createCorpora(folders, settings, corpusListener(connection, client));
  const ledgers = createLedgers((path) => folderOf(folders, path)?.path ?? null);
  const bibliographies = createBibliographies(
    (path) => folderOf(folders, path)?.path ?? null,
    connection.console,
    (path) => openTextAt(documents, path),
  );
  const checks = createChecks({ corpora, settings, ledgers, bibliographies, today });
  const rulePage = rulePages(client.options.ruleUri);
  const session: Session = {
    connection,
    client,
    documents: draftsAmong(documents),
    settings,
    corpora,
    checks,
    ledgers,
    bibliographies,
    rulePage,
  };

  register(session);
  documents.listen(connection);
  connection.onInitialized(() => {
    for (const problem of client.problems) connection.console.warn(problem);
    settings.register();
    watchLedgers(session);
    watchBibliographies(session);
    followOpenBibliographies(session, documents);
    watchConfigs(session, configs);
    if (client.folderChanges) {
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        folders = changedFolders(folders, event);
        corpora.setFolders(folders);
        inBackground(session, 'Corpus', corpora.closeUnused(documents.keys()));
      });
    }
    // The articles are read before the first draft is asked about.
    inBackground(session, 'Corpus', corpora.all());
  });
}

/** Where corpora keep their indexes and tell what they do. */
function corpusListener(connection: Connection, client: ClientProfile): CorpusListener {
  return {
    progress: createProgress(connection, client),
    log: connection.console,
    // As a request, which the library would send, it would fail where an editor answers none, and end the server.
    notify: (message) =>
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: plainLine(message),
      }),
    indexFolder: client.options.indexFolder,
  };
}

function register(session: Session): void {
  const { client, documents, checks, corpora, settings } = session;
  if (client.diagnostics === 'pull') registerPullDiagnostics(session);
  else registerPushDiagnostics(session);
  registerHover(session);
  registerDefinition(session);
  if (client.codeActions) registerCodeActions(session);
  registerArticles(session);
  registerArticleText(session);
  registerCommands(session);
  registerCompletion(session);
  registerCheckNow(session);
  registerStatus(session);
  registerTools(session, today);
  registerNavigation(session);
  registerSignOff(session);
  registerPacket(session, today);
  registerWatching(session);
  documents.onDidClose(({ document }) => checks.forget(document.uri));
  const closeUnused = (): void => inBackground(session, 'Corpus', corpora.closeUnused(documents.keys()));
  documents.onDidClose(closeUnused);
  settings.onDidChange(closeUnused);
}

/** The day in the writer's own time zone, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}
