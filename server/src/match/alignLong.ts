/** Alignment of quotes of any length: long ones piece by piece, so that time stays linear in their length. */

import { type Alignment, align, type QueryWord, type Step } from './align.ts';

/** Longest piece, in words, that is aligned at once; a quote in a news report is a tenth of it. */
export const LONGEST_PIECE = 240;
/** Words of the article beyond the length of a piece in which its words are sought. */
const SLACK = 160;
/** A piece with a smaller share of matching words does not stand there. */
const LEAST_MATCHING = 0.2;

/** As `align`; a quote longer than `LONGEST_PIECE` is aligned in pieces, each sought after the end of the one before. */
export function alignLong(query: readonly QueryWord[], target: readonly string[]): Alignment {
  if (query.length <= LONGEST_PIECE) return align(query, target);
  const steps: Step[] = [];
  let matches = 0;
  let score = 0;
  let at = 0;
  for (let from = 0; from < query.length; from += LONGEST_PIECE) {
    const piece = query.slice(from, from + LONGEST_PIECE);
    const found = align(piece, target.slice(at, at + piece.length + SLACK));
    if (found.matches < piece.length * LEAST_MATCHING) {
      for (let index = 0; index < piece.length; index += 1) {
        steps.push({ kind: 'insert', query: from + index, target: -1 });
      }
      at = Math.min(target.length, at + piece.length);
      continue;
    }
    matches += found.matches;
    score += found.score;
    at = appendPiece(steps, found.steps, from, at);
  }
  return { steps, matches, score };
}

/** Adds the steps of a piece, and those of the article's words between it and the one before; returns where it ends. */
function appendPiece(steps: Step[], piece: readonly Step[], query: number, target: number): number {
  const first = piece.find((step) => step.target >= 0)?.target ?? 0;
  const isFirst = !steps.some((step) => step.target >= 0);
  for (let skipped = 0; !isFirst && skipped < first; skipped += 1) {
    steps.push({ kind: 'delete', query: -1, target: target + skipped });
  }
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
