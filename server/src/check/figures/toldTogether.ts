/** Figures told together: where the draft's sentence shares other figures with the place its own stands at, that place is meant. */

import { isPlainCue } from '../../claims/cues.ts';
import { compareQuantities } from '../../quantity/compare.ts';
import type { Quantity } from '../../quantity/quantity.ts';
import type { Token } from '../../text/tokens.ts';
import { type Assessment, agrees, type WeighedCandidate } from './assess.ts';

/**
 * Whether the draft tells its figure and the rival's in the order in which the article does, a sentence or two apart at most:
 * `from 38 percent to 61`. Who takes one for the other turns them round.
 */
export function keepsOrder(
  { sentence, quantity }: Assessment,
  agree: WeighedCandidate,
  differ: WeighedCandidate,
): boolean {
  if (agree.comparison !== 'equal' || agree.passage.article !== differ.passage.article) return false;
  const apart = agree.passage.sentence.sentence.index - differ.passage.sentence.sentence.index;
  if (Math.abs(apart) > SENTENCES) return false;
  const isBefore = agree.slot.quantity.start < differ.slot.quantity.start;
  return sentence.quantities.some(
    (own) => own !== quantity && isBefore === quantity.start < own.start && isSame(own, differ.slot.quantity),
  );
}

/** Sentences between two figures that are told of one thing. */
const SENTENCES = 1;

/**
 * Whether the sentence that has the draft's figure has another of the draft's that no two facts share by chance: `8,324 of
 * 112,486`.
 */
export function sharesDistinct(
  { sentence, quantity }: Assessment,
  { passage, slot }: WeighedCandidate,
): boolean {
  const beside = passage.sentence.quantities.filter((other) => other !== slot.quantity);
  return sentence.quantities.some(
    (own) => own !== quantity && isDistinct(own) && beside.some((other) => isSame(own, other)),
  );
}

/**
 * Whether the draft tells the figures of two sides, `640 by the company’s count, 680 by the union’s`: another figure of the
 * sentence is the rival’s, each stands in an article that does not give the other there, and somebody is named to have said so.
 */
export function isOtherSide(
  { sentence, quantity }: Assessment,
  agree: WeighedCandidate,
  differ: WeighedCandidate,
): boolean {
  if (agree.passage.article === differ.passage.article || agree.comparison !== 'equal') return false;
  const isToldToo = sentence.quantities.some(
    (own) => own !== quantity && compareQuantities(own, differ.slot.quantity) === 'equal',
  );
  const isToldThere = differ.passage.sentence.quantities.some((other) =>
    agrees(compareQuantities(quantity, other)),
  );
  return isToldToo && !isToldThere && namesSource(sentence.sentence.tokens);
}

function namesSource(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, at) => isPlainCue(token) || (token.lower === 'according' && tokens[at + 1]?.lower === 'to'),
  );
}

function isSame(own: Quantity, other: Quantity): boolean {
  return compareQuantities(own, other) === 'equal';
}

function isDistinct(quantity: Quantity): boolean {
  return quantity.kind !== 'date' && !quantity.vague && quantity.significant >= DISTINCT;
}

/**
 * So many digits that are no zeros at the end are seldom the same by chance. On the development sets such a figure beside the
 * rival finds one conflict and no false alarm, with two digits as with three.
 */
const DISTINCT = 3;
