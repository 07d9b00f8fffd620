/** Derivations across sentences: what follows from two figures of one article that need not stand together. */

import { pairFeature } from '../../match/pairFeatures.ts';
import type { DateQuantity, Figure, Quantity } from '../../quantity/quantity.ts';
import { type Assessment, CONTRAST_FROM, type WeighedCandidate } from './assess.ts';
import { countingsOf } from './countedFrom.ts';
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

/** `9:52` of what happened 12 minutes after the engines stopped at 9:40; `9:21` of what was due then and came at 9:47, 26 minutes late. */
function timeCounted(time: TimeOfDay, { passages }: Assessment, { tellsFrom }: Policy): Derivation | null {
  for (const passage of passages) {
    if (passage.surroundings.articleCover < tellsFrom) continue;
    const { sentence, article } = passage;
    const before = timesOf(article.sentences[sentence.sentence.index - 1]?.quantities ?? []);
    const own = timesOf(sentence.quantities);
    for (const span of sentence.quantities) {
      const minutes = span.kind === 'duration' ? wholeMinutes(span) : null;
      if (minutes === null) continue;
      const from = countingsOf(span.extent, sentence.sentence.tokens, own, before).find(
        ({ start, side }) => (start.date.minute + side * minutes - time.minute) % HALF_DAY === 0,
      );
      if (from === undefined) continue;
      const { date } = from.start;
      const arithmetic = `${date.text} ${from.side > 0 ? '+' : '−'} ${minutes} minutes = ${time.text}`;
      return { kind: 'counted', arithmetic, passage, operands: [date, span] };
    }
  }
  return null;
}

function timesOf(quantities: readonly Quantity[]): readonly { readonly date: TimeOfDay }[] {
  return quantities.filter(isTime).map((date) => ({ date }));
}

/** The number of minutes that a span tells; null where it tells no whole number of them, or half a day. */
function wholeMinutes({ low, high, factor, vague }: Figure): number | null {
  const minutes = (low * factor) / MINUTE;
  const isWhole = Number.isInteger(minutes) && minutes > 0 && minutes < HALF_DAY;
  return vague || low !== high || !isWhole ? null : minutes;
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
