/** Badges: how many claims use an article, at the edge of its row, which a long title does not push out of the view. */

import { type Disposable, l10n, Uri, window } from 'vscode';

/** Stands for a number of claims: rows get badges by their address, and that of the file has those of version control. */
const SCHEME = 'corroborate-uses';

/** The most that a badge of two characters says; the tooltip and the words of the row have the number itself. */
const MOST_SHOWN = 99;

/** The address that gives a row its badge; none for an article that no claim uses. */
export function usesUri(claims: number): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${claims}` });
}

export function showUseBadges(): Disposable {
  return window.registerFileDecorationProvider({
    provideFileDecoration({ scheme, path }) {
      const claims = Number(path.slice(1));
      if (scheme !== SCHEME || claims === 0) return undefined;
      const tooltip =
        claims === 1 ? l10n.t('Evidence for 1 claim') : l10n.t('Evidence for {0} claims', claims);
      return { badge: String(Math.min(claims, MOST_SHOWN)), tooltip };
    },
  });
}
