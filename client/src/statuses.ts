/** The status of each draft, as the server tells it. */

import { type Disposable, type Event, EventEmitter, type Uri } from 'vscode';
import { STATUS_METHOD, type StatusParams } from '../../server/src/lsp/protocol.ts';
import type { ServerConnection } from './serverConnection.ts';

export interface DraftStatuses extends Disposable {
  /** The last status of a document, or undefined when the server has not told of it. */
  of(uri: Uri): StatusParams | undefined;
  readonly onDidChange: Event<StatusParams>;
}

export function trackStatuses({ client }: ServerConnection): DraftStatuses {
  const known = new Map<string, StatusParams>();
  const changed = new EventEmitter<StatusParams>();
  const listening = client.onNotification(STATUS_METHOD, (status: StatusParams) => {
    // URIs are compared in VS Code's own spelling.
    known.set(client.protocol2CodeConverter.asUri(status.uri).toString(), status);
    changed.fire(status);
  });
  return {
    of: (uri) => known.get(uri.toString()),
    onDidChange: changed.event,
    dispose() {
      listening.dispose();
      changed.dispose();
    },
  };
}
