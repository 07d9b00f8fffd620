/** Speech: what a draft says was said, by whom, and how everybody is called, looked up again only where it changed. */

import { findAttributions } from '../claims/attribution.ts';
import type { Claim } from '../claims/claim.ts';
import { findQuotes, sourceClaim } from '../claims/quote.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import type { Draft } from '../draft/draft.ts';
import type { Recollection } from '../draft/recollection.ts';
import type { Sentence } from '../text/sentences.ts';
import { checkAttributions } from './attributions/checkAttributions.ts';
import { carryOver } from './carryOver.ts';
import { type ClaimKeys, keyAt, type SpokenClaim } from './claimKeys.ts';
import type { Finding } from './finding.ts';
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
  const { quoteKeys, attributionKeys, speech: findings } = memory;
  const keptQuotes = { keys: quoteKeys, findings };
  const quoteFindings = await checkChanged(draft, quotes, keptQuotes, pace, (changed) =>
    checkQuotes(text, changed, corpus, options, pace),
  );
  const keptAttributions = { keys: attributionKeys, findings };
  const attributionFindings = await checkChanged(draft, attributions, keptAttributions, pace, (changed) =>
    checkAttributions(text, changed, corpus, options, pace),
  );
  const names = rememberingNames(index.names, memory);
  return [
    ...quoteFindings,
    ...attributionFindings,
    ...(await checkNames(text, sentences, quotes, names, options, pace, memory.naming)),
  ];
}

/** The draft's text and how it writes apostrophes. */
interface StyledText {
  readonly text: string;
  readonly style: string;
}

/** What is kept of the claims of one kind: their keys, and the findings on each by its key. */
interface KeptClaims {
  readonly keys: ClaimKeys;
  readonly findings: Recollection<readonly Finding[]>;
}

/** Claims looked up between two steps of the pace: comparing one with the articles takes about half a millisecond. */
const BATCH = 8;

/** The findings on `claims` in order; `check` is asked for those that `kept` does not know, a few at a time. */
async function checkChanged<Claim extends SpokenClaim>(
  { text, style }: StyledText,
  claims: readonly Claim[],
  { keys, findings: kept }: KeptClaims,
  pace: Pace,
  check: (changed: readonly Claim[]) => Promise<readonly Finding[]>,
): Promise<Finding[]> {
  keys.begin(text);
  const keyed = claims.map((claim) => ({ claim, key: keyAt(text, claim, style, keys) }));
  keys.end();
  const changed = keyed.filter(({ key }) => kept.recall(key) === undefined);
  for (let at = 0; at < changed.length; at += BATCH) {
    await pace.step();
    const batch = changed.slice(at, at + BATCH);
    const found = await check(batch.map(({ claim }) => claim));
    for (const { claim, key } of batch)
      kept.store(
        key,
        found.filter((finding) => isAbout(finding, claim)),
      );
  }
  const told: Finding[] = [];
  for (const { claim, key } of keyed) {
    const known = kept.recall(key) ?? [];
    const findings = known.map((finding) => carryOver(finding, ownClaim(finding, claim)));
    if (findings.some((finding, at) => finding !== known[at])) kept.store(key, findings);
    for (const finding of findings) told.push(finding);
  }
  return told;
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
