/** The sources view: the articles that drafts are checked against, and what could not be read. */

import { commands, Disposable, l10n, type TreeDragAndDropController, type TreeView, window } from 'vscode';
import type { CurrentDraft } from '../currentDraft.ts';
import type { ServerConnection } from '../serverConnection.ts';
import { fileDrop } from './dropFiles.ts';
import { createSourcesProvider, type SourceNode, type SourcesProvider } from './sourcesProvider.ts';
import { showUseBadges } from './useBadges.ts';

export interface SourcesView extends Disposable {
  readonly provider: SourcesProvider;
  /** Takes what is dropped on the view. */
  readonly drop: TreeDragAndDropController<SourceNode>;
}

export function createSourcesView(server: ServerConnection, draft: CurrentDraft): SourcesView {
  let tree: TreeView<SourceNode> | undefined;
  const provider = createSourcesProvider(server, draft, () => tree?.visible === true);
  const drop = fileDrop(server);
  tree = window.createTreeView<SourceNode>('corroborate.sources', {
    treeDataProvider: provider,
    dragAndDropController: drop,
  });
  const own = Disposable.from(
    tree,
    provider,
    showUseBadges(),
    provider.onDidChangeTreeData(() => describe(tree, provider)),
    tree.onDidChangeVisibility(provider.refresh),
  );
  provider.refresh();
  return { provider, drop, dispose: () => own.dispose() };
}

function describe(tree: TreeView<SourceNode>, { answer }: SourcesProvider): void {
  if (answer === undefined) return;
  const { total, unread, problem } = answer;
  tree.description = total === 0 ? '' : total === 1 ? l10n.t('1 article') : l10n.t('{0} articles', total);
  if (problem === null) delete tree.message;
  else tree.message = l10n.t('The articles could not be read: {0}', problem);
  const state = total === 0 && unread.length === 0 && problem === null ? 'none' : 'listed';
  void commands.executeCommand('setContext', 'corroborate.sourcesState', state);
}
