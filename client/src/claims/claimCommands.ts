/** What can be done in the claims view: group, filter, and open, correct or cite a claim. */

import { commands, Disposable, l10n, Selection, window } from 'vscode';
import * as z from 'zod';
import { type ClaimTarget, SIGN_OFF_COMMAND } from '../../../server/src/lsp/ledgerProtocol.ts';
import type { ClaimItem, Standing } from '../../../server/src/lsp/viewProtocol.ts';
import { type PassageReader, passageTarget, tabOf } from '../passageReader.ts';
import type { ServerConnection } from '../serverConnection.ts';
import type { ClaimsFeed } from './claimsFeed.ts';
import type { ClaimsElement } from './claimsProvider.ts';
import type { ClaimsView } from './claimsView.ts';
import { NO_FILTER, STANDINGS } from './claimTree.ts';
import { askForFilter } from './filterPick.ts';

export function registerClaimCommands(
  server: ServerConnection,
  feed: ClaimsFeed,
  view: ClaimsView,
  reader: PassageReader,
): Disposable {
  const { provider, tree } = view;
  const register = commands.registerCommand;
  /** A menu names the claim; a key means the one that is selected. */
  const onClaim =
    (act: (claim: ClaimItem, given: unknown) => Promise<unknown>) =>
    async (element: ClaimsElement | undefined, given: unknown): Promise<void> => {
      const claim = claimOf(element ?? tree.selection[0]);
      if (claim !== undefined) await act(claim, given);
    };
  return Disposable.from(
    register('corroborate.groupClaimsByVerdict', () => {
      provider.grouping = 'verdict';
    }),
    register('corroborate.groupClaimsByOrder', () => {
      provider.grouping = 'order';
    }),
    register('corroborate.filterClaims', async (given: unknown) => {
      const filter = givenFilter(given) ?? (await askForFilter(provider.filter, countStandings(feed)));
      if (filter !== undefined) provider.filter = filter;
    }),
    register('corroborate.clearClaimsFilter', () => {
      provider.filter = NO_FILTER;
    }),
    register(
      'corroborate.openEvidence',
      onClaim(async (claim) => {
        const [best] = await provider.passagesOf(claim);
        if (best !== undefined) await reader.open(passageTarget(server.client, best));
      }),
    ),
    register(
      'corroborate.fixClaim',
      onClaim((claim) => atClaim(server, feed, claim, 'editor.action.quickFix')),
    ),
    register(
      'corroborate.citeClaim',
      onClaim((claim) => atClaim(server, feed, claim, 'editor.action.codeAction', citationsOf(claim))),
    ),
    register(
      'corroborate.verifyClaim',
      onClaim(async ({ id }, given) => {
        const claim = claimNamed(feed, id);
        if (claim === undefined || feed.claims === undefined) return;
        const target: ClaimTarget = { uri: feed.claims.answer.uri, position: claim.range.start };
        await commands.executeCommand(SIGN_OFF_COMMAND, target, answersSchema.safeParse(given).data);
      }),
    ),
  );
}

/** What the editor's command for code actions is to offer: only citations, in a menu where there are several. */
function citationsOf({ standing }: ClaimItem) {
  const isReported = standing === 'refuted' || standing === 'conflicting-evidence';
  return { kind: isReported ? 'quickfix.cite' : 'refactor.cite', apply: 'ifSingle' };
}

/** The claim of that name as the last check has it: the tree may still hold that of the check before. */
function claimNamed({ claims }: ClaimsFeed, id: string): ClaimItem | undefined {
  return claims?.answer.claims.find((each) => each.id === id);
}

function claimOf(element: ClaimsElement | undefined): ClaimItem | undefined {
  switch (element?.kind) {
    case 'claim':
      return element.claim;
    case 'passage':
      return element.claim.claim;
    default:
      return undefined;
  }
}

/** Shows the draft with the cursor at the claim and runs an editor's command there. */
async function atClaim(
  { client }: ServerConnection,
  feed: ClaimsFeed,
  { id }: ClaimItem,
  command: string,
  ...given: readonly unknown[]
): Promise<void> {
  const { claims } = feed;
  const claim = claimNamed(feed, id);
  if (claims === undefined || claim === undefined) {
    window.setStatusBarMessage(l10n.t('Corroborate: the draft has changed'), STATUS_SHOWN_FOR);
    return;
  }
  const { start, end } = client.protocol2CodeConverter.asRange(claim.range);
  const viewColumn = tabOf(claims.document.uri)?.group.viewColumn;
  await window.showTextDocument(claims.document, {
    selection: new Selection(end, start),
    ...(viewColumn !== undefined && { viewColumn }),
  });
  await commands.executeCommand(command, ...given);
}

/** Milliseconds. */
const STATUS_SHOWN_FOR = 4000;

function countStandings({ claims }: ClaimsFeed): ReadonlyMap<Standing, number> {
  const groups = Map.groupBy(claims?.answer.claims ?? [], ({ standing }) => standing);
  return new Map([...groups].map(([standing, members]) => [standing, members.length]));
}

const filterSchema = z.object({
  text: z.string().default(''),
  standings: z.array(z.enum([...STANDINGS])).default([]),
});

/** What a caller knows already and the writer is not asked for; a menu gives the selected elements instead. */
const answersSchema = z.object({ reason: z.string(), person: z.string() });

/** What a keybinding gives as `args`: `{ "text": "troops", "standings": ["refuted"] }`. */
function givenFilter(given: unknown): z.infer<typeof filterSchema> | undefined {
  return filterSchema.safeParse(given).data;
}
