/** Parts of a whole, and changes told: `23 of its 86` leaves 63, and `88, ten less than before` was 98. */

import type { Passage } from '../../match/candidates.ts';
import { wordSet } from '../../quantity/lexicon/wordSet.ts';
import type { Figure, Quantity } from '../../quantity/quantity.ts';
import type { Token } from '../../text/tokens.ts';
import type { Assessment } from './assess.ts';
import type { Derivation } from './derive.ts';
import { areAlike, areSame, isPlain, pairsOf, SELDOM_BY_CHANCE } from './operands.ts';
import type { Policy } from './policy.ts';

/**
 * What a passage leaves of a whole of which it tells a part, or what was before or after a change that it tells. One of its
 * two figures stands where the draft's may, or the draft's own sentence tells it.
 */
export function leftOrChanged(assessment: Assessment, policy: Policy): Derivation | null {
  const { quantity, passages } = assessment;
  if (!isPlain(quantity) || quantity.kind === 'ordinal') return null;
  for (const passage of passages) {
    if (passage.surroundings.articleCover < policy.tellsFrom) continue;
    const figures = passage.sentence.quantities.filter(
      (one): one is Figure => isPlain(one) && areAlike(quantity, one),
    );
    const found = pairIn(quantity, figures, passage.sentence.sentence.tokens);
    if (found !== null && isMeant(found, assessment, policy)) return written(quantity, found, passage);
  }
  return null;
}

/** Two figures, and the sign that stands between them. */
interface Pair {
  readonly operands: readonly [Figure, Figure];
  readonly sign: '+' | '−';
}

function pairIn(figure: Figure, figures: readonly Figure[], tokens: readonly Token[]): Pair | null {
  for (const [one, other] of pairsOf(figures)) {
    const sign = signBetween(figure, one, other, tokens);
    if (sign !== null) return { operands: [one, other], sign };
  }
  return null;
}

/** How the figure follows from the two, where the passage sets them against each other; else null. */
function signBetween(
  figure: Figure,
  one: Figure,
  other: Figure,
  tokens: readonly Token[],
): Pair['sign'] | null {
  const isLess = areSame(one.low - other.low, figure.low);
  if (!isLess && !areSame(one.low + other.low, figure.low)) return null;
  if (isLess && isPartOf(other, one, tokens)) return '−';
  if (Number.isInteger(figure.low) && figure.low < SELDOM_BY_CHANCE) return null;
  const change = changeTold(other, tokens);
  if (isLess) return change === 1 ? '−' : null;
  return change === -1 ? '+' : null;
}

/** `23 of its 86 jobs`, and `£2.3 million, £1.7 million of which`. */
function isPartOf(part: Figure, whole: Figure, tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ start }) => start >= part.extent.end);
  if (tokens[at]?.lower !== 'of') return false;
  const next = tokens[at + 1];
  if (WHOLE.has(next?.lower ?? '')) return whole.end <= part.start;
  const behind = DETERMINERS.has(next?.lower ?? '') ? tokens[at + 2] : next;
  return behind?.start === whole.extent.start;
}

/** What stands for the whole that was told before. */
const WHOLE: ReadonlySet<string> = wordSet('which whom them these those');
const DETERMINERS: ReadonlySet<string> = wordSet('the its his her their our');

/** 1 where the passage tells the figure as how much more something is than before or than another, -1 as how much less, else 0. */
function changeTold(figure: Figure, tokens: readonly Token[]): -1 | 0 | 1 {
  const behind = tokens.find(({ start }) => start >= figure.extent.end)?.lower ?? '';
  const last = tokens.findLastIndex(({ end }) => end <= figure.extent.start);
  const before = tokens[last]?.lower ?? '';
  const joined = before === 'by' || before === 'of' ? (tokens[last - 1]?.lower ?? '') : before;
  for (const word of [behind, joined]) {
    if (MORE.has(word)) return 1;
    if (LESS.has(word)) return -1;
  }
  return 0;
}

const MORE: ReadonlySet<string> = wordSet(
  'more higher above longer older bigger larger heavier up rise rises rose risen increase increases increased grew grown gain gains ' +
    'gained jump jumped climb climbed widened',
);
const LESS: ReadonlySet<string> = wordSet(
  'less fewer lower below shorter younger smaller lighter down fall falls fell fallen drop drops dropped decrease decreased decline ' +
    'declined cut cuts lose loses lost reduction shrank',
);

function isMeant(
  { operands }: Pair,
  { candidates, sentence, quantity }: Assessment,
  policy: Policy,
): boolean {
  const isOperand = (other: Quantity): boolean => operands.some((one) => one === other);
  const isTold = sentence.quantities.some(
    (own) =>
      own !== quantity &&
      isPlain(own) &&
      operands.some((one) => areAlike(own, one) && areSame(own.low, one.low)),
  );
  return (
    isTold ||
    candidates.some(({ slot, likeness }) => likeness >= policy.operandFrom && isOperand(slot.quantity))
  );
}

/** Such pairs are seldom chance: the passage's own words set the one figure against the other. */
function written(figure: Figure, { operands, sign }: Pair, passage: Passage): Derivation {
  const arithmetic = `${operands[0].text} ${sign} ${operands[1].text} = ${figure.text}`;
  return { kind: 'sum', arithmetic, passage, operands };
}
