/** Evaluation: checks the drafts of data sets as the product would and collects what is found in each. */

import { NEVER } from '../../server/src/check/cancellation.ts';
import { checkDraft } from '../../server/src/check/checkDraft.ts';
import type { Finding } from '../../server/src/check/finding.ts';
import type { CheckOptions } from '../../server/src/check/options.ts';
import type { CorpusIndex } from '../../server/src/corpus/index/corpusIndex.ts';
import { createMemoryIndex } from '../../server/src/corpus/index/memoryIndex.ts';
import { readDraft } from '../../server/src/draft/readDraft.ts';
import { overlaps } from '../../server/src/text/span.ts';
import { articleOf, type Row } from './dataset.ts';

/** What the product says of one draft. */
export interface Checked {
  readonly row: Row;
  readonly findings: readonly Finding[];
  /** Milliseconds the check took, the reading of the article left out. */
  readonly ms: number;
}

/**
 * Against which articles a draft is set: its own, those of all rows together, or those of all rows but its own. In the
 * last nothing can be refuted, so that every loud finding is a false alarm.
 */
export type Corpus = 'single' | 'pooled' | 'absent';

const OPTIONS: CheckOptions = { severities: {}, today: '2020-01-01' };

/** Checks every row; the articles pooled are those of `pool`. Findings in the regions that the data set ignores are left out. */
export async function evaluate(
  rows: readonly Row[],
  pool: readonly Row[],
  corpus: Corpus,
  onProgress: (done: number) => void,
): Promise<Checked[]> {
  const indexOf = indexFor(pool, corpus);
  const checked: Checked[] = [];
  for (const row of rows) {
    const index = indexOf(row);
    const started = performance.now();
    const draft = readDraft(`${row.id}.md`, 'markdown', row.draft);
    const findings = await checkDraft(draft, index, OPTIONS, NEVER);
    const ms = performance.now() - started;
    const counted = findings.filter(({ claim }) => !row.ignore.some((span) => overlaps(span, claim)));
    checked.push({ row, findings: counted, ms });
    onProgress(checked.length);
  }
  return checked;
}

/** Whether a finding is one that the editor underlines by default as a problem. */
export function isLoud({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

function singleIndex(row: Row): CorpusIndex {
  const index = createMemoryIndex();
  index.put(articleOf(row));
  return index;
}

function indexFor(pool: readonly Row[], corpus: Corpus): (row: Row) => CorpusIndex {
  if (corpus === 'single') return singleIndex;
  const index = createMemoryIndex();
  const articles = new Map(pool.map((row) => [row.docId, row]));
  for (const row of articles.values()) index.put(articleOf(row));
  if (corpus === 'pooled') return () => index;
  let left: Row | null = null;
  return (row) => {
    if (left !== null) index.put(articleOf(left));
    index.remove(row.docId);
    left = row;
    return index;
  };
}
