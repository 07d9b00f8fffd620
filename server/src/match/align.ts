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

/** A match gains what two differences cost, so that one matching word between two changed ones is still seen. */
const MATCH = 2;
/** A changed word must cost less than a word left out and one put in, so that it is shown as one change. */
const CHANGE = -1;
/** Words of the same stem (`restore`, `restoring`) pair before any others do. */
const RELATED = -0.5;
const INSERT = -1;
const DELETE = -1;
/** An editor's bracket stands for words of the article: skipping them costs less than a silent omission. */
const DELETE_AT_BRACKET = -0.25;
const INSERT_BRACKETED = -0.25;

const STOP = 0;
const DIAGONAL = 1;
const UP = 2;
const LEFT = 3;

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
  // The last row never skips words of the article: the quote is over.
  const skip = next === undefined ? Number.NEGATIVE_INFINITY : skipCost(word, next);
  row[0] = (above[0] ?? 0) + insert;
  moves[0] = UP;
  for (let j = 1; j < row.length; j += 1) {
    let best = (above[j - 1] ?? 0) + pairScore(word, target[j - 1] ?? '');
    let move = DIAGONAL;
    const up = (above[j] ?? 0) + insert;
    if (up > best) {
      best = up;
      move = UP;
    }
    const left = (row[j - 1] ?? 0) + skip;
    if (left > best) {
      best = left;
      move = LEFT;
    }
    row[j] = best;
    moves[j] = move;
  }
}

function skipCost(word: QueryWord, next: QueryWord): number {
  if (next.afterEllipsis) return 0;
  return word.bracketed || next.bracketed ? DELETE_AT_BRACKET : DELETE;
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
  while (i > 0) {
    const move = j === 0 ? UP : (moves[i * width + j] ?? STOP);
    if (move === DIAGONAL) {
      const same = query[i - 1]?.key === target[j - 1];
      steps.push({ kind: same ? 'match' : 'change', query: i - 1, target: j - 1 });
      i -= 1;
      j -= 1;
    } else if (move === LEFT) {
      steps.push({ kind: 'delete', query: -1, target: j - 1 });
      j -= 1;
    } else {
      steps.push({ kind: 'insert', query: i - 1, target: -1 });
      i -= 1;
    }
  }
  return steps.reverse();
}
