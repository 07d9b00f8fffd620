/** Applies the ledger to findings: what a person verified is quiet until its sentence or its source changes. */

import type { Finding, SignOff } from '../check/finding.ts';
import type { CheckOptions } from '../check/options.ts';
import { severityOf } from '../check/severity.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import type { Draft } from '../draft/draft.ts';
import { suppress } from '../draft/suppression.ts';
import type { Commented } from '../draft/suppressionDirectives.ts';
import { signOffOutdatedMessage } from '../rules/sign-off-outdated.ts';
import { articleName, sourceName } from '../rules/wording.ts';
import { type ClaimPlace, placesOf } from './claimPlace.ts';
import { type Digest, nameOf, type Verification } from './decision.ts';
import { type LedgerView, verificationsInForce } from './inForce.ts';
import { type Match, matchDecisions } from './matchDecisions.ts';
import { type SourceChange, sourceChange } from './sources.ts';

/** What a decision is held against. */
export interface Surroundings {
  readonly articles: Pick<CorpusIndex, 'article'>;
  readonly options: CheckOptions;
  readonly digest: Digest;
}

/**
 * The findings, each signed-off one with its `signedOff`: quiet where the decision holds; where sentence or source
 * changed, reported as such with what the articles say, unless these bear the claim out by now.
 */
export async function applyLedger(
  draft: Pick<Draft, 'text' | 'comments' | 'language'>,
  findings: readonly Finding[],
  view: LedgerView | null,
  surroundings: Surroundings,
): Promise<readonly Finding[]> {
  if (view === null) return findings;
  const decisions = verificationsInForce(view);
  if (decisions.length === 0) return findings;
  const places = placesOf(draft, findings);
  const matches = new Map(
    matchDecisions(places, decisions, view.draft).map((match) => [match.claim, match] as const),
  );
  const applied = findings.map(async (finding, index) => {
    const match = matches.get(index);
    const place = places[index];
    if (match === undefined || place === undefined) return finding;
    return signed(
      finding,
      match,
      await changeSince(finding, place, match, surroundings),
      surroundings.options,
    );
  });
  return suppressOutdated(draft, await Promise.all(applied));
}

/** A comment of the draft holds for outdated sign-offs as for every other code. */
function suppressOutdated(draft: Commented, findings: readonly Finding[]): readonly Finding[] {
  const outdated = findings.filter(({ code }) => code === 'sign-off-outdated');
  if (outdated.length === 0) return findings;
  const suppressed = new Map(suppress(draft, outdated).map((finding) => [finding.claim, finding] as const));
  return findings.map((finding) => suppressed.get(finding.claim) ?? finding);
}

function signed(
  finding: Finding,
  { decision }: Match,
  change: string | null,
  options: CheckOptions,
): Finding {
  const signedOff = signOffOf(decision, change);
  if (change === null) return { ...finding, code: null, severity: null, signedOff };
  const severity = severityOf('sign-off-outdated', options);
  if (finding.verdict === 'supported' || severity === null) return { ...finding, signedOff };
  const message = signOffOutdatedMessage(signedOff, change, finding.message);
  return { ...finding, code: 'sign-off-outdated', severity, message, signedOff };
}

function signOffOf({ id, person, date, reason }: Verification, change: string | null): SignOff {
  return { id, person: nameOf(person), date: date.slice(0, 'YYYY-MM-DD'.length), reason, change };
}

/** What changed since the decision, as the end of a sentence; null when nothing did. */
async function changeSince(
  finding: Finding,
  place: ClaimPlace,
  { decision, sentence }: Match,
  { articles, digest }: Surroundings,
): Promise<string | null> {
  if (sentence === 'changed') {
    return place.claim === decision.claim
      ? 'the sentence has changed since'
      : `the claim read “${decision.claim}” then`;
  }
  const change = await sourceChange(decision, finding, articles, digest);
  return change === null ? null : changeText(change);
}

function changeText(change: SourceChange): string {
  switch (change.kind) {
    case 'article-gone':
      return `the article ${change.article} is no longer there`;
    case 'passage-changed':
      return `the passage of ${articleName(change.article)} has changed since`;
    case 'new-passage':
      return `${sourceName(change.evidence)} has come to bear on it since`;
  }
}
