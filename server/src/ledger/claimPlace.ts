/** Places of claims: by what a claim is found again when the draft around it has changed. */

import type { Finding } from '../check/finding.ts';
import type { Draft } from '../draft/draft.ts';
import { oneLine, type Verification } from './decision.ts';

/** A claim within its sentence, without where either stands in the draft. */
export type ClaimPlace = Pick<Verification, 'kind' | 'claim' | 'occurrence' | 'sentence'>;

/** The place of each finding's claim, in their order. */
export function placesOf(draft: Pick<Draft, 'text'>, findings: readonly Finding[]): readonly ClaimPlace[] {
  const seen = new Map<string, number>();
  return findings.map(({ claim: { kind, text, sentence } }) => {
    const claim = oneLine(text);
    const key = JSON.stringify([kind, claim, sentence.start]);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return { kind, claim, occurrence, sentence: oneLine(draft.text.slice(sentence.start, sentence.end)) };
  });
}

/** Two places with one key are the same words in the same sentence. */
export function keyOf({ kind, claim, occurrence, sentence }: ClaimPlace): string {
  return JSON.stringify([kind, claim, occurrence, sentence]);
}
