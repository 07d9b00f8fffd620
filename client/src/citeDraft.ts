/** “Cite Whole Draft”: the server makes the edit, and VS Code shows each change before it is made. */

import { commands } from 'vscode';
import { CITE_DRAFT_COMMAND } from '../../server/src/lsp/protocol.ts';
import type { ServerConnection } from './serverConnection.ts';
import { shownDraft } from './shownDraft.ts';

/** Cites every sentence of the shown draft that the articles bear out and that cites nothing. */
export async function citeDraft({ client }: ServerConnection): Promise<void> {
  const document = shownDraft()?.document;
  if (document === undefined) return;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  await commands.executeCommand(CITE_DRAFT_COMMAND, { uri });
}
