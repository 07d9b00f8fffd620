/**
 * The evaluation of quotes on drafts whose quotes were judged one by one.
 *
 * `node test/eval/quotes.ts DRAFTS.jsonl JUDGED.jsonl [--show]` checks every quote of three words and more in the
 * drafts. JUDGED holds those that are not verbatim, each with what a person made of it; all others are verbatim.
 */

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Finding } from '../../server/src/check/finding.ts';
import { normalWords } from '../../server/src/text/normalise.ts';
import { overlaps } from '../../server/src/text/span.ts';
import { articleOf, type Row, readRows } from './dataset.ts';
import { analysedOnce, checkQuotesOf, corpusOf, isReported } from './quoteCheck.ts';

const judgedSchema = z.object({
  id: z.string(),
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  adjudicated: z.string(),
});
type Judged = z.infer<typeof judgedSchema>;

/** Quotes of fewer words were not judged. */
const FEWEST_WORDS = 3;

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

function readJudged(file: string): Judged[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => judgedSchema.parse(JSON.parse(line)));
}

interface Tally {
  of: number;
  reported: number;
  refuted: number;
}

async function run(rows: readonly Row[], judged: readonly Judged[]): Promise<void> {
  const byDraft = Map.groupBy(judged, ({ id }) => id);
  const tallies = new Map<string, Tally>();
  const started = performance.now();
  for (const row of rows) {
    const findings = await checkQuotesOf(row.draft, corpusOf([analysedOnce(articleOf(row))]));
    tallyDraft(row, findings, byDraft.get(row.id) ?? [], tallies);
  }
  print(tallies, performance.now() - started);
}

function tallyDraft(
  row: Row,
  findings: readonly Finding[],
  judged: readonly Judged[],
  tallies: Map<string, Tally>,
): void {
  for (const one of judged) {
    const hits = findings.filter(({ claim }) => overlaps(claim, one));
    const worst = hits.find(isReported) ?? hits[0];
    count(tallies, one.adjudicated, worst);
    if (one.adjudicated === 'altered' ? !worst || !isReported(worst) : worst && isReported(worst))
      show(row, one.adjudicated, worst, one.quote);
  }
  for (const finding of findings) {
    if (judged.some((one) => overlaps(finding.claim, one))) continue;
    if (normalWords(finding.claim.text).length < FEWEST_WORDS) continue;
    // Only what stands between double marks was judged.
    if (!/["“]/.test(row.draft.slice(finding.claim.start - 2, finding.claim.start))) continue;
    count(tallies, 'verbatim', finding);
    if (isReported(finding)) show(row, 'verbatim', finding, finding.claim.text);
  }
}

function count(tallies: Map<string, Tally>, name: string, finding: Finding | undefined): void {
  const tally = tallies.get(name) ?? { of: 0, reported: 0, refuted: 0 };
  tally.of += 1;
  if (finding !== undefined && isReported(finding)) tally.reported += 1;
  if (finding?.verdict === 'refuted') tally.refuted += 1;
  tallies.set(name, tally);
}

function show(row: Row, name: string, finding: Finding | undefined, quote: string): void {
  if (!values.show) return;
  console.log(
    `${row.id} ${name}: “${quote}”\n    ${finding?.code ?? 'nothing'} ${finding?.claim.kind === 'quote' ? finding.claim.attribution?.speaker : ''} ${finding?.message ?? ''}`,
  );
}

function print(tallies: ReadonlyMap<string, Tally>, ms: number): void {
  const names = [...tallies.keys()].sort();
  for (const name of names) {
    const tally = tallies.get(name);
    if (tally === undefined) continue;
    console.log(
      `${name.padEnd(28)} ${tally.of} quotes, ${tally.reported} reported, ${tally.refuted} of them refuted`,
    );
  }
  const clean = names.filter((name) => name !== 'altered').map((name) => tallies.get(name));
  const alarms = clean.reduce((sum, tally) => sum + (tally?.reported ?? 0), 0);
  const all = clean.reduce((sum, tally) => sum + (tally?.of ?? 0), 0);
  const altered = tallies.get('altered');
  console.log(`recall on altered            ${percent(altered?.reported ?? 0, altered?.of ?? 0)}`);
  console.log(`false alarms                 ${percent(alarms, all)}`);
  console.log(`${(ms / 1000).toFixed(1)} s`);
}

function percent(hits: number, of: number): string {
  return of === 0 ? '–' : `${((100 * hits) / of).toFixed(2)} % (${hits}/${of})`;
}
