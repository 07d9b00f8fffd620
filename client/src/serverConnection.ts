/** The connection to the language server: how it is started, and what it is told at start. */

import { type Disposable, type ExtensionContext, type LogOutputChannel, Uri, window } from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { CODE_PLACEHOLDER, type InitializationOptions } from '../../server/src/lsp/protocol.ts';

/** Languages whose documents are drafts. */
export const DRAFT_LANGUAGES = ['markdown', 'plaintext'] as const;

export interface ServerConnection extends Disposable {
  readonly client: LanguageClient;
  readonly output: LogOutputChannel;
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The command behind the link on a diagnostic's code; the only one that a hover may run. */
export const OPEN_RULE_COMMAND = 'corroborate.openRule';

/** Makes the client of the language server that ships with the extension. Nothing runs until `start`. */
export function createServerConnection(context: ExtensionContext): ServerConnection {
  const output = window.createOutputChannel('Corroborate', { log: true });
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const server: ServerOptions = {
    run,
    debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6010'] } },
  };
  const client = new LanguageClient('corroborate', 'Corroborate', server, clientOptions(output));
  const report = (error: unknown): void => {
    output.error(error instanceof Error ? error : String(error));
    void window.showErrorMessage(
      'Corroborate could not start its language server. The output channel says why.',
    );
  };
  return {
    client,
    output,
    start: () => client.start().catch(report),
    restart: () => client.restart().catch(report),
    stop: () => (client.needsStop() ? client.stop() : Promise.resolve()),
    dispose: () => output.dispose(),
  };
}

function clientOptions(outputChannel: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { status: true, ruleUri: ruleUri() };
  return {
    documentSelector: DRAFT_LANGUAGES.flatMap((language) => [
      { scheme: 'file', language },
      { scheme: 'untitled', language },
    ]),
    initializationOptions,
    outputChannel,
    diagnosticCollectionName: 'corroborate',
    // Hovers show words of articles. They are escaped by the server; even so nothing but this command could run.
    markdown: { isTrusted: { enabledCommands: [OPEN_RULE_COMMAND] }, supportHtml: false },
  };
}

/** A link that opens the page bundled with the extension, so that it works offline. */
function ruleUri(): string {
  const [open, close] = [encodeURIComponent('["'), encodeURIComponent('"]')];
  return `command:${OPEN_RULE_COMMAND}?${open}${CODE_PLACEHOLDER}${close}`;
}
