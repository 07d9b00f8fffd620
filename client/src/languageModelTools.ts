/** The tools for assistants in the chat of VS Code: each asks the language server. */

import {
  type CancellationToken,
  Disposable,
  LanguageModelTextPart,
  LanguageModelToolResult,
  l10n,
  lm,
  MarkdownString,
  window,
  workspace,
} from 'vscode';
import { TOOL_METHOD, type ToolAnswer, type ToolParams } from '../../server/src/lsp/toolProtocol.ts';
import type { ServerConnection } from './serverConnection.ts';
import { isDraft } from './shownDraft.ts';

/** The tools by their names in the manifest, with their names at the server and what is said while one runs. */
const TOOLS = [
  ['corroborate_checkText', 'check_text', () => l10n.t('Checking the text against the source articles')],
  ['corroborate_findSources', 'find_sources', () => l10n.t('Looking for passages in the source articles')],
  ['corroborate_getPassage', 'get_passage', () => l10n.t('Reading a source article')],
] as const;

export function registerLanguageModelTools(connection: ServerConnection): Disposable {
  const registered = TOOLS.map(([name, tool, saying]) =>
    lm.registerTool<object>(name, {
      prepareInvocation: () => ({ invocationMessage: new MarkdownString(saying()) }),
      invoke: async ({ input }, token) => {
        const text = await ask(connection, { name: tool, input, uri: meant(connection) }, token);
        return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
      },
    }),
  );
  return Disposable.from(...registered);
}

/** Rejects with the reason when there is no answer, which the assistant is then told. */
async function ask(
  { client }: ServerConnection,
  params: ToolParams,
  token: CancellationToken,
): Promise<string> {
  const answer = await client.sendRequest<ToolAnswer>(TOOL_METHOD, params, token);
  switch (answer.state) {
    case 'answered':
      return answer.text;
    case 'refused':
      throw new Error(answer.reason);
  }
}

/** The document whose articles are meant: the draft that is shown, else the first folder. */
function meant({ client }: ServerConnection): string | null {
  const shown = window.activeTextEditor?.document;
  if (shown !== undefined && isDraft(shown)) return client.code2ProtocolConverter.asUri(shown.uri);
  const folder = workspace.workspaceFolders?.[0];
  return folder === undefined ? null : client.code2ProtocolConverter.asUri(folder.uri);
}
