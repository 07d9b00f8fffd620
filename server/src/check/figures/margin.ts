/** Margins: `a 21-point deficit` and `won by eight goals` follow from a score. */

import type { Passage } from '../../match/candidates.ts';
import type { Figure, Quantity } from '../../quantity/quantity.ts';
import type { Assessment } from './assess.ts';
import type { Derivation } from './derive.ts';

/** The derivation of so many points, goals or runs from a score of the passage whose sides lie as far apart. */
export function marginOf(figure: Figure, passage: Passage, { sentence }: Assessment): Derivation | null {
  if (figure.kind !== 'number') return null;
  const { tokens } = sentence.sentence;
  const next = tokens.findIndex(({ start }) => start >= figure.end);
  const counted = tokens[next]?.text === '-' ? tokens[next + 1] : tokens[next];
  if (!SCORED.has(counted?.lower ?? '')) return null;
  const isApart = (other: Quantity): other is Figure =>
    other.kind === 'score' && Math.abs(other.low - other.high) === figure.low;
  const score = passage.sentence.quantities.find(isApart);
  if (score === undefined) return null;
  const [less, more] = [Math.min(score.low, score.high), Math.max(score.low, score.high)];
  const arithmetic = `${more} − ${less} = ${figure.text}`;
  return { kind: 'difference', arithmetic, passage, operands: [score] };
}

const SCORED: ReadonlySet<string> = new Set(['point', 'points', 'goal', 'goals', 'run', 'runs']);
