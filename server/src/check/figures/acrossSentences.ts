/** Derivations across sentences: what follows from two figures of one article that need not stand together. */

import type { Passage } from '../../match/candidates.ts';
import { pairFeature } from '../../match/pairFeatures.ts';
import type { DateQuantity, Figure, Quantity } from '../../quantity/quantity.ts';
import { type Assessment, CONTRAST_FROM, type WeighedCandidate } from './assess.ts';
import { directionBehind } from './countedYear.ts';
import type { Derivation } from './derive.ts';
import type { Policy } from './policy.ts';

/** The age somebody had so many years before, the time between two times of day, or a time counted from another; else null. */
export function derivedAcross(assessment: Assessment, policy: Policy): Derivation | null {
  const { quantity } = assessment;
  if (quantity.kind === 'date') return isTime(quantity) ? timeCounted(quantity, assessment, policy) : null;
  if (quantity.kind === 'age') return ageBefore(quantity, assessment, policy);
  return quantity.kind === 'duration' ? timeBetween(quantity, assessment, policy) : null;
}

/** `since he was 22` of a man of 55 who has worked there for 33 years. */
function ageBefore(
  { low, unit, text }: Figure,
  { candidates }: Assessment,
  { operandFrom }: Policy,
): Derivation | null {
  if (unit !== 'year') return null;
  const told = candidates.filter((one) => pairFeature(one.features, 'contrast') < CONTRAST_FROM);
  for (const span of told) {
    if (!isYears(span, 'duration') || span.likeness < operandFrom) continue;
    const age = told.find(
      (one) =>
        isYears(one, 'age') &&
        (one.likeness >= operandFrom || pairFeature(one.features, 'nameCover') > 0) &&
        one.passage.article === span.passage.article &&
        one.slot.quantity.low - span.slot.quantity.low === low,
    );
    if (age === undefined) continue;
    const operands = [age.slot.quantity, span.slot.quantity];
    const arithmetic = `${operands.map((one) => one.text).join(' − ')} = ${text}`;
    return { kind: 'difference', arithmetic, passage: span.passage, operands };
  }
  return null;
}

/** A candidate with a whole number of years. */
type YearsTold = WeighedCandidate & { readonly slot: { readonly quantity: Figure } };

function isYears(candidate: WeighedCandidate, kind: 'age' | 'duration'): candidate is YearsTold {
  const { quantity } = candidate.slot;
  return (
    quantity.kind === kind && quantity.unit === 'year' && !quantity.vague && quantity.low === quantity.high
  );
}

/** `an hour and 25 minutes later` of what began at 8:15 and ended at 9:40. */
function timeBetween(figure: Figure, { passages }: Assessment, { tellsFrom }: Policy): Derivation | null {
  const minutes = (figure.low * figure.factor) / MINUTE;
  if (figure.vague || figure.low !== figure.high || minutes < LEAST_MINUTES || minutes >= DAY) return null;
  const told = passages.filter(({ surroundings }) => surroundings.articleCover >= tellsFrom);
  for (const passage of told) {
    const starts = passage.sentence.quantities.filter(isTime);
    if (starts.length === 0) continue;
    const ends = told
      .filter(({ article }) => article === passage.article)
      .flatMap(({ sentence }) => sentence.quantities.filter(isTime));
    for (const start of starts) {
      const end = ends.find(
        (one) => Math.abs(((one.minute - start.minute + DAY) % DAY) - minutes) < HALF_MINUTE,
      );
      if (end === undefined) continue;
      const arithmetic = `${end.text} − ${start.text} = ${Math.round(minutes)} minutes`;
      return { kind: 'difference', arithmetic, passage, operands: [start, end] };
    }
  }
  return null;
}

/** `9:52` of what happened 12 minutes after the engines stopped at 9:40, as the sentence before tells. */
function timeCounted(time: TimeOfDay, { passages }: Assessment, { tellsFrom }: Policy): Derivation | null {
  for (const passage of passages) {
    if (passage.surroundings.articleCover < tellsFrom) continue;
    const { sentence, article } = passage;
    const before = article.sentences[sentence.sentence.index - 1]?.quantities ?? [];
    const starts = [...before, ...sentence.quantities].filter(isTime);
    for (const span of sentence.quantities) {
      const minutes = span.kind === 'duration' ? minutesFrom(span, passage) : 0;
      const start = starts.find(
        (one) => minutes !== 0 && (one.minute + minutes - time.minute) % HALF_DAY === 0,
      );
      if (start === undefined) continue;
      const sign = minutes > 0 ? '+' : '−';
      const arithmetic = `${start.text} ${sign} ${Math.abs(minutes)} minutes = ${time.text}`;
      return { kind: 'counted', arithmetic, passage, operands: [start, span] };
    }
  }
  return null;
}

/** How many minutes `12 minutes later` and `an hour before` lie from what they are counted from; 0 for any other span. */
function minutesFrom({ low, high, factor, vague, extent }: Figure, { sentence }: Passage): number {
  const minutes = (low * factor) / MINUTE;
  if (vague || low !== high || !Number.isInteger(minutes) || minutes >= HALF_DAY) return 0;
  return minutes * directionBehind(extent, sentence.sentence.tokens);
}

/** Seconds. */
const MINUTE = 60;
/** Minutes. */
const DAY = 24 * 60;
const HALF_DAY = DAY / 2;
const HALF_MINUTE = 0.5;
/** Shorter spans lie between times of day by chance. */
const LEAST_MINUTES = 10;

type TimeOfDay = DateQuantity & { readonly minute: number };

function isTime(quantity: Quantity): quantity is TimeOfDay {
  return quantity.kind === 'date' && quantity.minute !== null;
}
