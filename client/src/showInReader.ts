/** Shows what the server asks to be shown, a passage behind a quick fix, the way the views show passages. */

import type { ShowDocumentRequest } from 'vscode-languageclient';
import { type PassageReader, passageTarget } from './passageReader.ts';
import type { ServerConnection } from './serverConnection.ts';

export function showInReader(
  server: ServerConnection,
  reader: PassageReader,
): ShowDocumentRequest.MiddlewareSignature {
  return async (params, token, next) => {
    const { uri, selection, external } = params;
    if (selection === undefined || external === true) return next(params, token);
    await reader.open(passageTarget(server.client, { uri, range: selection, selection }));
    return { success: true };
  };
}
