/** An editor for tests: starts the built language server and speaks the protocol to it as a given client would. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  type FileChangeType,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Registration,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver-protocol/node';
import * as z from 'zod';
import type { StatusParams } from '../../server/src/lsp/protocol.ts';
import { createEvents, type Events } from './events.ts';

/** The server that `npm run build` makes, or another one to test: that of an installed extension. */
export const SERVER = process.env.CORROBORATE_SERVER ?? resolve(import.meta.dirname, '../../dist/server.cjs');

/** A client that knows nothing but how to show what it is sent. */
export const BARE: ClientCapabilities = {};

/** A client like VS Code: pulls diagnostics, watches files, is asked for settings. */
export const FULL: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    publishDiagnostics: { relatedInformation: true },
    definition: { linkSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } } },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
  },
  window: { showDocument: { support: true }, workDoneProgress: true },
};

export interface EditorOptions {
  readonly capabilities: ClientCapabilities;
  /** Paths of the workspace folders. */
  readonly folders?: readonly string[];
  /** Sent besides: `rootUri`, `initializationOptions`. */
  readonly params?: Partial<InitializeParams>;
  /** Variables of the server's environment besides those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** The settings of the section `corroborate` that hold for a document; may change while the test runs. */
  readonly settings?: (scopeUri: string | undefined) => unknown;
}

export interface Editor {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  readonly published: Events<PublishDiagnosticsParams>;
  readonly statuses: Events<StatusParams>;
  readonly registrations: Events<Registration>;
  readonly refreshes: Events<null>;
  readonly log: Events<string>;
  /** What its displays of progress are told. */
  readonly progress: Events<ProgressNews>;
  /** Tells the server that the user does not want to wait for what a display shows. */
  cancel(display: ProgressNews): Promise<void>;
  open(path: string, text: string, languageId?: string): Promise<string>;
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): Promise<void>;
  close(uri: string): Promise<void>;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  /** The diagnostics of a full report. */
  diagnostics(uri: string): Promise<Diagnostic[]>;
  tellOfFile(path: string, type: FileChangeType): Promise<void>;
  /** Shuts the server down; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** What one display of progress is told. */
export type ProgressNews = z.infer<typeof progressSchema>;

const progressSchema = z.object({
  token: z.union([z.string(), z.number()]),
  value: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('begin'),
      title: z.string(),
      message: z.string().optional(),
      cancellable: z.boolean().optional(),
    }),
    z.object({ kind: z.literal('report'), message: z.string().optional() }),
    z.object({ kind: z.literal('end') }),
  ]),
});

/** Starts a server and initializes it. */
export async function startEditor(options: EditorOptions): Promise<Editor> {
  const child = spawn(process.execPath, [SERVER, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...options.env },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  // A server that ends early fails what waits for it.
  child.once('exit', () => connection.dispose());
  const heard = listen(connection, options);
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, initializeParams(options));
  await connection.sendNotification(InitializedNotification.type, {});
  return { connection, process: child, initialized, ...heard, ...actions(connection, child) };
}

function initializeParams({ capabilities, folders, params }: EditorOptions): InitializeParams {
  const workspaceFolders = folders?.map((path) => ({ uri: uriOf(path), name: path })) ?? null;
  return { processId: process.pid, rootUri: null, capabilities, workspaceFolders, ...params };
}

function listen(connection: ProtocolConnection, { settings }: EditorOptions) {
  const heard = {
    published: createEvents<PublishDiagnosticsParams>(),
    statuses: createEvents<StatusParams>(),
    registrations: createEvents<Registration>(),
    refreshes: createEvents<null>(),
    log: createEvents<string>(),
    progress: createEvents<ProgressNews>(),
  };
  connection.onNotification(PublishDiagnosticsNotification.type, heard.published.add);
  connection.onNotification('corroborate/status', heard.statuses.add);
  connection.onNotification(LogMessageNotification.type, ({ message }) => heard.log.add(message));
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    for (const registration of registrations) heard.registrations.add(registration);
  });
  connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    connection.onProgress(WorkDoneProgress.type, token, (value) =>
      heard.progress.add(progressSchema.parse({ token, value })),
    );
  });
  connection.onRequest(DiagnosticRefreshRequest.type, () => heard.refreshes.add(null));
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ scopeUri }) => settings?.(scopeUri) ?? null),
  );
  return heard;
}

function actions(connection: ProtocolConnection, child: ChildProcess) {
  const pull = (uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  return {
    pull,
    async open(path: string, text: string, languageId = 'markdown') {
      const uri = uriOf(path);
      const textDocument = { uri, languageId, version: 1, text };
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
      return uri;
    },
    change: (uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [...changes],
      }),
    close: (uri: string) =>
      connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    cancel: ({ token }: ProgressNews) =>
      connection.sendNotification(WorkDoneProgressCancelNotification.type, { token }),
    async diagnostics(uri: string) {
      const report = await pull(uri);
      return report.kind === 'full' ? report.items : [];
    },
    tellOfFile: (path: string, type: FileChangeType) =>
      connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: uriOf(path), type }],
      }),
    async stop() {
      const exited = once(child, 'exit');
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await exited;
      return child.exitCode;
    },
  };
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
