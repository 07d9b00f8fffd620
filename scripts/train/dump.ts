/**
 * Dump: writes the feature vectors that the models are trained on.
 *
 * `node scripts/train/dump.ts pairs|claims OUT FILE.jsonl...` writes OUT.f32 (rows of 32-bit floats) and OUT.json
 * (column names and one record a row). Rows come in the order of the files, so the same files give the same bytes.
 */

import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { NEVER } from '../../server/src/check/cancellation.ts';
import { type Assessment, agrees } from '../../server/src/check/figures/assess.ts';
import { askAbout, assessFigures, withQuantities } from '../../server/src/check/figures/assessFigures.ts';
import { CLAIM_FEATURES, claimFeatures } from '../../server/src/check/figures/claimFeatures.ts';
import { derivationOf } from '../../server/src/check/figures/derive.ts';
import { createPace } from '../../server/src/check/pace.ts';
import { createMemoryIndex, type MutableIndex } from '../../server/src/corpus/index/memoryIndex.ts';
import { analyseDraft } from '../../server/src/draft/analyse.ts';
import { readDraft } from '../../server/src/draft/readDraft.ts';
import { PAIR_FEATURES } from '../../server/src/match/pairFeatures.ts';
import { overlaps } from '../../server/src/text/span.ts';
import { articleOf, type Row, readRows } from '../../test/eval/dataset.ts';
import { figureSwap } from './figureSwap.ts';
import { roleSwap } from './roleSwap.ts';

const [mode = '', out = '', ...files] = process.argv.slice(2);
const rows = files.flatMap(readRows);
const names = mode === 'pairs' ? PAIR_FEATURES : CLAIM_FEATURES;
const file = openSync(`${out}.f32`, 'w');
const records: unknown[] = [];
const pooled = createMemoryIndex();
for (const row of new Map(rows.map((row) => [row.docId, row])).values()) pooled.put(articleOf(row));

for (const [number, row] of rows.entries()) {
  const single = createMemoryIndex();
  single.put(articleOf(row));
  await dump(row, single, 'single');
  // Every third draft is also set against all articles, so that the models know archives as well as folders.
  if (number % 3 === 0) await dump(row, pooled, 'pooled');
  // Every third is set against all articles but its own: there nothing can be refuted.
  if (number % 3 === 1 && mode === 'claims' && row.set === 'ragtruth_summary') {
    pooled.remove(row.docId);
    await dump(row, pooled, 'absent');
    pooled.put(articleOf(row));
  }
  if (mode === 'claims' && row.set === 'ragtruth_summary') {
    const made = [
      roleSwap(row),
      figureSwap(row, 'E', '1'),
      figureSwap(row, 'E', '2'),
      figureSwap(row, 'V', '1'),
      figureSwap(row, 'V', '2'),
      figureSwap(row, 'E', '3'),
    ];
    for (const swapped of made) {
      if (swapped === null) continue;
      await dump(swapped, single, 'single');
      if (number % 3 === 2) await dump(swapped, pooled, 'pooled');
    }
  }
  if (number % 500 === 0) console.error(`${number}/${rows.length}`);
}
closeSync(file);
writeFileSync(`${out}.json`, JSON.stringify({ names, records }));

async function dump(row: Row, index: MutableIndex, corpus: string): Promise<void> {
  const sentences = analyseDraft(readDraft(`${row.id}.md`, 'markdown', row.draft));
  const asked = withQuantities(sentences).flatMap((at) => askAbout(sentences, at) ?? []);
  for await (const { assessments } of assessFigures(asked, index, createPace(NEVER))) {
    for (const assessment of assessments) {
      if (row.ignore.some((span) => overlaps(span, assessment.quantity))) continue;
      if (mode === 'pairs') dumpPairs(row, corpus, assessment);
      else dumpClaim(row, corpus, assessment);
    }
  }
}

/** Label 1: the likeliest slot with an agreeing value, by a plain sum of covers; 0: every slot with another value. */
function dumpPairs(row: Row, corpus: string, assessment: Assessment): void {
  const { sentence } = assessment.sentence;
  if (row.spans.some((span) => overlaps(span, sentence))) return;
  const plain = (features: readonly number[]): number =>
    (features[0] ?? 0) + (features[6] ?? 0) + (features[4] ?? 0);
  const agreeing = assessment.candidates.filter(({ comparison }) => agrees(comparison));
  if (agreeing.length === 0) return;
  const trained = assessment.candidates.some(({ likeness }) => likeness !== 0.5);
  const [best] = trained ? agreeing : agreeing.sort((a, b) => plain(b.features) - plain(a.features));
  for (const candidate of assessment.candidates) {
    if (agrees(candidate.comparison) && candidate !== best) continue;
    record(candidate.features, { doc: row.docId, corpus, label: candidate === best ? 1 : 0 });
  }
}

function dumpClaim(row: Row, corpus: string, assessment: Assessment): void {
  const { quantity, sentence } = assessment;
  const hit = row.spans.filter((span) => overlaps(span, quantity));
  const clean = !row.spans.some((span) => overlaps(span, sentence.sentence));
  record(claimFeatures(assessment, derivationOf(assessment)), {
    id: row.id,
    doc: row.docId,
    corpus,
    set: row.set,
    start: quantity.start,
    end: quantity.end,
    text: quantity.text,
    clean: clean && row.set !== 'role' && row.set !== 'made',
    types: hit.map(({ adj, type, has }) => ({ adj: adj ?? null, type, has })),
  });
}

function record(vector: readonly number[], about: unknown): void {
  writeSync(file, new Uint8Array(Float32Array.from(vector).buffer));
  records.push(about);
}
