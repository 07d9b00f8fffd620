/** Scores: `a 21-point deficit`, `won by eight goals` and, of a record of 8-0, `eight straight wins` follow from them. */

import type { Passage } from '../../match/candidates.ts';
import { wordSet } from '../../quantity/lexicon/wordSet.ts';
import type { Figure, Quantity } from '../../quantity/quantity.ts';
import type { Assessment } from './assess.ts';
import type { Derivation } from './derive.ts';

/**
 * The derivation of so many points, goals or runs from a score of the passage whose sides lie as far apart, or of so many
 * games from a record of the passage.
 */
export function followsFromScore(
  figure: Figure,
  passage: Passage,
  { sentence }: Assessment,
): Derivation | null {
  if (figure.kind !== 'number') return null;
  const { tokens } = sentence.sentence;
  const next = tokens.findIndex(({ start }) => start >= figure.end);
  const counted = (tokens[next]?.text === '-' ? tokens[next + 1] : tokens[next])?.lower ?? '';
  if (SCORED.has(counted)) return marginOf(figure, passage);
  return PLAYED.has(counted) ? gamesOf(figure, passage) : null;
}

/** `8-0` are eight games, all of them won. */
function gamesOf(figure: Figure, passage: Passage): Derivation | null {
  const isRecord = (other: Quantity): other is Figure =>
    other.kind === 'score' &&
    Math.min(other.low, other.high) === 0 &&
    Math.max(other.low, other.high) === figure.low;
  const score = passage.sentence.quantities.find(isRecord);
  if (score === undefined) return null;
  return {
    kind: 'sum',
    arithmetic: `${score.low} + ${score.high} = ${figure.text}`,
    passage,
    operands: [score],
  };
}

const PLAYED: ReadonlySet<string> = wordSet(
  'game games match matches matchup matchups meeting meetings win wins victory victories loss losses defeat defeats ' +
    'straight consecutive bout bouts fight fights start starts',
);

function marginOf(figure: Figure, passage: Passage): Derivation | null {
  const isApart = (other: Quantity): other is Figure =>
    other.kind === 'score' && Math.abs(other.low - other.high) === figure.low;
  const score = passage.sentence.quantities.find(isApart);
  if (score === undefined) return null;
  const [less, more] = [Math.min(score.low, score.high), Math.max(score.low, score.high)];
  const arithmetic = `${more} − ${less} = ${figure.text}`;
  return { kind: 'difference', arithmetic, passage, operands: [score] };
}

const SCORED: ReadonlySet<string> = new Set(['point', 'points', 'goal', 'goals', 'run', 'runs']);
