/** Lets the claims view select the claim at the cursor of its draft, while the view is seen and the writer wants it. */

import {
  Disposable,
  type Position,
  type TextEditor,
  TextEditorSelectionChangeKind,
  type TreeView,
  window,
  workspace,
} from 'vscode';
import type { ClaimItem } from '../../../server/src/lsp/viewProtocol.ts';
import type { ServerConnection } from '../serverConnection.ts';
import type { ClaimsFeed } from './claimsFeed.ts';
import type { ClaimsElement, ClaimsProvider } from './claimsProvider.ts';

export function followCursor(
  { client, output }: ServerConnection,
  feed: ClaimsFeed,
  tree: TreeView<ClaimsElement>,
  provider: ClaimsProvider,
): Disposable {
  const follow = (editor: TextEditor | undefined): void => {
    if (editor === undefined || !tree.visible || !isWanted()) return;
    const claim = claimAtCursor(editor);
    const node = claim === undefined ? undefined : provider.nodeOf(claim);
    if (node === undefined || tree.selection[0]?.id === node.id) return;
    // The focus stays where the writer types.
    tree.reveal(node, { select: true, focus: false }).then(undefined, (error: unknown) => {
      output.debug(`claims view: ${String(error)}`);
    });
  };
  const claimAtCursor = ({ document, selection }: TextEditor): ClaimItem | undefined => {
    const { claims } = feed;
    // While the writer types the places of the claims are those of an older text; the next check brings new ones.
    if (claims?.document !== document || claims.answer.version !== document.version) return undefined;
    return claimAt(claims.answer.claims, selection.active, (claim) =>
      client.protocol2CodeConverter.asRange(claim.range),
    );
  };
  return Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // A click in the tree moves the cursor too, by command.
      if (kind !== undefined && kind !== TextEditorSelectionChangeKind.Command) follow(textEditor);
    }),
    provider.onDidChangeTreeData(() => follow(window.activeTextEditor)),
    tree.onDidChangeVisibility(() => follow(window.activeTextEditor)),
  );
}

/** The shortest of the claims that hold the position. */
function claimAt(
  claims: readonly ClaimItem[],
  position: Position,
  rangeOf: (claim: ClaimItem) => import('vscode').Range,
): ClaimItem | undefined {
  return claims
    .filter((claim) => rangeOf(claim).contains(position))
    .toSorted((a, b) => widthOf(a) - widthOf(b))[0];
}

function widthOf({ mark: [start, end] }: ClaimItem): number {
  return end - start;
}

function isWanted(): boolean {
  return workspace.getConfiguration('corroborate').get('claims.followCursor', true);
}
