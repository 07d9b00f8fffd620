/** Speech: what a draft says was said, by whom, and how everybody is called, looked up again only where it changed. */

import { findAttributions } from '../claims/attribution.ts';
import type { AttributionClaim, Claim, QuoteClaim } from '../claims/claim.ts';
import { findQuotes, sourceClaim } from '../claims/quote.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import type { Draft } from '../draft/draft.ts';
import type { Recollection } from '../draft/recollection.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { checkAttributions } from './attributions/checkAttributions.ts';
import { carryOver } from './carryOver.ts';
import type { Finding } from './finding.ts';
import type { CheckMemory } from './memory.ts';
import { checkNames } from './names/checkNames.ts';
import { rememberingNames } from './names/rememberingNames.ts';
import type { CheckOptions } from './options.ts';
import type { Pace } from './pace.ts';
import { checkQuotes } from './quotes/checkQuotes.ts';
import { rememberingQuotes } from './quotes/rememberingQuotes.ts';
import { sourceReach } from './quotes/speakers.ts';

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
  const attributions = findAttributions(text, sentences, quotes, memory.reading.names);
  await pace.step();
  const corpus = rememberingQuotes(index.quotes, memory.passages);
  const draft = { text, style: styleOf(text) };
  const quoteFindings = await checkChanged(draft, quotes, memory.speech, pace, (changed) =>
    checkQuotes(text, changed, corpus, options, pace),
  );
  const attributionFindings = await checkChanged(draft, attributions, memory.speech, pace, (changed) =>
    checkAttributions(text, changed, corpus, options, pace),
  );
  const names = rememberingNames(index.names, memory);
  return [
    ...quoteFindings,
    ...attributionFindings,
    ...(await checkNames(text, sentences, quotes, names, options, pace)),
  ];
}

type SpokenClaim = QuoteClaim | AttributionClaim;

/** The draft's text and how it writes apostrophes. */
interface StyledText {
  readonly text: string;
  readonly style: string;
}

/** Claims looked up between two steps of the pace: comparing one with the articles takes about half a millisecond. */
const BATCH = 8;

/** The findings on `claims` in order; `check` is asked for those that `kept` does not know, a few at a time. */
async function checkChanged<Claim extends SpokenClaim>(
  { text, style }: StyledText,
  claims: readonly Claim[],
  kept: Recollection<readonly Finding[]>,
  pace: Pace,
  check: (changed: readonly Claim[]) => Promise<readonly Finding[]>,
): Promise<Finding[]> {
  const keyed = claims.map((claim) => ({ claim, key: `${style} ${keyOf(text, claim)}` }));
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
  return keyed.flatMap(({ claim, key }) => {
    const findings = (kept.recall(key) ?? []).map((finding) => carryOver(finding, ownClaim(finding, claim)));
    kept.store(key, findings);
    return findings;
  });
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

/**
 * UTF-16 units on either side of a claim and its sentence that its findings may depend on: what announces a title
 * stands within 30 before a quote, and the next word tells where a correction ends.
 */
const AROUND = 40;

/** Everything in the draft that the findings on a claim depend on, but for the style of its apostrophes. */
function keyOf(text: string, claim: SpokenClaim): string {
  const spans = [claim, claim.sentence, ...spansOf(claim)];
  const first = Math.min(...spans.map(({ start }) => start)) - AROUND;
  const from = Math.max(0, Math.min(first, claim.start - sourceReach(claim)));
  const to = Math.max(...spans.map(({ end }) => end)) + AROUND;
  const places = spans.map(({ start, end }) => `${start - claim.start}-${end - claim.start}`);
  const speaker = claim.attribution?.speaker ?? '';
  return `${claim.kind} ${claim.start - from} ${places.join()} ${speaker}\n${text.slice(from, to)}`;
}

/** The places of a claim beside its own span, always in the same order. */
function spansOf(claim: SpokenClaim): readonly Span[] {
  const { attribution } = claim;
  const said = attribution === null ? [] : [attribution.source, attribution.cue, attribution.content];
  return claim.kind === 'quote' ? [...said, ...claim.parts] : said;
}
