/** Carrying over: a finding of an earlier check on the same claim, put where the claim stands now. */

import type { Claim } from '../claims/claim.ts';
import { moveSpan } from '../text/placed.ts';
import type { Finding, Fix } from './finding.ts';

/** `finding` as it would be made on `claim`, which is the claim it was made on, moved; the same object if it was not. */
export function carryOver(finding: Finding, claim: Claim): Finding {
  const by = claim.start - finding.claim.start;
  // A sentence that is the same object stands where it stood, and so does all that is in it.
  if (by === 0 && claim.sentence === finding.claim.sentence) return finding;
  const { fixes } = finding;
  // Most have none.
  return { ...finding, claim, fixes: fixes.length === 0 ? fixes : fixes.map((fix) => moveFix(fix, by)) };
}

function moveFix(fix: Fix, by: number): Fix {
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...moveSpan(edit, by) })) };
}
