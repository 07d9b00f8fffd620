/** The connection to the language server: how it is started, and what it is told at start. */

import {
  type Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { CODE_PLACEHOLDER, type InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { SOURCES_CHANGED_METHOD } from '../../server/src/lsp/viewProtocol.ts';
import { createArchiveCredentials } from './archiveCredentials.ts';
import { DRAFT_LANGUAGES } from './draftLanguages.ts';

/** Our command behind the code lenses of the server: lists places. */
export const SHOW_REFERENCES_COMMAND = 'corroborate.showReferences';

export interface ServerConnection extends Disposable {
  readonly client: LanguageClient;
  readonly output: LogOutputChannel;
  /** Fires when the articles may be others than before. */
  readonly onDidChangeSources: Event<void>;
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Starts the server again where the credentials of the archive are others now. */
  refreshCredentials(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Options of the server's memory, in megabytes; both are documented by Node, so that none that the editor's engine does not
 * know can keep the server from starting, and both are taken at launch, when Electron's flags are not final yet.
 *
 * A check makes much that is soon forgotten, so what is new gets little room: with 100,000 articles that is 320 MB instead
 * of 450, the heap growing by 30 %, for two hundredths of the time. The less the heap may have at most, the less the engine
 * lets it grow before it collects: with a gigabyte the server has 300 to 330 MB where it had 460 to 500 without a bound, its
 * main thread taking the same time. A gigabyte is also what reading one file may take; of 100,000 articles 91 MB are alive.
 */
const MEMORY = ['--max-semi-space-size=8', '--max-old-space-size=1024'];

/** Makes the client of the language server that ships with the extension. Nothing runs until `start`. */
export function createServerConnection(context: ExtensionContext): ServerConnection {
  const output = window.createOutputChannel('Corroborate', { log: true });
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  const credentials = createArchiveCredentials(context);
  // The library copies the environment at each start, as it is then.
  const options = { env: credentials.environment, execArgv: MEMORY };
  const run = { module, transport: TransportKind.ipc, options };
  const server: ServerOptions = {
    run,
    debug: { ...run, options: { ...options, execArgv: ['--nolazy', '--inspect=6010'] } },
  };
  const client = new LanguageClient('corroborate', 'Corroborate', server, clientOptions(context, output));
  const report = (error: unknown): void => {
    output.error(error instanceof Error ? error : String(error));
    void window.showErrorMessage(
      l10n.t('Corroborate could not start its language server. The output channel says why.'),
    );
  };
  // A client knows one listener for each notification.
  const sourcesChanged = new EventEmitter<void>();
  client.onNotification(SOURCES_CHANGED_METHOD, () => sourcesChanged.fire());
  const restart = (): Promise<void> =>
    credentials
      .refresh()
      .then(() => client.restart())
      .catch(report);
  return {
    client,
    output,
    async refreshCredentials() {
      if (await credentials.refresh()) await restart();
    },
    onDidChangeSources: sourcesChanged.event,
    start: () =>
      credentials
        .refresh()
        .then(() => client.start())
        .catch(report),
    restart,
    stop: () => (client.needsStop() ? client.stop() : Promise.resolve()),
    dispose() {
      sourcesChanged.dispose();
      output.dispose();
    },
  };
}

function clientOptions(
  { extensionUri, globalStorageUri }: ExtensionContext,
  outputChannel: LogOutputChannel,
): LanguageClientOptions {
  const initializationOptions = (): InitializationOptions => ({
    indexFolder: Uri.joinPath(globalStorageUri, 'index').fsPath,
    status: true,
    trusted: workspace.isTrusted,
    diagnosticsInHover: true,
    signOff: true,
    articleText: true,
    showReferences: SHOW_REFERENCES_COMMAND,
    ruleUri: ruleUri(extensionUri),
  });
  return {
    documentSelector: DRAFT_LANGUAGES.flatMap((language) => [
      { scheme: 'file', language },
      { scheme: 'untitled', language },
    ]),
    initializationOptions,
    outputChannel,
    // Views add theirs.
    middleware: {},
    diagnosticCollectionName: 'corroborate',
    // Hovers show words of articles. The server escapes them; even so nothing in a hover could run a command.
    markdown: { isTrusted: false, supportHtml: false },
  };
}

/** The page bundled with the extension, so that the link on a code works offline. */
function ruleUri(extensionUri: Uri): string {
  return `${Uri.joinPath(extensionUri, 'docs', 'rules').toString()}/${CODE_PLACEHOLDER}.md`;
}
