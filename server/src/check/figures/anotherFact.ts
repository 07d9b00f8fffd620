/** Another fact: an article's own words tie the draft's figure to another person of the family or to another time. */

import type { AnalysedSentence } from '../../corpus/index/corpusIndex.ts';
import type { Passage } from '../../match/candidates.ts';
import { namesPerson, personsIn, relativesAt } from '../../match/person.ts';
import {
  areOneTime,
  datesOf,
  isOfTheseDays,
  STORY_REACH,
  type TimeTold,
  timeTold,
} from '../../match/timeTold.ts';
import { compareQuantities } from '../../quantity/compare.ts';
import type { DateQuantity, Quantity } from '../../quantity/quantity.ts';
import { type Assessment, SMALL_COUNT, type WeighedCandidate } from './assess.ts';
import type { Policy } from './policy.ts';

/** Of whom or of when a figure is told instead. */
export type Another =
  | { readonly kind: 'person'; readonly name: string }
  /** `dates` as the article has them, and what the articles tell of the draft's time, where they do. */
  | { readonly kind: 'time'; readonly dates: string; readonly rival: WeighedCandidate | null };

/** Of what else than the draft the candidate's sentence tells its figure; null where it may be the same. Pure. */
export function anotherFact(
  assessment: Assessment,
  candidate: WeighedCandidate,
  policy: Policy,
): Another | null {
  return relative(assessment, candidate) ?? otherTime(assessment, candidate, policy);
}

/** What `anotherFact` looks for in the sentences before the draft's; the same for sentences that tell it the same. */
export function toldBefore(before: readonly AnalysedSentence[]): string {
  return before.map((sentence) => `${personsIn(sentence)}|${datesIn(sentence)}`).join(';');
}

function datesIn(sentence: AnalysedSentence): string {
  return datesOf(sentence)
    .map(({ text }) => text)
    .join(',');
}

/** `James Brae, 73` where the article has `Sarah Brae … Brae, 73`. Who is named beside the other shares what is told. */
function relative(assessment: Assessment, { slot, passage }: WeighedCandidate): Another | null {
  const { sentence } = assessment;
  const known = sentencesBefore(passage, NAMED_WITHIN);
  const persons = relativesAt(assessment, { ...slot, sentence: passage.sentence, before: known });
  if (persons === null) return null;
  const [own, other] = persons;
  if (namesPerson(passage.sentence, own) || namesPerson(sentence, other)) return null;
  return { kind: 'person', name: other.text };
}

/** An article names a person in full at the beginning, and again when others of the family come in. */
const NAMED_WITHIN = 12;

/** Those before the passage in its article, `count` at most, in order. */
function sentencesBefore({ article, sentence }: Passage, count: number): readonly AnalysedSentence[] {
  const { index } = sentence.sentence;
  return article.sentences.slice(Math.max(0, index - count), index);
}

function otherTime(assessment: Assessment, candidate: WeighedCandidate, policy: Policy): Another | null {
  if (isTimeless(assessment.quantity)) return null;
  const then = timeOf(candidate);
  if (then === null) return null;
  const rival = toldOfOtherDay(assessment, then, policy);
  if (rival === null && !isOfThePast(assessment, candidate, then)) return null;
  return { kind: 'time', dates: then.dates.map(({ text }) => text).join(', '), rival };
}

/**
 * The figure is told of a year that is not the article's own and that the draft does not name, and the draft tells of these
 * days; or of nothing else than that year, in a clause with `when`.
 */
function isOfThePast(
  assessment: Assessment,
  { passage }: WeighedCandidate,
  { dates, by }: TimeTold,
): boolean {
  const published = Number(passage.article.article.published?.slice(0, 4) ?? Number.POSITIVE_INFINITY);
  if (!dates.every(({ year }) => year !== null && year < published)) return false;
  const { sentence, before } = assessment;
  const told = [...before, sentence].flatMap(datesOf);
  if (told.some((own) => dates.some((date) => areOneTime(own, date)))) return false;
  const own = datesOf(sentence);
  return by === 'when' || (own.length > 0 ? own : told).some(isOfTheseDays);
}

/** The figure of the kind that the articles have for the draft's own day or year, where the draft's is told of another. */
function toldOfOtherDay(
  assessment: Assessment,
  { dates, by }: TimeTold,
  { supportedFrom }: Policy,
): WeighedCandidate | null {
  const { sentence, quantity, before, candidates } = assessment;
  const own = timeTold(sentence, quantity, before);
  if (by === 'story' || own?.by !== 'clause' || isSetAgainst(assessment, own)) return null;
  if (!own.dates.every((one) => dates.every((date) => compareQuantities(one, date) === 'different')))
    return null;
  if (isListedApart(assessment, own, dates)) return null;
  const isThen = (rival: WeighedCandidate): boolean =>
    timeOf(rival)?.dates.some((date) => own.dates.some((one) => areOneTime(one, date))) ?? false;
  const rivals = candidates.filter(
    ({ comparison, likeness, slot }) =>
      comparison === 'different' && likeness >= supportedFrom && areOneKind(quantity, slot.quantity),
  );
  return rivals.find(isThen) ?? null;
}

/** `Friday and Saturday brought in $22.9m and $20.1m`: no figure parts the two times, so that either may be the figure's. */
function isListedApart(
  { sentence, quantity }: Assessment,
  own: TimeTold,
  dates: readonly DateQuantity[],
): boolean {
  const figures = sentence.quantities.filter((one) => areOneKind(quantity, one));
  const others = datesOf(sentence).filter((told) => dates.some((date) => areOneTime(told, date)));
  return others.some((other) =>
    own.dates.some((date) => {
      const [first, second] = date.start < other.start ? [date, other] : [other, date];
      return !figures.some(({ start }) => start > first.start && start < second.start);
    }),
  );
}

function areOneKind(own: Quantity, other: Quantity): boolean {
  if (own.kind === 'date' || other.kind === 'date') return false;
  return own.kind === other.kind && own.unit === other.unit;
}

function timeOf({ slot, passage }: WeighedCandidate): TimeTold | null {
  return timeTold(passage.sentence, slot.quantity, sentencesBefore(passage, STORY_REACH));
}

/** `3,600 by Sunday, compared with 5,200 the day before`, `up from 12 %`: the other of two values is of another time. */
function isSetAgainst(
  { sentence: { sentence, quantities }, quantity }: Assessment,
  { dates }: TimeTold,
): boolean {
  const { tokens } = sentence;
  const at = tokens.findLastIndex(({ end }) => end <= quantity.extent.start);
  if (AGAINST.has(tokens[at]?.lower ?? '') || tokens[at - 1]?.lower === 'compared') return true;
  return quantities.some(
    (other) =>
      other !== quantity &&
      areOneKind(quantity, other) &&
      other.start < quantity.start &&
      dates.some(({ start }) => start < other.start),
  );
}

const AGAINST: ReadonlySet<string> = new Set(['from', 'than', 'against']);

/** What is told of no day: dates are compared as such, and ages, ranks and spans of time outlast one; so may small counts. */
function isTimeless(quantity: Quantity): boolean {
  return (
    quantity.kind === 'date' || TIMELESS.has(quantity.kind) || quantity.vague || quantity.high <= SMALL_COUNT
  );
}

const TIMELESS: ReadonlySet<Quantity['kind']> = new Set(['age', 'ordinal', 'duration', 'designation']);
