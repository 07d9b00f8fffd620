/** The extension's entry: starts the language server's client and registers commands and views. */

import type { ExtensionContext } from 'vscode';
import { registerArchiveCredentials } from './archiveCredentials.ts';
import { registerCommands } from './commands.ts';
import { registerLanguageModelTools } from './languageModelTools.ts';
import { registerMcpServer } from './mcpServer.ts';
import { createPackets, type Packets } from './packet.ts';
import { trackSampleProgress } from './sampleProgress.ts';
import { createServerConnection, type ServerConnection } from './serverConnection.ts';
import { registerSignOff } from './signOff.ts';
import { type DraftStatuses, trackStatuses } from './statuses.ts';
import { createStatusItem } from './statusItem.ts';
import { announceTrust } from './trust.ts';
import { createViews, type Views } from './views.ts';
import { registerVirtualArticles } from './virtualArticles.ts';

/** What other extensions and tests can use. */
export interface Api {
  /** The status of every draft the server has told of, and an event when one changes. */
  readonly statuses: Pick<DraftStatuses, 'of' | 'onDidChange'>;
  /** The fact-check packets that are shown. */
  readonly packets: Pick<Packets, 'of' | 'onDidChange'>;
  /** The trees of the side bar, and the marks of supported claims. */
  readonly views: Pick<Views, 'claims' | 'sources' | 'marks'>;
}

let server: ServerConnection | undefined;

export async function activate(context: ExtensionContext): Promise<Api> {
  const connection = createServerConnection(context);
  server = connection;
  const statuses = trackStatuses(connection);
  const packets = createPackets(context, connection, statuses);
  const views = createViews(context, connection, statuses);
  context.subscriptions.push(
    connection,
    views,
    statuses,
    createStatusItem(statuses),
    trackSampleProgress(context, statuses),
    announceTrust(connection),
    registerLanguageModelTools(connection),
    registerMcpServer(context),
    ...registerCommands(context, connection),
    ...registerArchiveCredentials(context, () => connection.refreshCredentials()),
    ...registerVirtualArticles(connection),
    ...registerSignOff(context, connection),
    packets,
  );
  await connection.start();
  return { statuses, packets, views };
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
