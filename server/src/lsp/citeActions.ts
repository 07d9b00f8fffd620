/** Quick fixes that cite: each article that bears a claim out, all of them, or the one that corrects it. */

import type { Evidence, Finding } from '../check/finding.ts';
import type { CitationPlan } from '../cite/plan.ts';
import { sourceInMenu } from '../rules/wording.ts';
import { overlaps } from '../text/span.ts';
import type { Checked } from './checks.ts';
import { planFor, sourcesOf, supporting } from './citing.ts';
import type { Action } from './codeActions.ts';
import type { Session } from './session.ts';
import { planEdit } from './workspaceEdits.ts';

/** More articles than these are one “Cite all”, and found in the hover: a menu is read at a glance. */
const MOST_CITED = 4;

/** Best article first. Nothing is offered that the sentence cites already. */
export async function citeActions(
  session: Session,
  checked: Checked,
  finding: Finding,
): Promise<readonly Action[]> {
  switch (finding.verdict) {
    case 'supported':
    case 'conflicting-evidence':
      return citeSupporting(session, checked, finding);
    case 'refuted':
      return correctAndCite(session, checked, finding);
    case 'not-enough-evidence':
      return [];
  }
}

async function citeSupporting(
  session: Session,
  checked: Checked,
  finding: Finding,
): Promise<readonly Action[]> {
  const articles = supporting(finding);
  const single: Action[] = [];
  for (const article of articles.slice(0, MOST_CITED)) {
    const plan = await planForClaim(checked, finding, [article]);
    single.push(...toActions(session, checked, `Cite ${sourceInMenu(article)}`, plan));
  }
  if (articles.length < 2 || single.length < 2) return single;
  const all = await planForClaim(checked, finding, articles);
  return [...single, ...toActions(session, checked, `Cite all ${articles.length} supporting articles`, all)];
}

async function planForClaim(
  checked: Checked,
  { claim }: Finding,
  articles: readonly Evidence[],
): Promise<CitationPlan | null> {
  const sources = await sourcesOf(checked, articles);
  return planFor(checked, [{ sentence: claim.sentence, sources }]);
}

/** The correction alone would leave the sentence without its source. */
async function correctAndCite(
  session: Session,
  checked: Checked,
  finding: Finding,
): Promise<readonly Action[]> {
  const [fix] = finding.fixes;
  const [best] = finding.evidence;
  if (fix === undefined || best === undefined) return [];
  const plan = await planForClaim(checked, finding, [best]);
  if (plan === null) return [];
  const meets = fix.edits.some((edit) => plan.draft.some((each) => overlaps(edit, each)));
  if (meets) return [];
  const draft = [...fix.edits, ...plan.draft].toSorted((a, b) => a.start - b.start);
  return toActions(session, checked, `${fix.title} and cite ${sourceInMenu(best)}`, { ...plan, draft });
}

function toActions(session: Session, checked: Checked, title: string, plan: CitationPlan | null): Action[] {
  const edit = plan === null ? null : planEdit(session.client, checked, plan, null);
  return edit === null ? [] : [{ title, edit }];
}
