/** The claims of the current draft: asked for after each check, and only while somebody shows them. */

import {
  CancellationTokenSource,
  type Disposable,
  type Event,
  EventEmitter,
  type TextDocument,
} from 'vscode';
import { CLAIMS_METHOD, type ClaimsAnswer, type ClaimsParams } from '../../../server/src/lsp/viewProtocol.ts';
import type { CurrentDraft } from '../currentDraft.ts';
import type { ServerConnection } from '../serverConnection.ts';
import type { DraftStatuses } from '../statuses.ts';

/** The claims of one version of a document. */
export interface DraftClaims {
  readonly document: TextDocument;
  readonly answer: ClaimsAnswer;
}

export interface ClaimsFeed extends Disposable {
  readonly claims: DraftClaims | undefined;
  /** Fires when `claims` is another, never for an answer equal to the last. */
  readonly onDidChange: Event<void>;
  /** Says whether `user` shows the claims now. Without users nothing is asked. */
  want(user: string, isWanted: 'wanted' | 'not-wanted'): void;
}

export function createClaimsFeed(
  { client, output }: ServerConnection,
  statuses: DraftStatuses,
  draft: CurrentDraft,
): ClaimsFeed {
  const changed = new EventEmitter<void>();
  const users = new Set<string>();
  let claims: DraftClaims | undefined;
  let asking: CancellationTokenSource | undefined;

  const set = (next: DraftClaims | undefined): void => {
    const isSame = next?.document === claims?.document && sameAnswer(next?.answer, claims?.answer);
    claims = next;
    if (!isSame) changed.fire();
  };

  const ask = async (): Promise<void> => {
    asking?.cancel();
    const { document } = draft;
    if (document === undefined) return set(undefined);
    if (users.size === 0) return;
    const source = new CancellationTokenSource();
    asking = source;
    const params: ClaimsParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    try {
      const answer = await client.sendRequest<ClaimsAnswer | null>(CLAIMS_METHOD, params, source.token);
      if (!source.token.isCancellationRequested) set(answer === null ? undefined : { document, answer });
    } catch (error) {
      // An answer that a later edit made void is followed by another check, which asks anew.
      if (!source.token.isCancellationRequested) output.debug(`claims: ${String(error)}`);
    }
  };

  const subscriptions = [
    changed,
    draft.onDidChange(() => void ask()),
    statuses.onDidChange(({ uri }) => {
      const shown = draft.document?.uri.toString();
      if (client.protocol2CodeConverter.asUri(uri).toString() === shown) void ask();
    }),
  ];
  return {
    get claims() {
      return claims;
    },
    onDidChange: changed.event,
    want(user, isWanted) {
      if (isWanted === 'not-wanted') users.delete(user);
      else if (!users.has(user)) {
        users.add(user);
        void ask();
      }
    },
    dispose() {
      asking?.cancel();
      for (const each of subscriptions) each.dispose();
    },
  };
}

/** Answers of two versions are equal when nothing in them moved. */
function sameAnswer(a: ClaimsAnswer | undefined, b: ClaimsAnswer | undefined): boolean {
  return JSON.stringify(a, withoutVersion) === JSON.stringify(b, withoutVersion);
}

function withoutVersion(key: string, value: unknown): unknown {
  return key === 'version' ? undefined : value;
}
