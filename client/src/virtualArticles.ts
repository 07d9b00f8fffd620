/** Texts of articles that were taken out of their files (PDF, pages, archives), as read-only documents, and the way back. */

import {
  commands,
  type Disposable,
  EventEmitter,
  env,
  l10n,
  Range,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  ARTICLE_SCHEME,
  ARTICLE_TEXT_METHOD,
  type ArticleText,
  type ArticleTextParams,
} from '../../server/src/lsp/protocol.ts';
import { tabOf } from './passageReader.ts';
import type { ServerConnection } from './serverConnection.ts';

/** Registers the documents, which follow their files, and the command that opens the file behind one. */
export function registerVirtualArticles(server: ServerConnection): readonly Disposable[] {
  const changed = new EventEmitter<Uri>();
  const provider: TextDocumentContentProvider = {
    provideTextDocumentContent: async (uri) => (await askForText(server, uri)).text,
    onDidChange: changed.event,
  };
  return [
    changed,
    server.onDidChangeSources(() => {
      for (const { uri } of workspace.textDocuments) {
        // VS Code keeps documents for a while whose tab is closed, and their articles may be gone.
        if (uri.scheme === ARTICLE_SCHEME && tabOf(uri) !== undefined) changed.fire(uri);
      }
    }),
    workspace.registerTextDocumentContentProvider(ARTICLE_SCHEME, provider),
    commands.registerCommand('corroborate.openOriginal', (uri: unknown, opener: unknown) =>
      openOriginal(
        server,
        uri instanceof Uri ? uri : window.activeTextEditor?.document.uri,
        isOpener(opener) ? opener : (file) => env.openExternal(file),
      ),
    ),
  ];
}

/** Rejects with a message for the reader when the article is gone. */
async function askForText({ client }: ServerConnection, uri: Uri): Promise<ArticleText> {
  const params: ArticleTextParams = { uri: client.code2ProtocolConverter.asUri(uri) };
  const answer = await client.sendRequest<ArticleText | null>(ARTICLE_TEXT_METHOD, params);
  if (answer === null) throw new Error(l10n.t('The article is no longer among the sources.'));
  return answer;
}

/** Files that an editor shows as well as any other program does, at the right line. */
const TEXT_FILE = /\.(?:jsonl?|jsonlines|ndjson|csv|tsv|eml)$/i;

/** Opens a file outside of the editor; resolves with whether it could. An extension that runs the command may bring its own. */
type Opener = (file: Uri) => Thenable<boolean>;

function isOpener(given: unknown): given is Opener {
  return typeof given === 'function';
}

async function openOriginal(server: ServerConnection, uri: Uri | undefined, opener: Opener): Promise<void> {
  if (uri?.scheme !== ARTICLE_SCHEME) return;
  const { original, line } = await askForText(server, uri);
  const file = server.client.protocol2CodeConverter.asUri(original);
  if (TEXT_FILE.test(file.path)) {
    const at = Math.max(0, (line ?? 1) - 1);
    await window.showTextDocument(file, { selection: new Range(at, 0, at, 0) });
    return;
  }
  // Where nothing outside can open it, as on a remote machine, the editor does what it can.
  if (!(await opener(file))) await commands.executeCommand('vscode.open', file);
}
