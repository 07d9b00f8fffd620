/** Alignment of quotes of any length: long ones piece by piece, so that time stays linear in their length. */

import { type Alignment, align, type QueryWord, type Step } from './align.ts';
import { MATCH } from './alignCosts.ts';

/** Longest piece, in words, that is aligned at once; a quote in a news report is a tenth of it. */
export const LONGEST_PIECE = 240;
/** Words of the article beyond the length of a piece in which its words are sought. */
const SLACK = 160;
/** A piece with a smaller share of matching words does not stand there. */
const LEAST_MATCHING = 0.2;

/** Words that follow one another in both are paired without aligning; fewer may stand together by chance. */
const SHORTEST_RUN = 24;
/** Last words of such a run that are aligned after all, so that what ends it is seen with words on both sides. */
const RUN_END = 8;
/**
 * A quote is located by its first piece. When fewer than half of so many words match, it is not this passage, whatever
 * follows; the costly case is a text of the article's words in another order.
 */
const WORDS_TRIED = 4 * LONGEST_PIECE;
const LEAST_OF_TRIED = 0.5;

/** What is aligned so far, and where in the quote (`from`) and the article (`at`) it goes on. */
interface Progress {
  readonly steps: Step[];
  from: number;
  at: number;
  matches: number;
  score: number;
}

/** As `align`; a quote longer than `LONGEST_PIECE` is aligned in pieces, each sought after the end of the one before. */
export function alignLong(query: readonly QueryWord[], target: readonly string[]): Alignment {
  if (query.length <= LONGEST_PIECE) return align(query, target);
  const progress: Progress = { steps: [], from: 0, at: 0, matches: 0, score: 0 };
  while (progress.from < query.length) {
    if (progress.from >= WORDS_TRIED && progress.matches < progress.from * LEAST_OF_TRIED) {
      takeNothing(progress, query.length - progress.from);
      break;
    }
    const run = runLength(query, target, progress);
    if (run >= SHORTEST_RUN) {
      takeRun(progress, progress.from + run === query.length ? run : run - RUN_END);
    } else {
      takePiece(progress, query.slice(progress.from, progress.from + LONGEST_PIECE), target);
    }
  }
  return { steps: progress.steps, matches: progress.matches, score: progress.score };
}

/** How many words the quote and the article have in common one after another. */
function runLength(query: readonly QueryWord[], target: readonly string[], { from, at }: Progress): number {
  let run = 0;
  while (from + run < query.length && query[from + run]?.key === target[at + run]) run += 1;
  return run;
}

function takeRun(progress: Progress, length: number): void {
  for (let offset = 0; offset < length; offset += 1) {
    progress.steps.push({ kind: 'match', query: progress.from + offset, target: progress.at + offset });
  }
  progress.from += length;
  progress.at += length;
  progress.matches += length;
  progress.score += MATCH * length;
}

/** Aligns a piece with what follows in the article, or passes over as many words of both when it does not stand there. */
function takePiece(progress: Progress, piece: readonly QueryWord[], target: readonly string[]): void {
  const { steps, from, at } = progress;
  const least = piece.length * LEAST_MATCHING;
  const window = target.slice(at, at + piece.length + SLACK);
  const found = mostMatches(piece, window) < least ? null : align(piece, window);
  if (found === null || found.matches < least) {
    takeNothing(progress, piece.length);
    progress.at = Math.min(target.length, at + piece.length);
    return;
  }
  progress.from += piece.length;
  const first = found.steps.find((step) => step.target >= 0)?.target ?? 0;
  // The article's words before the first piece that stands there are not left out: the quote begins after them.
  for (let skipped = 0; progress.matches > 0 && skipped < first; skipped += 1) {
    steps.push({ kind: 'delete', query: -1, target: at + skipped });
  }
  progress.at = appendPiece(steps, found.steps, from, at);
  progress.matches += found.matches;
  progress.score += found.score;
}

/** Takes words of the quote as ones that the article does not have. */
function takeNothing(progress: Progress, length: number): void {
  for (let offset = 0; offset < length; offset += 1) {
    progress.steps.push({ kind: 'insert', query: progress.from + offset, target: -1 });
  }
  progress.from += length;
}

/** No alignment matches more words of the piece than stand anywhere in the window. */
function mostMatches(piece: readonly QueryWord[], window: readonly string[]): number {
  const keys = new Set(window);
  return piece.filter((word) => keys.has(word.key)).length;
}

/** Adds the steps of a piece that begins at `query` in the quote and `target` in the article; returns where it ends. */
function appendPiece(steps: Step[], piece: readonly Step[], query: number, target: number): number {
  let end = target;
  for (const step of piece) {
    const moved = {
      kind: step.kind,
      query: step.query < 0 ? -1 : step.query + query,
      target: step.target < 0 ? -1 : step.target + target,
    };
    if (moved.target >= 0) end = moved.target + 1;
    steps.push(moved);
  }
  return end;
}
