/** `source.fixAll.corroborate`: what is provably safe to do without looking at each change. */

import type { CodeAction } from 'vscode-languageserver';
import type { Edit, Finding } from '../check/finding.ts';
import type { CitationPlan } from '../cite/plan.ts';
import { overlaps } from '../text/span.ts';
import type { Checked } from './checks.ts';
import { planFor, uncitedRequests } from './citing.ts';
import { isReported } from './reported.ts';
import { FIX_ALL } from './serverCapabilities.ts';
import type { Session } from './session.ts';
import { planEdit } from './workspaceEdits.ts';

/**
 * Citations of sentences that the articles bear out and that cite nothing, and corrections of which there is one and
 * that no article speaks against. Null when there is nothing to do.
 */
export async function fixAllAction(session: Session, checked: Checked): Promise<CodeAction | null> {
  const corrections = checked.findings.filter(isSafe).flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  const citations = await planFor(checked, await uncitedRequests(checked));
  const plan = combined(corrections, citations);
  const edit = plan === null ? null : planEdit(session.client, checked, plan, null);
  return edit === null ? null : { title: 'Correct and cite what all articles agree on', kind: FIX_ALL, edit };
}

/** Reported, with one way to correct it, which every passage that bears on it calls for. */
export function isSafe(finding: Finding): boolean {
  const { verdict, fixes, evidence } = finding;
  if (verdict !== 'refuted' || !isReported(finding) || fixes.length !== 1) return false;
  const values = new Set(evidence.map(({ value }) => value));
  return evidence.every(({ agrees }) => !agrees) && values.size === 1 && !values.has(null);
}

/** Corrections win where both would change the same place. */
function combined(corrections: readonly Edit[], citations: CitationPlan | null): CitationPlan | null {
  if (corrections.length === 0) return citations;
  const apart = distinctEdits(corrections);
  if (citations === null) return { draft: apart, files: [] };
  if (citations.draft.some((edit) => apart.some((each) => overlaps(edit, each))))
    return { draft: apart, files: [] };
  return { ...citations, draft: [...apart, ...citations.draft].toSorted((a, b) => a.start - b.start) };
}

function distinctEdits(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= edit.start) kept.push(edit);
  }
  return kept;
}
