/** Cited verdict: what the articles that a sentence cites say of one of its claims, when it is looked up in them alone. */

import type { CorpusIndex } from '../../corpus/index/corpusIndex.ts';
import { createMemoryIndex } from '../../corpus/index/memoryIndex.ts';
import type { DraftSentence } from '../../draft/analyse.ts';
import { QUERY_WINDOW } from '../../match/query.ts';
import { checkAttributions } from '../attributions/checkAttributions.ts';
import { checkFigures, createKeptFigures } from '../figures/checkFigures.ts';
import type { Finding } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import type { Pace } from '../pace.ts';
import { checkQuotes } from '../quotes/checkQuotes.ts';

/** `supported` also where the articles disagree; `value` is what they give in the place of the claim. */
export type CitedVerdict =
  | { readonly kind: 'supported' }
  | { readonly kind: 'otherwise'; readonly value: string }
  | { readonly kind: 'silent' };

/** The draft that is checked, as it reads. */
export interface Reading {
  readonly text: string;
  readonly sentences: readonly DraftSentence[];
}

/** Looks the claim of `finding` up in the articles of these ids. Rejects as `checkDraft` does. */
export async function citedVerdict(
  { text, sentences }: Reading,
  finding: Finding,
  ids: readonly string[],
  index: CorpusIndex,
  options: CheckOptions,
  pace: Pace,
): Promise<CitedVerdict> {
  const cited = await indexOf(ids, index);
  const { claim } = finding;
  switch (claim.kind) {
    case 'figure':
    case 'date': {
      const first = Math.max(0, claim.sentence.index - QUERY_WINDOW);
      const around = sentences.slice(first, claim.sentence.index + QUERY_WINDOW + 1);
      const found = await checkFigures(text, around, cited, options, createKeptFigures(), pace);
      return verdictOf(found.find((each) => each.claim.start === claim.start));
    }
    case 'quote':
      return verdictOf((await checkQuotes(text, [claim], cited.quotes, options, pace))[0]);
    case 'attribution':
      return verdictOf((await checkAttributions(text, [claim], cited.quotes, options, pace))[0]);
    case 'name':
    case 'citation':
    case 'suppression':
      return { kind: 'supported' };
  }
}

/** An index of these articles alone. They are few, and reading them again takes some milliseconds. */
async function indexOf(ids: readonly string[], index: CorpusIndex): Promise<CorpusIndex> {
  const cited = createMemoryIndex();
  const articles = await Promise.all(ids.map((id) => index.article(id)));
  for (const each of articles) if (each !== undefined) cited.put(each.article);
  return cited;
}

function verdictOf(finding: Finding | undefined): CitedVerdict {
  switch (finding?.verdict) {
    case 'supported':
    case 'conflicting-evidence':
      return { kind: 'supported' };
    case 'refuted': {
      const value = finding.evidence[0]?.value ?? null;
      return value === null ? { kind: 'silent' } : { kind: 'otherwise', value };
    }
    case 'not-enough-evidence':
    case undefined:
      return { kind: 'silent' };
  }
}
