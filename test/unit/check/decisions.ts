/** Decisions on the figures of short drafts against short articles, for tests. */

import assert from 'node:assert/strict';
import { NEVER } from '../../../server/src/check/cancellation.ts';
import { askAbout, assessFigures, withQuantities } from '../../../server/src/check/figures/assessFigures.ts';
import { type Decision, decide } from '../../../server/src/check/figures/decide.ts';
import { POLICY, type Policy } from '../../../server/src/check/figures/policy.ts';
import { createPace } from '../../../server/src/check/pace.ts';
import { createMemoryIndex } from '../../../server/src/corpus/index/memoryIndex.ts';
import { analyseDraft } from '../../../server/src/draft/analyse.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { article } from '../quotes/article.ts';

/** A model that takes every figure to be wrong with a probability of a half, which is enough here. */
export const EVERYTHING_WRONG = { ...POLICY, claims: { features: [], trees: [] }, refutedFrom: 0.5 };

export async function decisionOn(
  draft: string,
  source: string,
  policy: Policy = EVERYTHING_WRONG,
): Promise<Decision['kind']> {
  return (await decisionAmong(draft, [source], policy)).kind;
}

/** The decision on the first figure of a draft, against several articles. */
export async function decisionAmong(
  draft: string,
  sources: readonly string[],
  policy: Policy = EVERYTHING_WRONG,
): Promise<Decision> {
  const [first] = await decisionsAmong(draft, sources, policy);
  return first ?? assert.fail('the draft has a figure');
}

/** The decisions on all figures of a draft's sentences, in order. */
export async function decisionsAmong(
  draft: string,
  sources: readonly string[],
  policy: Policy,
): Promise<readonly Decision[]> {
  const index = createMemoryIndex();
  for (const [number, source] of sources.entries()) index.put(article(source, `${number}.txt`).article);
  const sentences = analyseDraft(readDraft('draft.md', 'markdown', draft));
  const asked = withQuantities(sentences).flatMap((at) => askAbout(sentences, at) ?? []);
  const decisions: Decision[] = [];
  for await (const { assessments } of assessFigures(asked, index, createPace(NEVER)))
    decisions.push(...assessments.map((assessment) => decide(assessment, policy)));
  return decisions;
}

/** Whether the fact is told otherwise, with a figure or without. */
export function isRefuted({ kind }: Decision): boolean {
  return kind === 'mismatch' || kind === 'other-fact';
}
