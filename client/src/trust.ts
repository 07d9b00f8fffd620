/** Tells the language server when the user comes to trust the workspace. */

import { type Disposable, workspace } from 'vscode';
import { TRUST_METHOD } from '../../server/src/lsp/protocol.ts';
import type { ServerConnection } from './serverConnection.ts';

export function announceTrust({ client }: ServerConnection): Disposable {
  return workspace.onDidGrantWorkspaceTrust(() => {
    // A server that starts later is told by its initialization options.
    if (client.isRunning()) void client.sendNotification(TRUST_METHOD);
  });
}
