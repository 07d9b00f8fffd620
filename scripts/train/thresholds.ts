/**
 * Thresholds: what each threshold of the policy trades, on articles that the claim model has not seen.
 *
 * `node scripts/train/thresholds.ts MODELS FILE.jsonl...` checks every draft against its own article with
 * the model of its fold (MODELS is the prefix given to train.py --fold-models) and prints, for the policy as it is and
 * with each threshold moved, what is reported: marked conflicts, changed figures of the swap sets, figures of clean
 * sentences.
 */

import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { NEVER } from '../../server/src/check/cancellation.ts';
import type { Assessment } from '../../server/src/check/figures/assess.ts';
import { askAbout, assessFigures, withQuantities } from '../../server/src/check/figures/assessFigures.ts';
import { type Decision, decide } from '../../server/src/check/figures/decide.ts';
import { POLICY, type Policy } from '../../server/src/check/figures/policy.ts';
import { createPace } from '../../server/src/check/pace.ts';
import { createMemoryIndex } from '../../server/src/corpus/index/memoryIndex.ts';
import { analyseDraft } from '../../server/src/draft/analyse.ts';
import { readDraft } from '../../server/src/draft/readDraft.ts';
import type { Forest } from '../../server/src/match/forest.ts';
import { overlaps } from '../../server/src/text/span.ts';
import { articleOf, type Row, readRows } from '../../test/eval/dataset.ts';
import { FOLDS, foldOf } from '../../test/eval/fold.ts';

type Threshold = Exclude<keyof Policy, 'claims'>;

const MOVED: Readonly<Record<Threshold, readonly number[]>> = {
  refutedFrom: [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85],
  refutedThereFrom: [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6],
  thereFrom: [0.2, 0.3, 0.35, 0.4, 0.5],
  refutedElsewhereFrom: [0.8, 0.85, 0.88, 0.92, 0.95, 0.97, 2],
  standsFrom: [0.02],
  rivalOrdinalFrom: [0, 0.1, 0.3, 0.5, 0.7],
  rivalFrom: [0, 0.05, 0.1, 0.2, 0.3],
  tellsFrom: [0, 0.2, 0.25, 0.3, 0.4],
  refutedDerivedFrom: [0.9, 0.95, 0.97, 0.98, 0.99, 1],
  operandFrom: [0, 0.03, 0.06, 0.1, 0.2],
  namedFrom: [0.2],
  supportedFrom: [0.02, 0.05, 0.1, 0.2],
  supportTellsFrom: [0, 0.25, 0.33, 0.4],
  supportedAnywhereFrom: [0.3, 0.45, 0.7],
  boundFrom: [0.05, 0.1, 0.2, 0.4, 2],
  disagreeFrom: [0.3, 0.5, 0.7],
  relatedFrom: [0, 0.3, 0.5, 0.7, 0.9],
};
const CONFLICTS: ReadonlySet<string> = new Set('VEUQDRC');

const forestSchema: z.ZodType<Forest> = z.object({
  features: z.array(z.string()),
  trees: z.array(
    z.object({
      feature: z.array(z.number()),
      threshold: z.array(z.number()),
      left: z.array(z.number()),
      right: z.array(z.number()),
      leaf: z.array(z.number()),
    }),
  ),
});

const [models = '', ...files] = process.argv.slice(2);
const forests = Array.from({ length: FOLDS }, (_, fold) =>
  forestSchema.parse(JSON.parse(readFileSync(`${models}${fold}.json`, 'utf8'))),
);
const variants = Object.entries(MOVED).flatMap(([name, values]) =>
  values.map((value) => ({ name: `${name} ${value}`, policy: { ...POLICY, [name]: value } })),
);
/** By variant, then by what is counted: [reported, of how many]. */
const counts = new Map(variants.map(({ name }) => [name, new Map<string, [number, number]>()]));

for (const file of files) {
  for (const row of readRows(file)) await check(row);
}
for (const [name, counted] of counts) {
  const cells = [...counted].map(([what, [reported, all]]) => `${what} ${reported}/${all}`);
  console.log(`${name.padEnd(26)} ${cells.join('  ')}`);
}

async function check(row: Row): Promise<void> {
  const claims = forests[foldOf(row.docId)];
  if (claims === undefined) return;
  const index = createMemoryIndex();
  index.put(articleOf(row));
  const sentences = analyseDraft(readDraft(`${row.id}.md`, 'markdown', row.draft));
  const assessments: Assessment[] = [];
  const asked = withQuantities(sentences).flatMap((at) => askAbout(sentences, at) ?? []);
  for await (const assessed of assessFigures(asked, index, createPace(NEVER)))
    assessments.push(...assessed.assessments);
  const kept = assessments.filter(({ quantity }) => !row.ignore.some((span) => overlaps(span, quantity)));
  for (const { name, policy } of variants) {
    const reported = kept.filter((assessment) => isReported(decide(assessment, { ...policy, claims })));
    count(counts.get(name) ?? new Map(), row, kept, reported);
  }
}

function isReported({ kind }: Decision): boolean {
  return kind === 'mismatch' || kind === 'other-fact' || kind === 'unit' || kind === 'bound';
}

function count(
  into: Map<string, [number, number]>,
  row: Row,
  all: readonly Assessment[],
  reported: readonly Assessment[],
): void {
  const isClean = ({ sentence }: Assessment): boolean =>
    !row.spans.some((span) => overlaps(span, sentence.sentence));
  if (row.set === 'ragtruth_summary')
    add(into, 'false alarms', reported.filter(isClean).length, all.filter(isClean).length);
  for (const span of row.spans) {
    const kind = row.set === 'ragtruth_summary' ? 'conflicts' : row.set;
    if (!CONFLICTS.has(span.adj ?? '') || !span.has.some((has) => has === 'figure' || has === 'date'))
      continue;
    const isFound = reported.some(({ quantity }) => overlaps(span, quantity.extent));
    add(into, kind, isFound ? 1 : 0, 1);
    if (span.adj === 'E' && kind === 'conflicts') add(into, 'type E', isFound ? 1 : 0, 1);
  }
}

function add(into: Map<string, [number, number]>, what: string, reported: number, all: number): void {
  const [before, of] = into.get(what) ?? [0, 0];
  into.set(what, [before + reported, of + all]);
}
