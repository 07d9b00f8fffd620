/** Derivation: a figure that no article prints but that follows from figures one passage prints. */

import type { Passage } from '../../match/candidates.ts';
import { pairFeature } from '../../match/pairFeatures.ts';
import { compareQuantities } from '../../quantity/compare.ts';
import { NO_NOUN } from '../../quantity/lexicon/noNoun.ts';
import { wordSet } from '../../quantity/lexicon/wordSet.ts';
import type { Figure, Quantity } from '../../quantity/quantity.ts';
import type { Token } from '../../text/tokens.ts';
import { derivedAcross } from './acrossSentences.ts';
import { workedOutInDraft } from './amongSiblings.ts';
import { type Assessment, agrees, CONTRAST_FROM, SMALL_COUNT } from './assess.ts';
import { yearCounted } from './countedYear.ts';
import { followsFromScore } from './margin.ts';
import { countedWithNamed, nextOf } from './namedBeside.ts';
import { areSame, groupsOf, pairsOf, reachOf, SELDOM_BY_CHANCE } from './operands.ts';
import { leftOrChanged } from './partOfWhole.ts';
import { POLICY, type Policy } from './policy.ts';
import { shareOf } from './shareOf.ts';
import { workedOut } from './workedOut.ts';

/** How a figure follows from others, the plainest way first. */
export type DerivationKind = 'sum' | 'beside-others' | 'difference' | 'years' | 'share' | 'counted';

/** The arithmetic that gives the draft's figure, and the passage its operands stand in. */
export interface Derivation {
  readonly kind: DerivationKind;
  /** `90 + 14 = 104`, the operands as they stand in the article. */
  readonly arithmetic: string;
  readonly passage: Passage;
  readonly operands: readonly Quantity[];
}

/**
 * The first derivation of the figure among the passages of articles that tell the draft's story: a sum of two or more
 * figures or a difference of two of the same dimension, the years between two years, a year so many years from another,
 * the margin of a score, or one figure as a percentage of another; or what follows from two sentences of one article. Null
 * without, and for small counts, since almost anything adds up to three.
 */
export function derivationOf(assessment: Assessment, policy: Policy = POLICY): Derivation | null {
  const { quantity, passages, candidates } = assessment;
  // Of small counts the articles that tell the story must tell the parts too.
  const isSeldom = quantity.kind !== 'date' && quantity.low >= SELDOM_BY_CHANCE;
  const there = new Set(
    candidates.flatMap(({ passage, likeness }) => (likeness >= policy.thereFrom ? [passage] : [])),
  );
  const related = passages.filter(
    (passage) => passage.surroundings.articleCover >= policy.relatedFrom || (isSeldom && there.has(passage)),
  );
  for (const passage of related.slice(0, PASSAGES)) {
    const found = isDerivable(quantity)
      ? deriveFrom(quantity, passage, assessment, policy)
      : yearCounted(quantity, passage);
    if (found !== null) return found;
  }
  return (
    derivedAcross(assessment, policy) ??
    shareOf(assessment, policy) ??
    workedOut(assessment, policy) ??
    workedOutInDraft(assessment, policy) ??
    leftOrChanged(assessment, policy)
  );
}

function isDerivable(quantity: Quantity): quantity is Figure {
  return (
    quantity.kind !== 'date' &&
    !quantity.vague &&
    quantity.low === quantity.high &&
    quantity.low > SMALL_COUNT
  );
}

/** Only the passages most like the draft's sentence may give operands; others add up by chance. */
const PASSAGES = 4;

/** `six of the 40 kings and queens`: what the draft tells beside the figure is a part of it. */
function isWholeOf(tokens: readonly Token[], { extent }: Quantity): boolean {
  const at = tokens.findIndex(({ start }) => start >= extent.start);
  const determiner = DETERMINERS.has(tokens[at - 1]?.lower ?? '') ? at - 2 : at - 1;
  return tokens[determiner]?.lower === 'of';
}

const DETERMINERS: ReadonlySet<string> = wordSet('the all its their his her those these');

/**
 * Whether figures of one passage may be what the draft's figure was worked out from. The draft's sentence tells all the
 * operands or none, unless it tells a part of the whole: `17 in 2012, 10 in 2013 and 31 in 2014` takes up 17 and 10, so
 * that 31 is no 41 − 10. And what excludes what the draft counts is none of it: 12 killed and 9 injured are not 21 killed.
 */
function canBeOperands(
  operands: readonly Quantity[],
  { sentence, quantity, candidates }: Assessment,
): boolean {
  const siblings = sentence.quantities.filter((other) => other !== quantity);
  const told = operands.filter((operand) =>
    siblings.some((sibling) => agrees(compareQuantities(sibling, operand))),
  );
  const tellsSome = told.length > 0 && told.length < operands.length;
  if (tellsSome && !isWholeOf(sentence.sentence.tokens, quantity)) return false;
  return !candidates.some(
    ({ slot, features }) =>
      operands.includes(slot.quantity) && pairFeature(features, 'contrast') >= CONTRAST_FROM,
  );
}

function deriveFrom(
  figure: Figure,
  passage: Passage,
  assessment: Assessment,
  { operandFrom }: Policy,
): Derivation | null {
  const { quantities } = passage.sentence;
  const fits = (operands: readonly Quantity[]): boolean => canBeOperands(operands, assessment);
  const areNear = (operands: readonly Quantity[]): boolean =>
    assessment.candidates.some(
      ({ slot, likeness }) => likeness >= operandFrom && operands.includes(slot.quantity),
    );
  const written = (
    kind: DerivationKind,
    operands: readonly Quantity[],
    sign: string,
    equals = '=',
  ): Derivation => ({
    kind,
    arithmetic: `${operands.map(({ text }) => text).join(` ${sign} `)} ${equals} ${figure.text}`,
    passage,
    operands,
  });
  const same = quantities.filter((other): other is Figure => isSummand(figure, other));
  const isOne = (parts: readonly Figure[]): boolean => areOneKind(parts, passage.sentence, assessment);
  const sum = sumOf(figure, same, (parts) => areNear(parts) && fits(parts) && isOne(parts));
  if (sum !== null) {
    const { parts, isExact } = sum;
    return written('sum', parts, '+', isExact ? '=' : '≈');
  }
  const others = countedWithNamed(figure, same, passage, assessment);
  if (others !== null && areNear(others.operands)) return others;
  for (const [a, b] of pairsOf(same))
    if (areSame(a.low - b.low, figure.low) && fits([a, b])) return written('difference', [a, b], '−');
  const margin = followsFromScore(figure, passage, assessment);
  if (margin !== null) return margin;
  if (isYears(figure, assessment)) {
    for (const [a, b] of pairsOf(quantities))
      if (yearsBetween(a, b) === figure.low && fits([a, b])) return written('years', [a, b], '−');
  }
  if (figure.kind === 'percent') return percentage(figure, quantities, written);
  return null;
}

/**
 * Whether the summands may be told by the noun behind the draft's figure: where the article gives one of them that noun and
 * another a noun of its own, `a £300 fine and £200 in damages`, their sum is no fine.
 */
function areOneKind(
  parts: readonly Figure[],
  { sentence }: Passage['sentence'],
  assessment: Assessment,
): boolean {
  const { quantity } = assessment;
  const noun = nextOf(assessment);
  if (quantity.kind !== 'money' || noun?.kind !== 'word') return true;
  const behind = ({ extent }: Figure): readonly Token[] => {
    const at = sentence.tokens.findIndex(({ start }) => start >= extent.end);
    return at === -1 ? [] : sentence.tokens.slice(at, at + 2);
  };
  const isNamed = parts.some((part) => behind(part)[0]?.lower === noun.lower);
  return !isNamed || !parts.some((part) => tellsKind(behind(part), noun));
}

/** `in damages`: a plain noun, and not the noun of the draft; `in June`, `in 2019` and `in the` tell no kind. */
function tellsKind([joint, kind]: readonly Token[], noun: Token): boolean {
  if (joint?.lower !== 'in' || kind?.kind !== 'word') return false;
  return kind.text === kind.lower && kind.lower !== noun.lower && !NO_NOUN.has(kind.lower);
}

/** The first figures that fit and come to the draft's, to the unit or in round numbers. */
function sumOf(
  figure: Figure,
  same: readonly Figure[],
  fits: (parts: readonly Figure[]) => boolean,
): { readonly parts: readonly Figure[]; readonly isExact: boolean } | null {
  for (const parts of groupsOf(same)) {
    const sum = parts.reduce((total, { low }) => total + low, 0);
    const isExact = areSame(sum, figure.low);
    if ((isExact || isSumInRoundNumbers(figure, parts, sum)) && fits(parts)) return { parts, isExact };
  }
  return null;
}

/**
 * `over 40,000` for a sum of 40,450: whole sums are told in round numbers under a bound. A figure that the passage gives
 * itself is no sum of it and another.
 */
function isSumInRoundNumbers({ bound, low }: Figure, parts: readonly Figure[], sum: number): boolean {
  if (parts.some((part) => part.low === low)) return false;
  switch (bound) {
    case 'more-than':
    case 'at-least':
      return sum > low && sum <= low * SUM_REACH;
    case 'nearly':
    case 'less-than':
      return sum < low && sum * SUM_REACH >= low;
    case 'about':
      return Math.abs(sum - low) <= low * (SUM_REACH - 1);
    case 'at-most':
    case 'exact':
      return false;
  }
}

/** How far a sum may lie from the round number it is told as. */
const SUM_REACH = 1.05;

function percentage(
  figure: Figure,
  quantities: readonly Quantity[],
  written: (kind: DerivationKind, operands: readonly Quantity[], sign: string) => Derivation,
): Derivation | null {
  const counts = quantities.filter(
    (other): other is Figure => other.kind === 'number' || other.kind === 'money' || other.kind === 'measure',
  );
  const off = reachOf(figure);
  for (const [part, whole] of pairsOf(counts)) {
    if (part.dimension !== whole.dimension || whole.low <= part.low) continue;
    if (Math.abs((100 * part.low) / whole.low - figure.low) <= off)
      return written('share', [part, whole], '/');
  }
  return null;
}

function isSummand(figure: Figure, other: Quantity): other is Figure {
  return (
    other.kind !== 'date' &&
    !other.vague &&
    other.low === other.high &&
    other.dimension === figure.dimension &&
    other.unit === figure.unit
  );
}

/** Years, an age, or a bare number that counts nothing else: `100 pilots` are not the years from 1915 to 2015. */
function isYears(figure: Figure, assessment: Assessment): boolean {
  if (figure.kind !== 'number' || figure.unit !== null) return figure.unit === 'year';
  const next = nextOf(assessment);
  return next?.kind !== 'word' || NO_NOUN.has(next.lower);
}

function yearsBetween(a: Quantity, b: Quantity): number | null {
  if (a.kind !== 'date' || b.kind !== 'date' || a.year === null || b.year === null) return null;
  return a.year - b.year;
}
