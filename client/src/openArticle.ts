/** Lets the writer pick an article of the corpus and opens it beside the draft. */

import { l10n, type QuickPickItem, ViewColumn, window } from 'vscode';
import { ARTICLES_METHOD, type ArticleItem, type ArticlesParams } from '../../server/src/lsp/protocol.ts';
import type { ServerConnection } from './serverConnection.ts';
import { shownDraft } from './shownDraft.ts';

interface ArticlePick extends QuickPickItem {
  readonly article: ArticleItem;
}

export async function openArticle({ client }: ServerConnection): Promise<void> {
  const draft = shownDraft()?.document;
  const uri = draft === undefined ? null : client.code2ProtocolConverter.asUri(draft.uri);
  const params: ArticlesParams = { uri };
  const picks = client.sendRequest<ArticleItem[]>(ARTICLES_METHOD, params).then((items) => items.map(toPick));
  const picked = await window.showQuickPick(picks, {
    title: l10n.t('Open Article'),
    placeHolder: l10n.t('Title, outlet or date'),
    matchOnDescription: true,
  });
  if (picked === undefined) return;
  const target = client.protocol2CodeConverter.asUri(picked.article.uri);
  await window.showTextDocument(target, { viewColumn: ViewColumn.Beside });
}

function toPick(article: ArticleItem): ArticlePick {
  const description = [article.outlet, article.published].filter((part) => part !== null).join(' · ');
  return { label: article.title, description, article };
}
