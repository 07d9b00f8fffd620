/** The status of a draft in one line, sent to clients that asked for it. */

import { basename } from 'node:path';
import { type Finding, statementsOf, type Verdict } from '../check/finding.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import type { Checked, CheckResult } from './checks.ts';
import { STATUS_METHOD, type StatusParams, type VerdictCounts } from './protocol.ts';
import { isReported } from './reported.ts';
import { inBackground, type Session } from './session.ts';
import { isVerified } from './standing.ts';

export function registerStatus(session: Session): void {
  if (session.client.options.status !== true) return;
  session.checks.onDidCheck((result) => {
    inBackground(session, 'Status', session.connection.sendNotification(STATUS_METHOD, toStatus(result)));
  });
}

/** The status of a check that is over. */
export function toStatus(result: CheckResult): StatusParams {
  const { uri, version } = result.document;
  const status = { uri, version, state: result.state, detail: '', counts: null };
  switch (result.state) {
    case 'checked': {
      const counts = countVerdicts(result.findings);
      return { ...status, text: countsText(counts), detail: corpusText(result), counts };
    }
    case 'article':
      return {
        ...status,
        text: 'An article of the corpus',
        detail: 'Articles are what drafts are checked against.',
      };
    case 'off':
      return { ...status, text: 'Checking is off' };
    case 'no-articles': {
      const places = result.places.map((place) => basename(place)).join(', ');
      return { ...status, text: 'No source articles', detail: noArticlesText(result.index, places) };
    }
    case 'problem':
      return { ...status, text: 'Could not check', detail: result.reason };
  }
}

/** Counts claims by verdict. */
export function countVerdicts(all: readonly Finding[]): VerdictCounts {
  const findings = statementsOf(all);
  const open = findings.filter((each) => !isVerified(each));
  const of = (verdict: Verdict): number => open.filter((each) => each.verdict === verdict).length;
  const refuted = open.filter(({ verdict }) => verdict === 'refuted');
  return {
    claims: findings.length,
    supported: of('supported'),
    refuted: refuted.filter(isReported).length,
    ignored: refuted.filter((finding) => !isReported(finding)).length,
    conflicting: of('conflicting-evidence'),
    notFound: of('not-enough-evidence'),
    verified: findings.length - open.length,
  };
}

/** `12 claims: 9 supported, 2 refuted, 1 not found`; what is zero is left out. */
export function countsText({
  claims,
  supported,
  refuted,
  ignored,
  conflicting,
  notFound,
  verified,
}: VerdictCounts): string {
  if (claims === 0) return 'No claims to check';
  const counts: readonly (readonly [number, string])[] = [
    [supported, 'supported'],
    [refuted, 'refuted'],
    [ignored, 'ignored'],
    [conflicting, 'with articles that disagree'],
    [notFound, 'not found'],
    [verified, 'verified by hand'],
  ];
  const parts = counts.flatMap(([count, label]) => (count === 0 ? [] : [`${count} ${label}`]));
  return `${claims} ${claims === 1 ? 'claim' : 'claims'}: ${parts.join(', ')}`;
}

/** `4 articles read, 1 file skipped`; while there is more to read, how much, what that means and why it stands still. */
function corpusText({ index, halt }: Checked): string {
  const read = readText(index);
  return halt === null ? read : `${read}. ${halt}`;
}

function readText({ size, skipped, pending }: CorpusIndex): string {
  const read = `${size} ${size === 1 ? 'article' : 'articles'} read`;
  if (pending > 0) return `${read}, ${filesText(pending)} to go; nothing is refuted before`;
  if (skipped.length === 0) return read;
  return `${read}, ${skipped.length} ${skipped.length === 1 ? 'file' : 'files'} skipped`;
}

function filesText(count: number): string {
  return `${count} ${count === 1 ? 'file' : 'files'}`;
}

function noArticlesText({ skipped }: CorpusIndex, places: string): string {
  const [first] = skipped;
  if (first === undefined) return `Nothing to read in ${places === '' ? 'the corpus' : places}.`;
  const others = skipped.length === 1 ? '' : ` (and ${skipped.length - 1} more)`;
  return `${basename(first.path)}: ${first.reason}${others}`;
}
