/** Sources of a decision: whether the passages that the person was shown still stand, and none came to bear since. */

import type { Evidence, Finding } from '../check/finding.ts';
import type { AnalysedArticle } from '../corpus/analysed.ts';
import type { Article } from '../corpus/article.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import { type Digest, oneLine, type SeenPassage, type Verification } from './decision.ts';

/** What became of the sources since the decision. */
export type SourceChange =
  | { readonly kind: 'article-gone'; readonly article: string }
  | { readonly kind: 'passage-changed'; readonly article: Article }
  | { readonly kind: 'new-passage'; readonly evidence: Evidence };

/** The passages that a finding shows, as a decision records them; each once. */
export function seenPassages({ evidence }: Finding, digest: Digest): readonly SeenPassage[] {
  const seen = evidence.map(({ article, text }) => ({ article, sha256: hashOf(text, digest) }));
  return seen.filter((one, index) => seen.findIndex((other) => isSame(one, other)) === index);
}

/**
 * The first change of what the decision rests on, or null. A passage is sought in its article wherever it stands
 * there; other parts of the article do not matter. A passage that speaks against the claim and was not shown to the
 * person is a change as well.
 */
export async function sourceChange(
  { passages }: Verification,
  finding: Finding,
  articles: Pick<CorpusIndex, 'article'>,
  digest: Digest,
): Promise<SourceChange | null> {
  const shown = seenPassages(finding, digest);
  for (const passage of passages) {
    if (shown.some((one) => isSame(one, passage))) continue;
    const analysed = await articles.article(passage.article);
    if (analysed === undefined) return { kind: 'article-gone', article: passage.article };
    if (!stands(analysed, passage.sha256, digest))
      return { kind: 'passage-changed', article: analysed.article };
  }
  if (finding.verdict !== 'refuted' && finding.verdict !== 'conflicting-evidence') return null;
  const evidence = finding.evidence.find(
    ({ agrees, article, text }) =>
      !agrees && !passages.some((one) => isSame(one, { article, sha256: hashOf(text, digest) })),
  );
  return evidence === undefined ? null : { kind: 'new-passage', evidence };
}

function hashOf(passage: string, digest: Digest): string {
  return digest(oneLine(passage));
}

function isSame(a: SeenPassage, b: SeenPassage): boolean {
  return a.article === b.article && a.sha256 === b.sha256;
}

/** Sentences that a passage is sought in at a time. Passages are runs of whole sentences, mostly of one or two. */
const LONGEST_RUN = 6;

function stands({ article, sentences }: AnalysedArticle, sha256: string, digest: Digest): boolean {
  const key = `${sha256} ${article.id}`;
  const known = sought.get(key);
  if (known?.text === article.text) return known.found;
  const spans = sentences.map(({ sentence }) => sentence);
  const found = spans.some(({ start }, first) =>
    spans
      .slice(first, first + LONGEST_RUN)
      .some(({ end }) => hashOf(article.text.slice(start, end), digest) === sha256),
  );
  if (sought.size >= SOUGHT_KEPT) sought.clear();
  sought.set(key, { text: article.text, found });
  return found;
}

/** What was sought in which text, since the same is asked at every check of a draft. */
const sought = new Map<string, { readonly text: string; readonly found: boolean }>();

/** Far more changed passages than a draft has; the limit keeps texts from being held for ever. */
const SOUGHT_KEPT = 200;
