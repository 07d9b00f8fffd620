/**
 * The evaluation of quotes on drafts whose quotes were judged one by one.
 *
 * `node test/eval/quotes.ts DRAFTS.jsonl JUDGED.jsonl [--show]` checks every quote of three words and more in the
 * drafts. JUDGED holds those that are not verbatim, each with what a person made of it; all others are verbatim.
 */

import { parseArgs } from 'node:util';
import type { Finding } from '../../server/src/check/finding.ts';
import { articleOf, type Row, readRows } from './dataset.ts';
import { type Judged, printTallies, readJudged, type Tally, tallyDraft } from './judgedQuotes.ts';
import { analysedOnce, checkQuotesOf, corpusOf } from './quoteCheck.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'boolean', default: false } },
});
const [drafts, judgements] = positionals;
if (drafts === undefined || judgements === undefined) {
  console.error('usage: node test/eval/quotes.ts DRAFTS.jsonl JUDGED.jsonl [--show]');
  process.exitCode = 2;
} else {
  await run(readRows(drafts), readJudged(judgements));
}

async function run(rows: readonly Row[], judged: readonly Judged[]): Promise<void> {
  const byDraft = Map.groupBy(judged, ({ id }) => id);
  const tallies = new Map<string, Tally>();
  const started = performance.now();
  for (const row of rows) {
    const findings = await checkQuotesOf(row.draft, corpusOf([analysedOnce(articleOf(row))]));
    tallyDraft(row, findings, byDraft.get(row.id) ?? [], tallies, show);
  }
  printTallies(tallies);
  console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function show(row: Row, name: string, finding: Finding | undefined, quote: string): void {
  if (!values.show) return;
  console.log(
    `${row.id} ${name}: “${quote}”\n    ${finding?.code ?? 'nothing'} ${finding?.claim.kind === 'quote' ? finding.claim.attribution?.speaker : ''} ${finding?.message ?? ''}`,
  );
}
