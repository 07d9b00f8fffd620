/** Metrics: recall by type of error and false alarms in clean sentences, counted as the independent scorer counts. */

import { splitSentences } from '../../server/src/text/sentences.ts';
import { overlaps, type Span } from '../../server/src/text/span.ts';
import type { MarkedSpan } from './dataset.ts';
import { type Checked, isLoud } from './evaluate.ts';

/** How many of how many. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

export interface Metrics {
  readonly drafts: number;
  readonly claims: number;
  readonly flags: number;
  /** Recall on marked errors by name: `figure-conflict`, `E`, `V`… and `baseless` for the quiet code. */
  readonly recall: ReadonlyMap<string, Share>;
  /** Loud findings on figures and dates among all figures and dates of sentences without a marked error. */
  readonly falseAlarms: Share;
  readonly cleanDraftsFlagged: Share;
  /** Among findings on figures and dates with evidence, those whose best evidence is from the draft's own article. */
  readonly rightArticle: Share;
  /** Milliseconds a draft: median and 95th percentile. */
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** The types of marked errors that are figure conflicts, with what they are called in the data's README. */
export const CONFLICT_TYPES = ['V', 'E', 'D', 'Q', 'U', 'C', 'R'] as const;
const CONFLICTS: ReadonlySet<string> = new Set(CONFLICT_TYPES);

export function metricsOf(checked: readonly Checked[]): Metrics {
  const recall = new Map<string, Share>();
  const count = (name: string, hit: boolean): void => {
    const known = recall.get(name) ?? { hits: 0, of: 0 };
    recall.set(name, { hits: known.hits + Number(hit), of: known.of + 1 });
  };
  for (const one of checked) countRecall(one, count);
  const clean = checked.filter(({ row }) => row.spans.length === 0);
  const times = checked.map(({ ms }) => ms).sort((a, b) => a - b);
  const claims = checked.flatMap(({ findings }) => findings);
  return {
    drafts: checked.length,
    claims: claims.length,
    flags: claims.filter(isLoud).length,
    recall,
    falseAlarms: sum(checked.map(falseAlarmsOf)),
    cleanDraftsFlagged: { hits: clean.filter((one) => flagsOf(one).length > 0).length, of: clean.length },
    rightArticle: sum(checked.map(rightArticleOf)),
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
    p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}

/** The loud findings of a draft on figures and dates. */
export function flagsOf({ findings }: Checked): Checked['findings'] {
  return findings.filter((finding) => isLoud(finding) && isQuantity(finding.claim.kind));
}

/** Loud findings on figures and dates in sentences without a marked error. */
export function falseAlarmFlags(checked: Checked): Checked['findings'] {
  return flagsOf(checked).filter(({ claim }) => isInCleanSentence(checked, claim));
}

function countRecall(checked: Checked, count: (name: string, hit: boolean) => void): void {
  const loud = checked.findings.filter(isLoud);
  const quiet = checked.findings.filter(({ code }) => code === 'figure-not-found');
  for (const span of checked.row.spans) {
    const hit = loud.some(({ claim }) => overlaps(claim, span));
    if (isConflict(span)) {
      count('figure-conflict', hit);
      count(span.adj ?? '', hit);
    }
    if (span.type === 'baseless' && span.has.some((kind) => kind === 'figure' || kind === 'date')) {
      count('baseless figure, any severity', hit || quiet.some(({ claim }) => overlaps(claim, span)));
    }
  }
}

export function isConflict({ adj }: MarkedSpan): boolean {
  return CONFLICTS.has(adj ?? '');
}

function falseAlarmsOf(checked: Checked): Share {
  const claims = checked.findings.filter(
    ({ claim }) => isQuantity(claim.kind) && isInCleanSentence(checked, claim),
  );
  return { hits: claims.filter(isLoud).length, of: claims.length };
}

function rightArticleOf({ row, findings }: Checked): Share {
  const best = findings.flatMap(({ claim, evidence }) =>
    isQuantity(claim.kind) ? evidence.slice(0, 1) : [],
  );
  return { hits: best.filter(({ article }) => article === row.docId).length, of: best.length };
}

const sentencesKept = new WeakMap<Checked, readonly Span[]>();

function isInCleanSentence(checked: Checked, claim: Span): boolean {
  const { draft, spans } = checked.row;
  const kept = sentencesKept.get(checked) ?? splitSentences(draft, [{ start: 0, end: draft.length }]);
  sentencesKept.set(checked, kept);
  const sentence = kept.find((one) => overlaps(one, claim)) ?? claim;
  return !spans.some((span) => overlaps(span, sentence));
}

function isQuantity(kind: string): boolean {
  return kind === 'figure' || kind === 'date';
}

function sum(shares: readonly Share[]): Share {
  return shares.reduce((a, b) => ({ hits: a.hits + b.hits, of: a.of + b.of }), { hits: 0, of: 0 });
}
