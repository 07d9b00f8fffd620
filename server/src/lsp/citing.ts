/** Citing in an open draft: what its citations mean, and plans that add some, made anew for each question. */

import type { Evidence, Finding } from '../check/finding.ts';
import type { Bibliography } from '../cite/bibliography/bibliography.ts';
import type { CitationContext, CitationPlan, CitationRequest } from '../cite/plan.ts';
import type { ResolvedDraft } from '../cite/resolve.ts';
import type { CitedSource } from '../cite/source.ts';
import type { Checked } from './checks.ts';

/** What the draft of a check cites. */
export interface Cited {
  readonly bibliography: Bibliography;
  readonly resolved: ResolvedDraft;
}

/** The citations of a checked draft, kept as long as the check is. Rejects as the index does. */
export function citedIn(checked: Checked): Promise<Cited> {
  const known = CITED.get(checked);
  if (known !== undefined) return known;
  const made = resolve(checked);
  CITED.set(checked, made);
  return made;
}

const CITED = new WeakMap<Checked, Promise<Cited>>();

async function resolve({ draft, findings, index, citing }: Checked): Promise<Cited> {
  const [{ bibliographyOf }, { resolveInIndex }] = await Promise.all([
    import('../cite/bibliography/bibliography.ts'),
    import('../cite/resolveInIndex.ts'),
  ]);
  const evidence = findings.flatMap((finding) => finding.evidence);
  const known = evidence.map((each) => ({ ...each, id: each.article, author: null }));
  const bibliography = bibliographyOf(draft, citing.files);
  return { bibliography, resolved: await resolveInIndex(draft, { bibliography, index, known }) };
}

/** The plan that cites what `requests` ask for; null when nothing is left to do. */
export async function planFor(
  checked: Checked,
  requests: readonly CitationRequest[],
): Promise<CitationPlan | null> {
  // Writing Markdown and bibliographies is needed by nothing else before the first quick fix.
  const { planCitations } = await import('../cite/plan.ts');
  const { bibliography, resolved } = await citedIn(checked);
  const { style, template } = checked.citing.settings;
  const context: CitationContext = { resolved, bibliography, style, template };
  return planCitations(checked.draft, requests, context);
}

/** The plan that adds the entry of an article under a key that the draft already has; null when there is one. */
export async function referenceEdit(
  checked: Checked,
  article: string,
  key: string,
): Promise<CitationPlan | null> {
  const { addEntries } = await import('../cite/plan.ts');
  const [{ citedSource }, { referencesOf }] = await Promise.all([
    import('../cite/source.ts'),
    import('../cite/bibliography/bibliography.ts'),
  ]);
  const { bibliography } = await citedIn(checked);
  const found = await checked.index.article(article);
  const isKnown = referencesOf(bibliography).some((reference) => reference.key === key);
  if (found === undefined || isKnown) return null;
  const source = citedSource(found.article, null, 'none');
  return addEntries(checked.draft, [{ key, source }], bibliography);
}

/** The passages that bear a claim out, one an article, best first. */
export function supporting(finding: Finding): readonly Evidence[] {
  const agreeing = finding.evidence.filter(({ agrees }) => agrees);
  return agreeing.filter(({ article }, at) => agreeing.findIndex((each) => each.article === article) === at);
}

/** The articles of `evidence` as they are cited, located where the passages stand. Those that are gone are left out. */
export async function sourcesOf(
  { index, citing }: Checked,
  evidence: readonly Evidence[],
): Promise<readonly CitedSource[]> {
  const { citedSource } = await import('../cite/source.ts');
  const articles = await Promise.all(evidence.map(({ article }) => index.article(article)));
  return evidence.flatMap((each, at) => {
    const article = articles[at]?.article;
    return article === undefined ? [] : [citedSource(article, each, citing.settings.locator)];
  });
}

/** For each sentence with a supported claim and no citation: its best article, in the order of the draft. */
export async function uncitedRequests(checked: Checked): Promise<readonly CitationRequest[]> {
  const { citationsOfSentence } = await import('../cite/resolve.ts');
  const { resolved } = await citedIn(checked);
  const bySentence = Map.groupBy(
    checked.findings.filter(({ verdict, claim }) => verdict === 'supported' && claim.kind !== 'citation'),
    ({ claim }) => claim.sentence.start,
  );
  const requests = [...bySentence]
    .sort(([a], [b]) => a - b)
    .map(async ([, findings]) => {
      const sentence = findings[0]?.claim.sentence;
      if (sentence === undefined) return null;
      if (citationsOfSentence(checked.draft.text, sentence, resolved.citations).length > 0) return null;
      const sources = await sourcesOf(checked, fewestArticles(findings));
      return sources.length === 0 ? null : { sentence, sources };
    });
  return (await Promise.all(requests)).filter((request) => request !== null);
}

/** Articles that between them bear out all claims of a sentence: each claim's best, unless one chosen before has it too. */
function fewestArticles(findings: readonly Finding[]): readonly Evidence[] {
  const chosen: Evidence[] = [];
  for (const finding of findings) {
    const options = supporting(finding);
    const [best] = options;
    const isCovered = options.some(({ article }) => chosen.some((each) => each.article === article));
    if (best !== undefined && !isCovered) chosen.push(best);
  }
  return chosen;
}
