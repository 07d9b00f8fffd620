/** The check of citations: whether supported sentences cite what bears them out, and whether citations lead anywhere. */

import { bibliographyOf } from '../../cite/bibliography/bibliography.ts';
import { readCitations } from '../../cite/recognise/readCitations.ts';
import { citationsOfSentence, type ResolvedCitation } from '../../cite/resolve.ts';
import { resolveInIndex } from '../../cite/resolveInIndex.ts';
import type { ArticleEntry, CorpusIndex } from '../../corpus/index/corpusIndex.ts';
import type { Draft } from '../../draft/draft.ts';
import { citationMismatchMessage } from '../../rules/citation-mismatch.ts';
import { citationMissingMessage } from '../../rules/citation-missing.ts';
import type { Finding, Severity } from '../finding.ts';
import type { CheckMemory } from '../memory.ts';
import type { CheckOptions } from '../options.ts';
import type { Pace } from '../pace.ts';
import { severityOf } from '../severity.ts';
import { type CitedVerdict, citedVerdict, type Reading } from './citedVerdict.ts';
import { danglingCitations } from './danglingCitations.ts';

/** The findings of the other checks: as they stand in the draft's file, and the same one by one as the draft reads. */
export interface Judged {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  readonly reading: Reading;
  readonly asRead: readonly Finding[];
}

/** What citations are checked against. */
export interface CitationWork {
  readonly index: CorpusIndex;
  readonly options: CheckOptions;
  readonly memory: Pick<CheckMemory, 'citations'>;
  readonly pace: Pace;
}

/**
 * The findings with what the citations of the draft add to them, in order: supported claims whose sentence cites nothing
 * or other articles get a code, and citations and notes that lead nowhere a finding of their own. Rejects as
 * `checkDraft` does.
 */
export async function checkCitations(judged: Judged, work: CitationWork): Promise<readonly Finding[]> {
  const { index, options, pace } = work;
  await pace.step();
  const { draft, findings, reading, asRead } = judged;
  const bibliography = bibliographyOf(draft, options.bibliographies ?? []);
  const read = readCitations(draft);
  const cites = read.citations.length + read.definitions.length > 0;
  // A thousand findings rest on a few thousand passages, and most drafts cite nothing.
  const known = cites ? entriesIn(findings) : [];
  const resolved = await resolveInIndex(draft, { bibliography, index, known }, read);
  await pace.step();
  const dangling = danglingCitations(draft, resolved, bibliography, options);
  const asksNothing = severityOf('citation-missing', options) === null;
  // A draft that cites nothing, and need not, is most drafts.
  if (resolved.citations.length + dangling.length === 0 && asksNothing) return findings;
  const checked: Finding[] = [];
  const hinted = new Set<number>();
  for (const [at, finding] of findings.entries()) {
    const { sentence } = finding.claim;
    const read = asRead[at];
    const isOpen = finding.verdict === 'supported' && finding.code === null && read !== undefined;
    const own = isOpen ? citationsOfSentence(draft.text, sentence, resolved.citations) : [];
    if (!isOpen) checked.push(finding);
    else if (own.length > 0) checked.push(await matched(finding, own, { reading, read }, work));
    else {
      // One hint a sentence.
      checked.push(hinted.has(sentence.start) ? finding : uncited(finding, options));
      hinted.add(sentence.start);
    }
  }
  return [...checked, ...dangling].sort((a, b) => a.claim.start - b.claim.start || b.claim.end - a.claim.end);
}

/** The articles that the findings rest on. */
function entriesIn(findings: readonly Finding[]): readonly ArticleEntry[] {
  return findings.flatMap(({ evidence }) =>
    evidence.map((each) => ({ ...each, id: each.article, author: null })),
  );
}

function uncited(finding: Finding, options: CheckOptions): Finding {
  const severity = severityOf('citation-missing', options);
  const [best] = finding.evidence;
  if (severity === null || best === undefined) return finding;
  return { ...finding, code: 'citation-missing', severity, message: citationMissingMessage(best) };
}

/** The finding as the draft reads. */
interface AsRead {
  readonly reading: Reading;
  readonly read: Finding;
}

/** The finding, coded if all that its sentence cites is known and none of it bears the claim out. */
async function matched(
  finding: Finding,
  own: readonly ResolvedCitation[],
  asRead: AsRead,
  work: CitationWork,
): Promise<Finding> {
  const severity = severityOf('citation-mismatch', work.options);
  const agreeing = finding.evidence.filter(({ agrees }) => agrees);
  const [best] = agreeing;
  const ids = [...new Set(own.flatMap(({ articles }) => articles))];
  const isKnown = own.every(({ articles }) => articles.length > 0) && work.index.pending === 0;
  const isCited = agreeing.some(({ article }) => ids.includes(article));
  if (severity === null || best === undefined || !isKnown || isCited) return finding;
  const verdict = await rememberedVerdict(asRead, ids, work);
  return verdict.kind === 'supported' ? finding : mismatched(finding, severity, ids, verdict, work.index);
}

/** A verdict depends on the claim, its sentence and the articles alone. */
async function rememberedVerdict(
  { reading, read }: AsRead,
  ids: readonly string[],
  { index, options, memory, pace }: CitationWork,
): Promise<CitedVerdict> {
  const { start, end, sentence } = read.claim;
  const words = reading.text.slice(sentence.start, sentence.end);
  const key = [...ids, start - sentence.start, end - sentence.start, words].join('\n');
  const verdict =
    memory.citations.recall(key) ?? (await citedVerdict(reading, read, ids, index, options, pace));
  memory.citations.store(key, verdict);
  return verdict;
}

async function mismatched(
  finding: Finding,
  severity: Severity,
  ids: readonly string[],
  verdict: CitedVerdict,
  index: CorpusIndex,
): Promise<Finding> {
  const best = finding.evidence.find(({ agrees }) => agrees);
  const articles = await Promise.all(ids.map((id) => index.article(id)));
  const cited = articles.flatMap((each) => (each === undefined ? [] : [each.article]));
  if (best === undefined || cited.length === 0) return finding;
  const says = verdict.kind === 'otherwise' ? verdict.value : null;
  const message = citationMismatchMessage(cited, says, best);
  return { ...finding, code: 'citation-mismatch', severity, message };
}
