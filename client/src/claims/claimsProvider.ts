/** The data behind the claims view: the tree of the latest check, and the passages of a claim when it is opened. */

import {
  Disposable,
  type Event,
  EventEmitter,
  type TreeDataProvider,
  type TreeItem,
  type Uri,
  ViewColumn,
} from 'vscode';
import {
  type ClaimItem,
  PASSAGES_METHOD,
  type PassageItem,
  type PassagesParams,
} from '../../../server/src/lsp/viewProtocol.ts';
import { passageTarget, tabOf } from '../passageReader.ts';
import type { ServerConnection } from '../serverConnection.ts';
import type { ClaimsFeed } from './claimsFeed.ts';
import {
  type ClaimFilter,
  type ClaimLeaf,
  type ClaimNode,
  claimTree,
  type Grouping,
  NO_FILTER,
  parentsOf,
} from './claimTree.ts';
import { claimItem, passageItem, sectionItem, standingItem } from './claimTreeItem.ts';

export type ClaimsElement = ClaimNode | PassageNode;

export interface PassageNode {
  readonly kind: 'passage';
  readonly id: string;
  readonly passage: PassageItem;
  readonly claim: ClaimLeaf;
}

export interface ClaimsProvider extends TreeDataProvider<ClaimsElement>, Disposable {
  readonly onDidChangeTreeData: Event<undefined>;
  grouping: Grouping;
  filter: ClaimFilter;
  /** The node of a claim, if it is shown. */
  nodeOf(claim: ClaimItem | undefined): ClaimLeaf | undefined;
  /** The passages of a claim of the current draft, best first. */
  passagesOf(claim: ClaimItem): Promise<readonly PassageItem[]>;
  /** The draft whose claims are shown. */
  readonly draft: Uri | undefined;
  /** How many claims there are, and how many are shown. */
  readonly counts: { readonly all: number; readonly shown: number };
}

export function createClaimsProvider(server: ServerConnection, feed: ClaimsFeed): ClaimsProvider {
  const changed = new EventEmitter<undefined>();
  let grouping: Grouping = 'order';
  let filter = NO_FILTER;
  let roots: readonly ClaimNode[] = [];
  let parents = parentsOf(roots);

  const rebuild = (): void => {
    roots = feed.claims === undefined ? [] : claimTree(feed.claims.answer, grouping, filter);
    parents = parentsOf(roots);
    changed.fire(undefined);
  };
  const passagesOf = async (claim: ClaimItem): Promise<readonly PassageItem[]> => {
    if (feed.claims === undefined) return [];
    const params: PassagesParams = { uri: feed.claims.answer.uri, claim: claim.id };
    return server.client.sendRequest<PassageItem[]>(PASSAGES_METHOD, params);
  };
  const leaves = (): readonly ClaimLeaf[] => [...parents.keys()].filter((node) => node.kind === 'claim');
  const listening = Disposable.from(changed, feed.onDidChange(rebuild));

  return {
    onDidChangeTreeData: changed.event,
    get grouping() {
      return grouping;
    },
    set grouping(next) {
      grouping = next;
      rebuild();
    },
    get filter() {
      return filter;
    },
    set filter(next) {
      filter = next;
      rebuild();
    },
    nodeOf: (claim) => leaves().find((leaf) => leaf.claim.id === claim?.id),
    passagesOf,
    get draft() {
      return feed.claims?.document.uri;
    },
    get counts() {
      return { all: feed.claims?.answer.claims.length ?? 0, shown: leaves().length };
    },
    getParent: (element) =>
      element.kind === 'passage' ? element.claim : (parents.get(element) ?? undefined),
    async getChildren(element) {
      if (element === undefined) return [...roots];
      switch (element.kind) {
        case 'section':
        case 'standing':
          return [...element.children];
        case 'claim':
          return (await passagesOf(element.claim)).map((passage, index) =>
            passageNode(element, passage, index),
          );
        case 'passage':
          return [];
      }
    },
    getTreeItem: (element) => toTreeItem(server, element, feed.claims?.document.uri),
    dispose: () => listening.dispose(),
  };
}

function passageNode(claim: ClaimLeaf, passage: PassageItem, index: number): PassageNode {
  return { kind: 'passage', id: `${claim.id} passage ${index}`, passage, claim };
}

function toTreeItem({ client }: ServerConnection, element: ClaimsElement, draft: Uri | undefined): TreeItem {
  const item = itemOf();
  // Draft and grouping are no part of the id: what was opened stays open.
  item.id = element.id;
  return item;

  function itemOf(): TreeItem {
    switch (element.kind) {
      case 'section':
        return sectionItem(element);
      case 'standing':
        return standingItem(element);
      case 'claim': {
        if (draft === undefined) return claimItem(element, undefined);
        const selection = client.protocol2CodeConverter.asRange(element.claim.range);
        const viewColumn = tabOf(draft)?.group.viewColumn ?? ViewColumn.Active;
        // VS Code’s own command keeps the focus in the tree for a click and gives it to the draft for Enter.
        const open = { title: '', command: 'vscode.open', arguments: [draft, { selection, viewColumn }] };
        return claimItem(element, open);
      }
      case 'passage': {
        const target = passageTarget(client, element.passage);
        const open = { title: '', command: 'corroborate.openPassage', arguments: [target] };
        return passageItem(element.passage, open);
      }
    }
  }
}
