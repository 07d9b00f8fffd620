/** The claims view: what the check of the current draft found, claim by claim. */

import { commands, Disposable, l10n, type TreeView, window } from 'vscode';
import type { ClaimsAnswer } from '../../../server/src/lsp/viewProtocol.ts';
import type { ServerConnection } from '../serverConnection.ts';
import type { ClaimsFeed } from './claimsFeed.ts';
import { type ClaimsElement, type ClaimsProvider, createClaimsProvider } from './claimsProvider.ts';
import { isFiltering } from './claimTree.ts';
import { standingName } from './claimTreeItem.ts';
import { followCursor } from './followCursor.ts';

export interface ClaimsView extends Disposable {
  readonly tree: TreeView<ClaimsElement>;
  readonly provider: ClaimsProvider;
}

export function createClaimsView(server: ServerConnection, feed: ClaimsFeed): ClaimsView {
  const provider = createClaimsProvider(server, feed);
  const tree = window.createTreeView<ClaimsElement>('corroborate.claims', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const update = (): void => describe(tree, provider, feed);
  const want = (): void => feed.want('claims view', tree.visible ? 'wanted' : 'not-wanted');
  const own = Disposable.from(
    tree,
    provider,
    provider.onDidChangeTreeData(update),
    tree.onDidChangeVisibility(want),
    followCursor(server, feed, tree, provider),
  );
  want();
  update();
  return { tree, provider, dispose: () => own.dispose() };
}

/** What the view says beside its tree: counts, the filter in force, and a welcome where there is nothing to list. */
function describe(tree: TreeView<ClaimsElement>, provider: ClaimsProvider, { claims }: ClaimsFeed): void {
  const { filter, grouping, counts } = provider;
  const filtering = isFiltering(filter);
  const words = filter.text === '' ? [] : [`“${filter.text}”`];
  const shown = [...filter.standings.map(standingName), ...words].join(', ');
  tree.description = filtering ? l10n.t('{0} of {1}: {2}', counts.shown, counts.all, shown) : '';
  const refuted = claims?.answer.claims.filter(({ standing }) => standing === 'refuted').length ?? 0;
  tree.badge =
    refuted === 0
      ? undefined
      : {
          value: refuted,
          tooltip: refuted === 1 ? l10n.t('1 claim is refuted') : l10n.t('{0} claims are refuted', refuted),
        };
  setMessage(tree, messageOf(provider, claims?.answer));
  setContext('claimsState', stateOf(claims?.answer));
  setContext('claimsGrouping', grouping);
  setContext('claimsFiltered', filtering);
}

function messageOf({ filter, counts }: ClaimsProvider, answer: ClaimsAnswer | undefined): string | undefined {
  if (answer?.state === 'problem') return `${answer.text}: ${answer.detail}`;
  if (isFiltering(filter) && counts.shown === 0 && counts.all > 0)
    return l10n.t('No claim passes the filter.');
  return undefined;
}

function setMessage(tree: TreeView<ClaimsElement>, message: string | undefined): void {
  if (message === undefined) delete tree.message;
  else tree.message = message;
}

/** The names that the welcome texts of the manifest go by. */
function stateOf(answer: ClaimsAnswer | undefined): string {
  if (answer === undefined) return 'no-draft';
  return answer.state === 'checked' && answer.claims.length === 0 ? 'no-claims' : answer.state;
}

function setContext(name: string, value: unknown): void {
  void commands.executeCommand('setContext', `corroborate.${name}`, value);
}
