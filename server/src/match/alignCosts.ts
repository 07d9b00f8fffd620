/** Costs of an alignment: what pairing two words gains, and what leaving out a word on either side costs. */

/** One word of the draft's quote, as the alignment needs it. */
export interface QueryWord {
  /** Spelling key; equal keys match. */
  readonly key: string;
  /** Words of the article may be skipped before it at no cost: an ellipsis stands there. */
  readonly afterEllipsis: boolean;
  /** An editor's insertion, which may have no counterpart and may stand for a few words of the article. */
  readonly bracketed: boolean;
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

/** What leaving out a word on either side costs. */
export interface Costs {
  readonly insert: number;
  readonly skip: SkipCost;
}

export function costsOf(word: QueryWord, next: QueryWord | undefined): Costs {
  return { insert: word.bracketed ? INSERT_BRACKETED : INSERT, skip: skipCost(word, next) };
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

/** The words of both sides as numbers, since every word of the quote is set against every word of the article. */
export interface Numbered {
  /** Equal for equal keys; of the article’s words those that the quote does not have are `NOT_IN_QUOTE`. */
  readonly keys: ReadonlyMap<string, number>;
  readonly target: Int32Array;
  /** The same of the first letters of each word. */
  readonly stems: ReadonlyMap<string, number>;
  readonly targetStems: Int32Array;
}

const NOT_IN_QUOTE = -1;

export function numbered(query: readonly QueryWord[], target: readonly string[]): Numbered {
  const keys = new Map<string, number>();
  const stems = new Map<string, number>();
  for (const { key } of query) {
    if (!keys.has(key)) keys.set(key, keys.size);
    const stem = stemOf(key);
    if (stem !== null && !stems.has(stem)) stems.set(stem, stems.size);
  }
  return {
    keys,
    target: Int32Array.from(target, (key) => keys.get(key) ?? NOT_IN_QUOTE),
    stems,
    targetStems: Int32Array.from(target, (key) => stems.get(stemOf(key) ?? '') ?? NOT_IN_QUOTE),
  };
}

/** What pairing `word` with each word of the article gains. */
export function pairScores(word: QueryWord, { keys, target, stems, targetStems }: Numbered): Float64Array {
  const own = keys.get(word.key);
  const stem = stems.get(stemOf(word.key) ?? '');
  const scores = new Float64Array(target.length);
  for (let j = 0; j < scores.length; j += 1) {
    if (target[j] === own) scores[j] = MATCH;
    else if (word.bracketed) scores[j] = INSERT_BRACKETED;
    else scores[j] = targetStems[j] === stem ? RELATED : CHANGE;
  }
  return scores;
}

/** Letters that two words must share at their start to count as forms of one (`restore`, `restoring`). */
const SHARED_STEM = 4;

/** The letters that a word shares with its other forms; null for one too short to have any. */
function stemOf(key: string): string | null {
  return key.length < SHARED_STEM ? null : key.slice(0, SHARED_STEM);
}
