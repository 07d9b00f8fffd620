/** Differences: what the steps of an alignment mean, as stretches of the quote against stretches of the article. */

import type { NormalWord } from '../text/normalise.ts';
import { sameInWriting } from '../text/spelling.ts';
import type { Alignment, QueryWord, Step } from './align.ts';

/**
 * One stretch that differs.
 * - `reworded`: words of the article stand otherwise in the quote; `omitted`: left out in silence; `added`: put in.
 * - `spelling`: the same words written otherwise.
 * - `ellipsis`: left out with an ellipsis; `bracket`: replaced or added in brackets.
 * - `unbracketed`: an insertion that the article marks as its editor’s stands in the quote as if it had been spoken.
 */
export interface Difference {
  readonly kind: 'reworded' | 'omitted' | 'added' | 'spelling' | 'ellipsis' | 'bracket' | 'unbracketed';
  /** Word indices of the quote, half-open; empty (`from === to`) at the place of an omission. */
  readonly query: WordRange;
  /** Word indices of the article's words, half-open; empty at the place of an addition. */
  readonly target: WordRange;
}

export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** Most words of an article that one editor's bracket may stand for. */
const LONGEST_BRACKETED = 12;

/** The stretches in which the quote and the article differ, in order. */
export function differencesOf(
  alignment: Alignment,
  query: readonly QueryWord[],
  norms: readonly string[],
  target: readonly NormalWord[],
): Difference[] {
  const found: Difference[] = [];
  for (const run of runsOf(alignment.steps, query)) {
    if (run.kind === 'match') found.push(...spellings(run, query, norms, target));
    else found.push(classify(run, query, norms, target));
  }
  // Where all of it stands in brackets, the article quotes it there and inserts nothing.
  const inserted = found.filter(({ kind }) => kind === 'unbracketed').length < alignment.matches;
  return inserted ? found : found.filter(({ kind }) => kind !== 'unbracketed');
}

interface Run {
  readonly kind: 'match' | 'differ' | 'skip';
  readonly query: WordRange;
  readonly target: WordRange;
}

/** Runs of matching steps, of differing ones, and of words skipped at an ellipsis. */
function runsOf(steps: readonly Step[], query: readonly QueryWord[]): Run[] {
  const runs: Run[] = [];
  let queryAt = 0;
  let targetAt = steps.find((step) => step.target >= 0)?.target ?? 0;
  for (const step of steps) {
    const kind = kindOf(step, query[queryAt]);
    const before = runs[runs.length - 1];
    const from = { query: queryAt, target: targetAt };
    if (step.query >= 0) queryAt = step.query + 1;
    if (step.target >= 0) targetAt = step.target + 1;
    const parted = step.query >= 0 && query[step.query]?.afterEllipsis === true;
    if (before !== undefined && before.kind === kind && !parted) {
      runs[runs.length - 1] = {
        kind,
        query: { from: before.query.from, to: queryAt },
        target: { from: before.target.from, to: targetAt },
      };
    } else {
      runs.push({
        kind,
        query: { from: from.query, to: queryAt },
        target: { from: from.target, to: targetAt },
      });
    }
  }
  return runs;
}

function kindOf(step: Step, next: QueryWord | undefined): Run['kind'] {
  if (step.kind === 'match') return 'match';
  return step.kind === 'delete' && next?.afterEllipsis === true ? 'skip' : 'differ';
}

function classify(
  run: Run,
  query: readonly QueryWord[],
  norms: readonly string[],
  target: readonly NormalWord[],
): Difference {
  const { query: own, target: other } = run;
  if (run.kind === 'skip') return { kind: 'ellipsis', query: own, target: other };
  const words = query.slice(own.from, own.to);
  if (isBracket(words, query[own.to], target.slice(other.from, other.to)))
    return { kind: 'bracket', query: own, target: other };
  const left = norms.slice(own.from, own.to);
  const right = target.slice(other.from, other.to).map((word) => word.norm);
  if (sameInWriting(left, right)) return { kind: 'spelling', query: own, target: other };
  for (const range of otherEdges(own, other, query.length)) {
    const words = target.slice(range.from, range.to).map((word) => word.norm);
    if (sameInWriting(left, words)) return { kind: 'spelling', query: own, target: range };
  }
  const kind = own.from === own.to ? 'omitted' : other.from === other.to ? 'added' : 'reworded';
  return { kind, query: own, target: other };
}

/**
 * At the edge of a quote nothing pairs the second half of a word that the article parts (`roller coaster`), and the half of
 * one that the quote parts is paired with the article's next word (`lunch time` with `lunchtime, said`).
 */
function otherEdges(own: WordRange, { from, to }: WordRange, length: number): readonly WordRange[] {
  if (own.to === length) return [{ from, to: to + 1 }, ...(to > from ? [{ from, to: to - 1 }] : [])];
  if (own.from > 0) return [];
  return [{ from: Math.max(0, from - 1), to }, ...(to > from ? [{ from: from + 1, to }] : [])];
}

/**
 * All words of the stretch stand in brackets, or words are left out right beside a bracket. Where the article has
 * brackets of its own, what stands in them is compared like any other word.
 */
function isBracket(
  words: readonly QueryWord[],
  next: QueryWord | undefined,
  other: readonly NormalWord[],
): boolean {
  if (other.length > LONGEST_BRACKETED || other.some((word) => word.bracketed)) return false;
  if (words.length === 0) return next?.bracketed === true;
  return words.every((word) => word.bracketed);
}

/** Words whose keys match but which are written otherwise (`defence` against `defense`) or lost their brackets. */
function spellings(
  run: Run,
  query: readonly QueryWord[],
  norms: readonly string[],
  target: readonly NormalWord[],
): Difference[] {
  const found: Difference[] = [];
  for (let offset = 0; offset < run.query.to - run.query.from; offset += 1) {
    const own = run.query.from + offset;
    const other = run.target.from + offset;
    const lost = target[other]?.bracketed === true && query[own]?.bracketed === false;
    if (norms[own] === target[other]?.norm && !lost) continue;
    const kind = lost ? 'unbracketed' : 'spelling';
    found.push({ kind, query: { from: own, to: own + 1 }, target: { from: other, to: other + 1 } });
  }
  return found;
}

/** Whether a difference changes what the article has, rather than how it is written or marked as edited. */
export function isChange(difference: Difference): boolean {
  switch (difference.kind) {
    case 'reworded':
    case 'omitted':
    case 'added':
    case 'unbracketed':
      return true;
    case 'spelling':
    case 'ellipsis':
    case 'bracket':
      return false;
  }
}
