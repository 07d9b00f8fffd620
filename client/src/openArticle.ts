/** Lets the writer pick an article of the corpus and opens it beside the draft. */

import { type QuickPickItem, ViewColumn, window } from 'vscode';
import { ARTICLES_METHOD, type ArticleItem, type ArticlesParams } from '../../server/src/lsp/protocol.ts';
import { DRAFT_LANGUAGES, type ServerConnection } from './serverConnection.ts';

interface ArticlePick extends QuickPickItem {
  readonly article: ArticleItem;
}

export async function openArticle({ client }: ServerConnection): Promise<void> {
  const draft = window.activeTextEditor?.document;
  const isDraft = DRAFT_LANGUAGES.some((language) => language === draft?.languageId);
  const uri = draft !== undefined && isDraft ? client.code2ProtocolConverter.asUri(draft.uri) : null;
  const params: ArticlesParams = { uri };
  const picks = client.sendRequest<ArticleItem[]>(ARTICLES_METHOD, params).then((items) => items.map(toPick));
  const picked = await window.showQuickPick(picks, {
    title: 'Open Article',
    placeHolder: 'Title, outlet or date',
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
