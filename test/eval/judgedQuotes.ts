/** Judged quotes: counts what is said of quotes that a person has judged, and of the verbatim ones beside them. */

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Finding } from '../../server/src/check/finding.ts';
import { normalWords } from '../../server/src/text/normalise.ts';
import { overlaps } from '../../server/src/text/span.ts';
import type { Row } from './dataset.ts';
import { isReported } from './quoteCheck.ts';

const judgedSchema = z.object({
  id: z.string(),
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  adjudicated: z.string(),
});
export type Judged = z.infer<typeof judgedSchema>;

/** Quotes of fewer words were not judged. */
const FEWEST_WORDS = 3;

/** Reads the judgements, a line each. Throws where a line is no judgement. */
export function readJudged(file: string): Judged[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => judgedSchema.parse(JSON.parse(line)));
}

/** How many quotes of one judgement, and what was said of them. */
export interface Tally {
  of: number;
  reported: number;
  refuted: number;
}

/** Counts the findings on one draft; `onMistake` is told of each that a person judged otherwise. */
export function tallyDraft(
  row: Row,
  findings: readonly Finding[],
  judged: readonly Judged[],
  tallies: Map<string, Tally>,
  onMistake: (row: Row, name: string, finding: Finding | undefined, quote: string) => void = () => {},
): void {
  for (const one of judged) {
    const hits = findings.filter(({ claim }) => overlaps(claim, one));
    const worst = hits.find(isReported) ?? hits[0];
    count(tallies, one.adjudicated, worst);
    if (one.adjudicated === 'altered' ? !worst || !isReported(worst) : worst && isReported(worst))
      onMistake(row, one.adjudicated, worst, one.quote);
  }
  for (const finding of findings) {
    if (judged.some((one) => overlaps(finding.claim, one))) continue;
    if (normalWords(finding.claim.text).length < FEWEST_WORDS) continue;
    // Only what stands between double marks was judged.
    if (!/["“]/.test(row.draft.slice(finding.claim.start - 2, finding.claim.start))) continue;
    count(tallies, 'verbatim', finding);
    if (isReported(finding)) onMistake(row, 'verbatim', finding, finding.claim.text);
  }
}

function count(tallies: Map<string, Tally>, name: string, finding: Finding | undefined): void {
  const tally = tallies.get(name) ?? { of: 0, reported: 0, refuted: 0 };
  tally.of += 1;
  if (finding !== undefined && isReported(finding)) tally.reported += 1;
  if (finding?.verdict === 'refuted') tally.refuted += 1;
  tallies.set(name, tally);
}

/** Prints a line a judgement, the recall on altered quotes and the false alarms on all others. */
export function printTallies(tallies: ReadonlyMap<string, Tally>): void {
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
}

function percent(hits: number, of: number): string {
  return of === 0 ? '–' : `${((100 * hits) / of).toFixed(2)} % (${hits}/${of})`;
}
