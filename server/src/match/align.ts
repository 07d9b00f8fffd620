/** Alignment: which word of a draft's quote stands for which word of an article (Smith and Waterman 1981, on words). */

/** One word of the draft's quote, as the alignment needs it. */
export interface QueryWord {
  /** Spelling key; equal keys match. */
  readonly key: string;
  /** Words of the article may be skipped before it at no cost: an ellipsis stands there. */
  readonly afterEllipsis: boolean;
  /** An editor's insertion, which may have no counterpart and may stand for a few words of the article. */
  readonly bracketed: boolean;
}

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

/** A match gains what two changed words cost, so that one matching word between two changed ones is still seen. */
export const MATCH = 2;
/** A changed word must cost less than a word left out and one put in, so that it is shown as one change. */
const CHANGE = -0.9;
/** Words of the same stem (`restore`, `restoring`) pair before any others do. */
const RELATED = -0.5;
const INSERT = -1;
/**
 * Leaving out a stretch of the article costs once for the stretch and a little for each word (Gotoh 1982): a writer
 * drops a whole clause as easily as a word. Once must cost more than one matching word gains, or the last word of a
 * changed quote would be sought further on.
 */
const DELETE_FIRST = -3;
const DELETE_NEXT = -0.2;
/** An editor's bracket stands for words of the article: skipping them costs less than a silent omission. */
const DELETE_AT_BRACKET = -0.25;
const INSERT_BRACKETED = -0.25;

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
  const width = target.length + 1;
  const moves = new Uint8Array((query.length + 1) * width);
  let above = new Float32Array(width);
  let row = new Float32Array(width);
  for (let i = 1; i <= query.length; i += 1) {
    const word = query[i - 1];
    if (word === undefined) break;
    fillRow(word, query[i], target, above, row, moves.subarray(i * width, (i + 1) * width));
    [above, row] = [row, above];
  }
  let end = 0;
  for (let j = 1; j < width; j += 1) {
    if ((above[j] ?? 0) > (above[end] ?? 0)) end = j;
  }
  const steps = traceBack(query, target, moves, end);
  return { steps, score: above[end] ?? 0, matches: steps.filter((step) => step.kind === 'match').length };
}

/** Fills one row of scores and moves from the row above it. */
function fillRow(
  word: QueryWord,
  next: QueryWord | undefined,
  target: readonly string[],
  above: Float32Array,
  row: Float32Array,
  moves: Uint8Array,
): void {
  const insert = word.bracketed ? INSERT_BRACKETED : INSERT;
  const skip = skipCost(word, next);
  let gap = Number.NEGATIVE_INFINITY;
  row[0] = (above[0] ?? 0) + insert;
  moves[0] = UP;
  for (let j = 1; j < row.length; j += 1) {
    const opened = (row[j - 1] ?? 0) + skip.first;
    const extended = gap + skip.next;
    gap = Math.max(opened, extended);
    let best = (above[j - 1] ?? 0) + pairScore(word, target[j - 1] ?? '');
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

interface SkipCost {
  readonly first: number;
  readonly next: number;
}

const AT_END: SkipCost = { first: Number.NEGATIVE_INFINITY, next: Number.NEGATIVE_INFINITY };
const AT_ELLIPSIS: SkipCost = { first: 0, next: 0 };
const AT_BRACKET: SkipCost = { first: DELETE_AT_BRACKET, next: DELETE_AT_BRACKET };
const SILENT: SkipCost = { first: DELETE_FIRST, next: DELETE_NEXT };

/** What leaving out words of the article costs between `word` and `next`; after the last word nothing is left out. */
function skipCost(word: QueryWord, next: QueryWord | undefined): SkipCost {
  if (next === undefined) return AT_END;
  if (next.afterEllipsis) return AT_ELLIPSIS;
  return word.bracketed || next.bracketed ? AT_BRACKET : SILENT;
}

function pairScore(word: QueryWord, key: string): number {
  if (word.key === key) return MATCH;
  if (word.bracketed) return INSERT_BRACKETED;
  return isRelated(word.key, key) ? RELATED : CHANGE;
}

/** Letters that two words must share at their start to count as forms of one (`restore`, `restoring`). */
const SHARED_STEM = 4;

function isRelated(a: string, b: string): boolean {
  return (
    a.length >= SHARED_STEM && a.charCodeAt(0) === b.charCodeAt(0) && b.startsWith(a.slice(0, SHARED_STEM))
  );
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
