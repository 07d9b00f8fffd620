/** Lets the claims view select the claim at the cursor of its draft, while the view is seen and the writer wants it. */

import { Disposable, type Range, type TextEditor, type TreeView, window, workspace } from 'vscode';
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
  const rangeOf = (claim: ClaimItem): Range => client.protocol2CodeConverter.asRange(claim.range);
  const follow = (editor: TextEditor | undefined): void => {
    const { claims } = feed;
    if (editor === undefined || !tree.visible || !isWanted()) return;
    // While the writer types the places of the claims are those of an older text; the next check brings new ones.
    if (claims?.document !== editor.document || claims.answer.version !== editor.document.version) return;
    const cursor = editor.selection.active;
    const here = claims.answer.claims.filter((claim) => rangeOf(claim).contains(cursor));
    const selected = selectedClaim(tree);
    // Of claims within one another, the one that was chosen in the tree stays.
    if (here.some(({ id }) => id === selected)) return;
    const node = provider.nodeOf(here.toSorted((a, b) => compareWidth(rangeOf(a), rangeOf(b)))[0]);
    if (node === undefined) return;
    // The focus stays where the writer types.
    tree.reveal(node, { select: true, focus: false }).then(undefined, (error: unknown) => {
      output.debug(`claims view: ${String(error)}`);
    });
  };
  return Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor)),
    provider.onDidChangeTreeData(() => follow(window.activeTextEditor)),
    tree.onDidChangeVisibility(() => follow(window.activeTextEditor)),
  );
}

/** The id of the claim that is selected in the tree, or one of whose passages is. */
function selectedClaim(tree: TreeView<ClaimsElement>): string | undefined {
  const [element] = tree.selection;
  if (element?.kind === 'claim') return element.claim.id;
  return element?.kind === 'passage' ? element.claim.claim.id : undefined;
}

/** Of ranges that hold one position, the one that begins last is within the others; of two such, the one that ends first. */
function compareWidth(a: Range, b: Range): number {
  return b.start.compareTo(a.start) || a.end.compareTo(b.end);
}

function isWanted(): boolean {
  return workspace.getConfiguration('corroborate').get('claims.followCursor', true);
}
