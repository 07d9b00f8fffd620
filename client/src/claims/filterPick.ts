/** Asks what the claims view is to show: words typed, and how the claims stand. */

import { l10n, type QuickPickItem, window } from 'vscode';
import type { Standing } from '../../../server/src/lsp/viewProtocol.ts';
import { type ClaimFilter, STANDINGS } from './claimTree.ts';
import { standingName } from './claimTreeItem.ts';

interface StandingPick extends QuickPickItem {
  readonly standing: Standing;
}

/** The filter chosen; undefined when the writer thought better of it. `counts` says how many claims stand so. */
export function askForFilter(
  now: ClaimFilter,
  counts: ReadonlyMap<Standing, number>,
): Promise<ClaimFilter | undefined> {
  const pick = window.createQuickPick<StandingPick>();
  pick.title = l10n.t('Filter Claims');
  pick.placeholder = l10n.t('Type words of a claim, tick what to show, press Enter');
  pick.canSelectMany = true;
  pick.items = STANDINGS.filter((standing) => counts.has(standing) || now.standings.includes(standing)).map(
    // The words typed filter claims, not these entries.
    (standing) => ({
      label: standingName(standing),
      description: String(counts.get(standing) ?? 0),
      alwaysShow: true,
      standing,
    }),
  );
  pick.selectedItems = pick.items.filter(({ standing }) => now.standings.includes(standing));
  pick.value = now.text;
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve({ text: pick.value.trim(), standings: pick.selectedItems.map(({ standing }) => standing) });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
