/** Which findings a position or a selection of the draft is about. */

import type { Finding } from '../check/finding.ts';
import type { Span } from '../text/span.ts';

/** The finding under a position: of claims within one another (a figure in a quote) the shortest. */
export function findingAt(findings: readonly Finding[], offset: number): Finding | null {
  return shortestFirst(findingsAt(findings, { start: offset, end: offset }))[0] ?? null;
}

/** The findings whose claims share a character with `span` or touch it, shortest claim first. */
export function findingsAt(findings: readonly Finding[], span: Span): readonly Finding[] {
  return shortestFirst(findings.filter(({ claim }) => claim.start <= span.end && span.start <= claim.end));
}

function shortestFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => length(a.claim) - length(b.claim));
}

function length(span: Span): number {
  return span.end - span.start;
}
