/** Lets the writer pick an article of the corpus, by words with slips in them, and opens it beside the draft. */

import { l10n, type QuickPick, type QuickPickItem, window } from 'vscode';
import { ARTICLES_METHOD, type ArticleItem, type ArticlesParams } from '../../server/src/lsp/protocol.ts';
import type { PassageReader } from './passageReader.ts';
import type { ServerConnection } from './serverConnection.ts';
import { shownDraft } from './shownDraft.ts';

interface ArticlePick extends QuickPickItem {
  readonly article: ArticleItem;
}

/** `words` is what the picker begins with. */
export async function openArticle(
  { client }: ServerConnection,
  reader: PassageReader,
  words: string,
): Promise<void> {
  const draft = shownDraft()?.document;
  const uri = draft === undefined ? null : client.code2ProtocolConverter.asUri(draft.uri);
  const params: ArticlesParams = { uri };
  const pick = window.createQuickPick<ArticlePick>();
  pick.title = l10n.t('Open Article');
  pick.placeholder = l10n.t('Title, outlet or date');
  pick.matchOnDescription = true;
  pick.value = words;
  const picked = await pickFrom(pick, client.sendRequest<ArticleItem[]>(ARTICLES_METHOD, params));
  if (picked !== undefined) await reader.read(client.protocol2CodeConverter.asUri(picked.uri));
}

function pickFrom(
  pick: QuickPick<ArticlePick>,
  listed: Promise<readonly ArticleItem[]>,
): Promise<ArticleItem | undefined> {
  pick.busy = true;
  pick.show();
  const fill = async (): Promise<void> => {
    // Nothing else of the client searches.
    const [articles, { articleSearch }] = await Promise.all([listed, import('./sources/findArticles.ts')]);
    const search = articleSearch(articles);
    const update = (): void => {
      pick.items = search(pick.value).map(toPick);
    };
    pick.onDidChangeValue(update);
    update();
    pick.busy = false;
  };
  const picked = new Promise<ArticleItem | undefined>((resolve, reject) => {
    pick.onDidAccept(() => {
      // Enter before there is anything to choose, or where nothing was found, chooses nothing.
      const [chosen] = pick.activeItems;
      if (chosen !== undefined) resolve(chosen.article);
    });
    pick.onDidHide(() => resolve(undefined));
    fill().catch(reject);
  });
  return picked.finally(() => pick.dispose());
}

function toPick(article: ArticleItem): ArticlePick {
  const description = [article.outlet, article.published].filter((part) => part !== null).join(' · ');
  // The search has chosen already; the picker's own would drop what has a slip in it.
  return {
    label: withoutIcons(article.title),
    description: withoutIcons(description),
    alwaysShow: true,
    article,
  };
}

/** Pickers draw `$(name)` as an icon, unless a backslash stands before it. */
function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
