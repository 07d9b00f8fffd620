/** Coverage: how the claims of each section of a draft stand. */

import type { Finding } from '../check/finding.ts';
import type { Draft } from '../draft/draft.ts';
import { lastStartingBefore } from '../text/span.ts';
import { headingWords } from './draftText.ts';
import { STANDINGS, type Standing } from './standing.ts';

/** A heading with the claims that stand under it and under no heading within. */
export interface PacketSection {
  /** Null for what stands before the first heading. */
  readonly title: string | null;
  readonly claims: number;
  readonly counts: Readonly<Record<Standing, number>>;
}

/** The sections that have claims, in order. `standings` are those of `findings`. */
export function coverageOf(
  draft: Draft,
  findings: readonly Finding[],
  standings: readonly Standing[],
): readonly PacketSection[] {
  const bySection = new Map<number, Standing[]>();
  for (const [index, { claim }] of findings.entries()) {
    const section = lastStartingBefore(draft.headings, claim.start);
    const standing = standings[index];
    if (standing !== undefined) bySection.set(section, [...(bySection.get(section) ?? []), standing]);
  }
  const order = [...bySection].toSorted(([a], [b]) => a - b);
  return order.map(([section, own]) => {
    const heading = draft.headings[section];
    return {
      title: heading === undefined ? null : headingWords(draft, heading),
      claims: own.length,
      counts: countsOf(own),
    };
  });
}

function countsOf(standings: readonly Standing[]): Readonly<Record<Standing, number>> {
  const of = (standing: Standing): number => standings.filter((each) => each === standing).length;
  const [supported, refuted, conflicting, missing, verified] = STANDINGS.map(of);
  return {
    supported: supported ?? 0,
    refuted: refuted ?? 0,
    'conflicting-evidence': conflicting ?? 0,
    'not-enough-evidence': missing ?? 0,
    verified: verified ?? 0,
  };
}
