/** Asks the server for the sources of a draft. */

import type { Uri } from 'vscode';
import { CancellationToken } from 'vscode-languageclient';
import {
  SOURCES_METHOD,
  type SourcesAnswer,
  type SourcesParams,
} from '../../../server/src/lsp/viewProtocol.ts';
import type { ServerConnection } from '../serverConnection.ts';

/** At most `limit` articles, and everything else there is to say; of every folder where there is no draft. */
export async function askForSources(
  { client }: ServerConnection,
  draft: Uri | undefined,
  limit: number,
  token: CancellationToken = CancellationToken.None,
): Promise<SourcesAnswer> {
  const uri = draft === undefined ? null : client.code2ProtocolConverter.asUri(draft);
  const params: SourcesParams = { uri, limit };
  return client.sendRequest<SourcesAnswer>(SOURCES_METHOD, params, token);
}
