/**
 * The evaluation's command line.
 *
 * `npm run eval -- FILE.jsonl... [--pooled | --absent] [--fold K] [--judged QUOTES.jsonl] [--flags OUT.jsonl] [--save OUT.json] [--compare BASE.json]`
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { overlaps } from '../../server/src/text/span.ts';
import { codePointsOf, readRows } from './dataset.ts';
import { type Checked, type Corpus, evaluate, isLoud } from './evaluate.ts';
import { foldOf } from './fold.ts';
import { type Judged, printTallies, readJudged, type Tally, tallyDraft } from './judgedQuotes.ts';
import {
  CONFLICT_TYPES,
  falseAlarmFlags,
  isConflict,
  type Metrics,
  metricsOf,
  type Share,
} from './metrics.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pooled: { type: 'boolean', default: false },
    absent: { type: 'boolean', default: false },
    fold: { type: 'string' },
    judged: { type: 'string' },
    flags: { type: 'string' },
    save: { type: 'string' },
    compare: { type: 'string' },
  },
});

const savedSchema = z.record(z.string(), z.string());

if (positionals.length === 0) {
  console.error(
    'usage: npm run eval -- FILE.jsonl... [--pooled | --absent] [--fold K] [--judged QUOTES.jsonl] [--flags OUT.jsonl] [--save OUT.json] [--compare BASE.json]',
  );
  process.exitCode = 2;
} else {
  await run(positionals, values.absent ? 'absent' : values.pooled ? 'pooled' : 'single');
}

async function run(files: readonly string[], corpus: Corpus): Promise<void> {
  const all = files.flatMap(readRows);
  const rows =
    values.fold === undefined ? all : all.filter(({ docId }) => foldOf(docId) === Number(values.fold));
  const started = performance.now();
  const checked = await evaluate(rows, all, corpus, () => {});
  const seconds = (performance.now() - started) / 1000;
  print(files, corpus, metricsOf(checked), seconds);
  printErrorGroups(checked);
  if (values.judged !== undefined) printQuotes(checked, readJudged(values.judged));
  if (values.flags !== undefined) writeFileSync(values.flags, checked.map(flagLine).join(''));
  if (values.save !== undefined) writeFileSync(values.save, JSON.stringify(outcomes(checked)));
  if (values.compare !== undefined)
    compare(savedSchema.parse(JSON.parse(readFileSync(values.compare, 'utf8'))), checked);
}

/** What is said of the quotes of the drafts, against what a person made of each. */
function printQuotes(checked: readonly Checked[], judged: readonly Judged[]): void {
  const byDraft = Map.groupBy(judged, ({ id }) => id);
  const tallies = new Map<string, Tally>();
  for (const { row, findings } of checked) {
    const quotes = findings.filter(({ claim }) => claim.kind === 'quote');
    tallyDraft(row, quotes, byDraft.get(row.id) ?? [], tallies);
  }
  console.log('quotes');
  printTallies(tallies);
}

function print(files: readonly string[], corpus: Corpus, metrics: Metrics, seconds: number): void {
  const { recall } = metrics;
  console.log(`${files.map((file) => file.split('/').at(-1)).join(', ')} (${corpus})`);
  console.log(
    `  ${metrics.drafts} drafts, ${metrics.claims} claims, ${metrics.flags} loud findings, ${seconds.toFixed(1)} s`,
  );
  console.log(`  a draft takes ${metrics.medianMs.toFixed(1)} ms (p95 ${metrics.p95Ms.toFixed(1)})`);
  console.log(`  figure conflicts found        ${percent(recall.get('figure-conflict'))}`);
  for (const type of CONFLICT_TYPES)
    if (recall.has(type)) console.log(`    type ${type}                      ${percent(recall.get(type))}`);
  console.log(`  baseless figures, also quiet  ${percent(recall.get('baseless figure, any severity'))}`);
  console.log(`  false alarms, clean sentences ${percent(metrics.falseAlarms)}`);
  console.log(`  error-free drafts flagged     ${percent(metrics.cleanDraftsFlagged)}`);
  console.log(`  best evidence, right article  ${percent(metrics.rightArticle)}`);
}

function percent(share: Share | undefined): string {
  if (share === undefined || share.of === 0) return '–';
  return `${((100 * share.hits) / share.of).toFixed(2)} % (${share.hits}/${share.of})`;
}

/** The largest groups of false alarms and misses, by code and kind of figure. */
function printErrorGroups(checked: readonly Checked[]): void {
  const groups = new Map<string, number>();
  const add = (name: string): void => void groups.set(name, (groups.get(name) ?? 0) + 1);
  for (const one of checked) {
    for (const { code, claim } of falseAlarmFlags(one)) {
      add(`false alarm ${code ?? ''}, ${'quantity' in claim ? claim.quantity.kind : claim.kind}`);
    }
    for (const span of one.row.spans.filter(isConflict)) {
      const touching = one.findings.filter(({ claim }) => overlaps(claim, span));
      if (touching.some(isLoud)) continue;
      add(`missed ${span.adj ?? ''}, ${touching.map(({ verdict }) => verdict).sort()[0] ?? 'no claim'}`);
    }
  }
  const largest = [...groups].sort((a, b) => b[1] - a[1]).slice(0, 12);
  if (largest.length > 0) console.log('  largest groups of errors');
  for (const [name, count] of largest) console.log(`    ${String(count).padStart(4)}  ${name}`);
}

function flagLine({ row, findings }: Checked): string {
  const place = codePointsOf(row.draft);
  const flags = findings.filter(isFlagged).map(({ claim, code, verdict, evidence }) => ({
    start: place(claim.start),
    end: place(claim.end),
    kind: claim.kind,
    code,
    verdict,
    doc_id: evidence[0]?.article ?? null,
  }));
  return `${JSON.stringify({ id: row.id, flags })}\n`;
}

/** Loud findings, and for quotes those of severity information too: a quote that is nowhere may be the writer's own. */
function isFlagged(finding: Checked['findings'][number]): boolean {
  return isLoud(finding) || (finding.claim.kind === 'quote' && finding.severity === 'information');
}

/** What became of every marked error and what was flagged falsely, by a key that survives changes of the code. */
function outcomes(checked: readonly Checked[]): Record<string, string> {
  const result: Record<string, string> = {};
  for (const one of checked) {
    for (const span of one.row.spans.filter(isConflict)) {
      const found = one.findings.some((finding) => isLoud(finding) && overlaps(finding.claim, span));
      result[`${one.row.id} ${span.start}-${span.end} ${one.row.draft.slice(span.start, span.end)}`] = found
        ? 'found'
        : 'missed';
    }
    for (const { claim } of falseAlarmFlags(one)) {
      result[`${one.row.id} ${claim.start}-${claim.end} ${claim.text}`] = 'false alarm';
    }
  }
  return result;
}

function compare(base: Record<string, string>, checked: readonly Checked[]): void {
  const now = outcomes(checked);
  const changed = [...new Set([...Object.keys(base), ...Object.keys(now)])].filter(
    (key) => base[key] !== now[key],
  );
  const better = (key: string): boolean => now[key] === 'found' || base[key] === 'false alarm';
  for (const [title, keys] of [
    ['won', changed.filter(better)],
    ['lost', changed.filter((key) => !better(key))],
  ] as const) {
    console.log(`  ${title}: ${keys.length}`);
    for (const key of keys.slice(0, 40))
      console.log(`    ${base[key] ?? 'quiet'} → ${now[key] ?? 'quiet'}: ${key}`);
  }
}
