/** Alignment: which word of a draft's quote stands for which word of an article (Smith and Waterman 1981, on words). */

import { type Costs, costsOf, MATCH, numbered, pairScores, type QueryWord } from './alignCosts.ts';

export type { QueryWord };

/** One step. `query` and `target` are indices; -1 where that side has no word. */
export interface Step {
  readonly kind: 'match' | 'change' | 'insert' | 'delete';
  readonly query: number;
  readonly target: number;
}

export interface Alignment {
  /** Steps in order, from the first word of the quote to its last; words of the article around it are left out. */
  readonly steps: readonly Step[];
  /** Sum of the scores below. */
  readonly score: number;
  /** Words of the quote that match. */
  readonly matches: number;
}

/** Moves into a cell, and the bit that says that a run of left-out words goes on to the left. */
const DIAGONAL = 1;
const UP = 2;
const LEFT = 3;
const MOVE = 3;
const GOES_ON = 4;

/**
 * Aligns all of `query` with the stretch of `target` (spelling keys) that fits it best. Global in the quote, local in
 * the article. Time and memory grow with `query.length * target.length`; callers bound both.
 */
export function align(query: readonly QueryWord[], target: readonly string[]): Alignment {
  const found = verbatim(query, target);
  if (found !== -1) return matching(query, found);
  const width = target.length + 1;
  const moves = new Uint8Array((query.length + 1) * width);
  const table = numbered(query, target);
  let above = new Float32Array(width);
  let row = new Float32Array(width);
  for (let i = 1; i <= query.length; i += 1) {
    const word = query[i - 1];
    if (word === undefined) break;
    const scores = pairScores(word, table);
    fillRow(scores, costsOf(word, query[i]), above, row, moves.subarray(i * width, (i + 1) * width));
    [above, row] = [row, above];
  }
  let end = 0;
  for (let j = 1; j < width; j += 1) {
    if ((above[j] ?? 0) > (above[end] ?? 0)) end = j;
  }
  const steps = traceBack(query, target, moves, end);
  return { steps, score: above[end] ?? 0, matches: steps.filter((step) => step.kind === 'match').length };
}

/**
 * Where the words of the quote first stand one after another; -1 where they do not, or where an ellipsis lets words be
 * skipped at no cost. Nothing scores better than a match of every word, so that nothing need be aligned then.
 */
function verbatim(query: readonly QueryWord[], target: readonly string[]): number {
  if (query.length === 0 || query.some((word, at) => at > 0 && word.afterEllipsis)) return -1;
  const first = query[0]?.key ?? '';
  for (let at = target.indexOf(first); at !== -1; at = target.indexOf(first, at + 1)) {
    let run = 1;
    while (run < query.length && query[run]?.key === target[at + run]) run += 1;
    if (run === query.length) return at;
  }
  return -1;
}

/** The alignment of a quote that stands word for word from `target` on. */
function matching(query: readonly QueryWord[], target: number): Alignment {
  const steps = query.map((_, at): Step => ({ kind: 'match', query: at, target: target + at }));
  return { steps, score: MATCH * query.length, matches: query.length };
}

/** Fills one row of scores and moves from the row above it. `pairing` are the gains of pairing the row’s word. */
function fillRow(
  pairing: Float64Array,
  { insert, skip }: Costs,
  above: Float32Array,
  row: Float32Array,
  moves: Uint8Array,
): void {
  let gap = Number.NEGATIVE_INFINITY;
  row[0] = (above[0] ?? 0) + insert;
  moves[0] = UP;
  for (let j = 1; j < row.length; j += 1) {
    const opened = (row[j - 1] ?? 0) + skip.first;
    const extended = gap + skip.next;
    gap = Math.max(opened, extended);
    let best = (above[j - 1] ?? 0) + (pairing[j - 1] ?? 0);
    let move = DIAGONAL;
    const up = (above[j] ?? 0) + insert;
    if (up > best) {
      best = up;
      move = UP;
    }
    if (gap > best) {
      best = gap;
      move = LEFT;
    }
    row[j] = best;
    moves[j] = extended > opened ? move | GOES_ON : move;
  }
}

function traceBack(
  query: readonly QueryWord[],
  target: readonly string[],
  moves: Uint8Array,
  end: number,
): Step[] {
  const width = target.length + 1;
  const steps: Step[] = [];
  let i = query.length;
  let j = end;
  let inGap = false;
  while (i > 0) {
    const cell = j === 0 ? UP : (moves[i * width + j] ?? UP);
    const move = inGap ? LEFT : cell & MOVE;
    if (move === DIAGONAL) {
      const same = query[i - 1]?.key === target[j - 1];
      steps.push({ kind: same ? 'match' : 'change', query: i - 1, target: j - 1 });
      i -= 1;
      j -= 1;
    } else if (move === LEFT) {
      steps.push({ kind: 'delete', query: -1, target: j - 1 });
      inGap = (cell & GOES_ON) !== 0;
      j -= 1;
    } else {
      steps.push({ kind: 'insert', query: i - 1, target: -1 });
      i -= 1;
    }
  }
  return steps.reverse();
}
