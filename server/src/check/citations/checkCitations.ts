/** The check of citations: whether supported sentences cite what bears them out, and whether citations lead anywhere. */

import { articleFinderOf } from '../../cite/articleFinder.ts';
import { bibliographyOf } from '../../cite/bibliography/bibliography.ts';
import { citationsOfSentence, type ResolvedCitation, resolveCitations } from '../../cite/resolve.ts';
import type { CorpusIndex } from '../../corpus/index/corpusIndex.ts';
import type { Draft } from '../../draft/draft.ts';
import { citationMismatchMessage } from '../../rules/citation-mismatch.ts';
import { citationMissingMessage } from '../../rules/citation-missing.ts';
import type { Finding } from '../finding.ts';
import type { CheckMemory } from '../memory.ts';
import type { CheckOptions } from '../options.ts';
import type { Pace } from '../pace.ts';
import { severityOf } from '../severity.ts';
import { citedVerdict, type Reading } from './citedVerdict.ts';
import { danglingCitations } from './danglingCitations.ts';

/** The findings of the other checks: as they stand in the draft's file, and the same one by one as the draft reads. */
export interface Judged {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  readonly reading: Reading;
  readonly asRead: readonly Finding[];
}

/**
 * The findings with what the citations of the draft add to them, in order: supported claims whose sentence cites nothing
 * or other articles get a code, and citations and notes that lead nowhere a finding of their own. Rejects as
 * `checkDraft` does.
 */
export async function checkCitations(
  judged: Judged,
  index: CorpusIndex,
  options: CheckOptions,
  memory: CheckMemory,
  pace: Pace,
): Promise<readonly Finding[]> {
  await pace.step();
  const { draft, findings } = judged;
  const bibliography = bibliographyOf(draft, options.bibliographies ?? []);
  const known = findings
    .flatMap(({ evidence }) => evidence)
    .map((each) => ({ ...each, id: each.article, author: null }));
  const resolved = resolveCitations(draft, bibliography, await articleFinderOf(index, known));
  await pace.step();
  const checked: Finding[] = [];
  const hinted = new Set<number>();
  for (const [at, finding] of findings.entries()) {
    if (finding.verdict !== 'supported' || finding.code !== null) {
      checked.push(finding);
      continue;
    }
    const own = citationsOfSentence(draft.text, finding.claim.sentence, resolved.citations);
    if (own.length === 0) {
      const isFirst = !hinted.has(finding.claim.sentence.start);
      hinted.add(finding.claim.sentence.start);
      checked.push(isFirst ? uncited(finding, options) : finding);
    } else checked.push(await matched(judged, at, own, index, options, memory, pace));
  }
  return [...checked, ...danglingCitations(draft, resolved, bibliography, options)].sort(
    (a, b) => a.claim.start - b.claim.start || b.claim.end - a.claim.end,
  );
}

function uncited(finding: Finding, options: CheckOptions): Finding {
  const severity = severityOf('citation-missing', options);
  const [best] = finding.evidence;
  if (severity === null || best === undefined) return finding;
  return { ...finding, code: 'citation-missing', severity, message: citationMissingMessage(best) };
}

/** The finding, coded if all that its sentence cites is known and none of it bears the claim out. */
async function matched(
  { findings, reading, asRead }: Judged,
  at: number,
  own: readonly ResolvedCitation[],
  index: CorpusIndex,
  options: CheckOptions,
  memory: CheckMemory,
  pace: Pace,
): Promise<Finding> {
  const [finding, read] = [findings[at], asRead[at]];
  if (finding === undefined || read === undefined) throw new RangeError(`there is no finding ${at}`);
  const severity = severityOf('citation-mismatch', options);
  const best = finding.evidence.find(({ agrees }) => agrees);
  const ids = [...new Set(own.flatMap(({ articles }) => articles))];
  const isKnown = own.every(({ articles }) => articles.length > 0);
  const supports = (id: string): boolean =>
    finding.evidence.some(({ article, agrees }) => agrees && article === id);
  if (severity === null || best === undefined || !isKnown || index.pending > 0 || ids.some(supports))
    return finding;

  const { claim } = read;
  const key = `${ids.join('\n')}\n${claim.start - claim.sentence.start} ${textOf(reading.text, claim.sentence)}`;
  const verdict =
    memory.citations.recall(key) ?? (await citedVerdict(reading, read, ids, index, options, pace));
  memory.citations.store(key, verdict);
  if (verdict.kind === 'supported') return finding;
  const entries = await Promise.all(ids.map((id) => index.article(id)));
  const cited = entries.flatMap((entry) => (entry === undefined ? [] : [entry.article]));
  const says = verdict.kind === 'otherwise' ? verdict.value : null;
  return {
    ...finding,
    code: 'citation-mismatch',
    severity,
    message: citationMismatchMessage(cited, says, best),
  };
}

function textOf(text: string, { start, end }: Finding['claim']['sentence']): string {
  return text.slice(start, end);
}
