/** Speech: what a draft says was said, by whom, and how everybody is called, looked up again only where it changed. */

import { findAttributions } from '../claims/attribution.ts';
import type { Claim } from '../claims/claim.ts';
import { findQuotes, sourceClaim } from '../claims/quote.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import { carryValues } from '../draft/carriedList.ts';
import type { Draft } from '../draft/draft.ts';
import type { Recollection } from '../draft/recollection.ts';
import { moveSpan } from '../text/placed.ts';
import type { Sentence } from '../text/sentences.ts';
import { checkAttributions } from './attributions/checkAttributions.ts';
import { carryOver } from './carryOver.ts';
import { keyOf, type SpokenClaim, surroundingsOf } from './claimKeys.ts';
import type { Finding } from './finding.ts';
import { type ClaimFindings, changeOfClaims, type KeptClaims, type StyledText } from './keptClaims.ts';
import type { CheckMemory } from './memory.ts';
import { checkNames } from './names/checkNames.ts';
import { rememberingNames } from './names/rememberingNames.ts';
import type { CheckOptions } from './options.ts';
import type { Pace } from './pace.ts';
import { checkQuotes } from './quotes/checkQuotes.ts';
import { rememberingQuotes } from './quotes/rememberingQuotes.ts';

/** The findings on quotes, reported statements and names, kind by kind in order. Rejects as `checkDraft` does. */
export async function checkSpeech(
  { text, blocks }: Draft,
  sentences: readonly Sentence[],
  index: CorpusIndex,
  options: CheckOptions,
  memory: CheckMemory,
  pace: Pace,
): Promise<Finding[]> {
  const quotes = findQuotes(text, blocks, sentences, memory.reading);
  await pace.step();
  const attributions = findAttributions(text, sentences, quotes, memory.reading);
  await pace.step();
  const corpus = rememberingQuotes(index.quotes, memory.passages);
  const draft = { text, style: styleOf(text) };
  const quoteFindings = await checkChanged(draft, quotes, memory.quotes, memory.speech, pace, (changed) =>
    checkQuotes(text, changed, corpus, options, pace),
  );
  const attributionFindings = await checkChanged(
    draft,
    attributions,
    memory.attributions,
    memory.speech,
    pace,
    (changed) => checkAttributions(text, changed, corpus, options, pace),
  );
  const names = rememberingNames(index.names, memory);
  return [
    ...quoteFindings,
    ...attributionFindings,
    ...(await checkNames(text, sentences, quotes, names, options, pace, memory.naming)),
  ];
}

/** Claims looked up between two steps of the pace: comparing one with the articles takes about half a millisecond. */
const BATCH = 8;

/**
 * The findings on `claims` in order. Those of claims that stand in the same words as before are carried over; `check` is
 * asked for the others that `known` has not, a few at a time.
 */
async function checkChanged<Claim extends SpokenClaim>(
  draft: StyledText,
  claims: readonly Claim[],
  kept: KeptClaims,
  known: Recollection<readonly Finding[]>,
  pace: Pace,
  check: (changed: readonly Claim[]) => Promise<readonly Finding[]>,
): Promise<Finding[]> {
  const change = changeOfClaims(draft, claims, kept);
  const between = claims
    .slice(change.prefix, change.after)
    .map((claim) => ({ claim, key: keyOf(draft.text, claim, draft.style) }));
  const changed = between.filter(({ key }) => known.recall(key) === undefined);
  for (let at = 0; at < changed.length; at += BATCH) {
    await pace.step();
    const batch = changed.slice(at, at + BATCH);
    const found = await check(batch.map(({ claim }) => claim));
    for (const { claim, key } of batch)
      known.store(
        key,
        found.filter((finding) => isAbout(finding, claim)),
      );
  }
  const anew = between.map(({ claim, key }) => {
    const findings = findingsOn(claim, known.recall(key) ?? []);
    known.store(key, findings);
    return { around: surroundingsOf(claim), findings };
  });
  const by = draft.text.length - kept.draft.text.length;
  const values = carryValues(kept.last.values, change, anew, (value, at) => {
    const claim = claims[at];
    return claim === undefined ? value : placedOn(claim, value, by);
  });
  kept.draft = draft;
  kept.last = { items: claims, values };
  return values.flatMap(({ findings }) => findings);
}

/** The findings of a claim that now stands as `claim` does. */
function placedOn(claim: SpokenClaim, { around, findings }: ClaimFindings, by: number): ClaimFindings {
  return { around: moveSpan(around, by), findings: findingsOn(claim, findings) };
}

function findingsOn(claim: SpokenClaim, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => carryOver(finding, ownClaim(finding, claim)));
}

/** Whether a finding is on `claim`, or on the source of that quote. */
function isAbout(finding: Finding, claim: SpokenClaim): boolean {
  if (finding.claim === claim) return true;
  return finding.claim.kind === 'attribution' && finding.claim.attribution === claim.attribution;
}

/** What `finding` is on: `claim`, or the source of that quote where it was on the source before. */
function ownClaim(finding: Finding, claim: SpokenClaim): Claim {
  const onSource = finding.claim.kind === 'attribution' && claim.kind === 'quote';
  return (onSource ? sourceClaim(claim) : null) ?? claim;
}

/** How the draft writes apostrophes, which decides how a correction is written. */
function styleOf(text: string): string {
  return `${text.includes('’') ? '’' : ''}${text.includes("'") ? "'" : ''}`;
}
