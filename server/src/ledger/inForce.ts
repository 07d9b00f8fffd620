/** Decisions in force: those of a draft that nobody took back or made anew. */

import type { Decision, Verification } from './decision.ts';

/** What the ledger has for one draft. */
export interface LedgerView {
  readonly decisions: readonly Decision[];
  /** The draft as its path from the folder that holds `.corroborate`, with `/`. */
  readonly draft: string;
  /** Drafts of the ledger that are no longer where they were: what was decided in them follows their sentences. */
  readonly missingDrafts: ReadonlySet<string>;
}

/**
 * The verifications that hold, the newest first. The order of the lines means nothing, so that two branches merge by
 * keeping the lines of both: what a line takes back or replaces it says by name.
 */
export function verificationsInForce({
  decisions,
  draft,
  missingDrafts,
}: LedgerView): readonly Verification[] {
  const ended = new Set<string>();
  for (const decision of decisions) {
    if (decision.action === 'revoke') ended.add(decision.revokes);
    else if (decision.replaces !== null) ended.add(decision.replaces);
  }
  return decisions
    .filter((decision): decision is Verification => decision.action === 'verify' && !ended.has(decision.id))
    .filter((decision) => decision.draft === draft || missingDrafts.has(decision.draft))
    .toSorted((a, b) => Date.parse(b.date) - Date.parse(a.date) || (a.id < b.id ? -1 : 1));
}
