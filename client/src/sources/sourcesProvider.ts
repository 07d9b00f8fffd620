/** The data behind the sources view: the articles, and the files that could not be read, with the reason. */

import {
  CancellationTokenSource,
  Disposable,
  type Event,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import type { SourceItem, SourcesAnswer, UnreadItem } from '../../../server/src/lsp/viewProtocol.ts';
import type { CurrentDraft } from '../currentDraft.ts';
import type { ServerConnection } from '../serverConnection.ts';
import { askForSources } from './sourcesRequest.ts';
import { usesUri } from './useBadges.ts';

export type SourceNode =
  | { readonly kind: 'article'; readonly article: SourceItem }
  | { readonly kind: 'more'; readonly count: number }
  | { readonly kind: 'unread'; readonly files: readonly UnreadItem[] }
  | { readonly kind: 'file'; readonly file: UnreadItem };

export interface SourcesProvider extends TreeDataProvider<SourceNode>, Disposable {
  readonly onDidChangeTreeData: Event<undefined>;
  /** The answer on show; undefined before the first. */
  readonly answer: SourcesAnswer | undefined;
  /** Asks anew, if the view is seen, now or when it is. */
  refresh(): void;
}

/** Most articles that the tree lists; more are found by *Open Article…*, which looks through all. */
const MOST_LISTED = 500;

export function createSourcesProvider(
  server: ServerConnection,
  draft: CurrentDraft,
  isSeen: () => boolean,
): SourcesProvider {
  const changed = new EventEmitter<undefined>();
  let answer: SourcesAnswer | undefined;
  let asking: CancellationTokenSource | undefined;

  const ask = async (): Promise<void> => {
    asking?.cancel();
    const source = new CancellationTokenSource();
    asking = source;
    try {
      const next = await askForSources(server, draft.document?.uri, MOST_LISTED, source.token);
      if (source.token.isCancellationRequested) return;
      const isSame = JSON.stringify(next) === JSON.stringify(answer);
      answer = next;
      if (!isSame) changed.fire(undefined);
    } catch (error) {
      if (!source.token.isCancellationRequested) server.output.debug(`sources: ${String(error)}`);
    }
  };
  const refresh = (): void => {
    if (isSeen()) void ask();
  };
  const listening = Disposable.from(changed, server.onDidChangeSources(refresh), draft.onDidChange(refresh));
  return {
    onDidChangeTreeData: changed.event,
    get answer() {
      return answer;
    },
    refresh,
    getChildren(element) {
      if (element === undefined) return answer === undefined ? [] : rootsOf(answer);
      return element.kind === 'unread' ? element.files.map((file) => ({ kind: 'file', file })) : [];
    },
    getTreeItem: (element) => toTreeItem(server, element),
    dispose() {
      asking?.cancel();
      listening.dispose();
    },
  };
}

function rootsOf({ articles, total, unread }: SourcesAnswer): SourceNode[] {
  const more = total - articles.length;
  return [
    ...articles.map((article): SourceNode => ({ kind: 'article', article })),
    ...(more > 0 ? [{ kind: 'more', count: more } as const] : []),
    ...(unread.length > 0 ? [{ kind: 'unread', files: unread } as const] : []),
  ];
}

function toTreeItem({ client }: ServerConnection, node: SourceNode): TreeItem {
  switch (node.kind) {
    case 'article': {
      const item = articleItem(node.article);
      const uri = client.protocol2CodeConverter.asUri(node.article.uri);
      item.command = { title: '', command: 'corroborate.readArticle', arguments: [uri] };
      return item;
    }
    case 'more': {
      const label = l10n.t('{0} more: find them with Open Article…', node.count);
      const item = new TreeItem(label);
      item.accessibilityInformation = { label };
      item.iconPath = new ThemeIcon('search');
      item.command = { title: '', command: 'corroborate.openArticle' };
      return item;
    }
    case 'unread': {
      const item = new TreeItem(l10n.t('Not read'), TreeItemCollapsibleState.Expanded);
      item.id = 'unread';
      item.description = String(node.files.length);
      item.accessibilityInformation = { label: unreadText(node.files.length) };
      item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
      return item;
    }
    case 'file': {
      const item = fileItem(node.file);
      const uri = client.protocol2CodeConverter.asUri(node.file.uri);
      item.command = { title: '', command: 'revealInExplorer', arguments: [uri] };
      return item;
    }
  }
}

function unreadText(files: number): string {
  return files === 1 ? l10n.t('Not read: 1 file') : l10n.t('Not read: {0} files', files);
}

function articleItem({ title, outlet, published, uses, contradicted }: SourceItem): TreeItem {
  const item = new TreeItem(shortened(title));
  const said = [outlet, published].filter((part) => part !== null);
  const used = usesText(uses, contradicted);
  item.description = [...said, ...(used === '' ? [] : [used])].join(' · ');
  item.tooltip = [title, said.join(', '), used === '' ? l10n.t('Not used by a claim checked so far') : used]
    .filter((line) => line !== '')
    .join('\n');
  item.iconPath = new ThemeIcon('file-text');
  item.resourceUri = usesUri(uses + contradicted);
  item.accessibilityInformation = { label: [title, ...said, used].filter((part) => part !== '').join(', ') };
  item.contextValue = 'article';
  return item;
}

/** Long titles would push outlet, date and uses out of the view; the tooltip has them whole. */
function shortened(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const space = title.lastIndexOf(' ', LONGEST_TITLE);
  return `${title.slice(0, space > 0 ? space : LONGEST_TITLE)}…`;
}

/** UTF-16 units. */
const LONGEST_TITLE = 48;

function usesText(uses: number, contradicted: number): string {
  const parts = [
    ...(uses === 0 ? [] : [uses === 1 ? l10n.t('1 claim') : l10n.t('{0} claims', uses)]),
    ...(contradicted === 0
      ? []
      : [contradicted === 1 ? l10n.t('contradicts 1') : l10n.t('contradicts {0}', contradicted)]),
  ];
  return parts.join(', ');
}

function fileItem({ name, reason }: UnreadItem): TreeItem {
  const item = new TreeItem(name);
  item.description = reason;
  item.tooltip = `${name}: ${reason}`;
  item.iconPath = new ThemeIcon('circle-slash');
  item.accessibilityInformation = { label: l10n.t('{0}, not read: {1}', name, reason) };
  item.contextValue = 'unreadFile';
  return item;
}
