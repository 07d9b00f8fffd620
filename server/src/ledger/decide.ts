/** Decides: the lines that a person's word about a finding adds to the ledger. */

import type { Finding } from '../check/finding.ts';
import type { Draft } from '../draft/draft.ts';
import { placesOf } from './claimPlace.ts';
import { type Decision, type Digest, decisionOf } from './decision.ts';
import { seenPassages } from './sources.ts';

/** Who decides, and when, to the second and with an offset: `2020-01-04T10:00:00+01:00`. */
export interface Decider {
  readonly person: string;
  readonly date: string;
}

/** What is signed off: one of the findings of a draft. */
export interface Subject {
  readonly draft: Pick<Draft, 'text'>;
  /** The draft's path as the ledger writes it. */
  readonly path: string;
  /** All findings of the draft, with the ledger applied or not. */
  readonly findings: readonly Finding[];
  /** One of `findings`. */
  readonly finding: Finding;
}

/**
 * The decision that the claim of `subject.finding` is right for `reason`. It takes the place of the one that the claim
 * has. Null when the finding is none of the findings.
 */
export function verify(
  { draft, path, findings, finding }: Subject,
  { person, date }: Decider,
  reason: string,
  digest: Digest,
): Decision | null {
  const place = placesOf(draft, findings)[findings.indexOf(finding)];
  if (place === undefined) return null;
  const { kind, claim, occurrence, sentence } = place;
  const { verdict, code, signedOff } = finding;
  const content = {
    action: 'verify' as const,
    draft: path,
    kind,
    claim,
    occurrence,
    sentence,
    verdict,
    code,
    reason,
    person,
    date,
    passages: seenPassages(finding, digest),
    replaces: signedOff?.id ?? null,
  };
  return decisionOf(content, digest);
}

/** The decision that the one named `id` holds no longer. */
export function revoke(id: string, { person, date }: Decider, digest: Digest): Decision {
  return decisionOf({ action: 'revoke', revokes: id, person, date }, digest);
}
