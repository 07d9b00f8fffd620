/** Figures whose own words say that they are worked out: `£400m above the plan`, `57 to 43 percent`, `59 years, from 1899 to 1958`. */

import { pairFeature } from '../../match/pairFeatures.ts';
import { NO_NOUN } from '../../quantity/lexicon/noNoun.ts';
import { wordSet } from '../../quantity/lexicon/wordSet.ts';
import type { Figure, Quantity } from '../../quantity/quantity.ts';
import type { Token } from '../../text/tokens.ts';
import { type Assessment, SMALL_COUNT, type WeighedCandidate } from './assess.ts';
import type { Derivation, DerivationKind } from './derive.ts';
import { areSame, isPlain } from './operands.ts';
import type { Policy } from './policy.ts';
import { isRange } from './rangeEnds.ts';
import { yearsApart } from './yearsApart.ts';

/** A difference, the rest to a hundred or the years between two years, from figures that need not stand together. */
export function workedOut(assessment: Assessment, policy: Policy): Derivation | null {
  const { quantity } = assessment;
  if (quantity.kind === 'date' || quantity.vague || quantity.low !== quantity.high) return null;
  if (quantity.kind === 'percent' && quantity.unit === '%') {
    const rest = restOfHundred(quantity, assessment);
    if (rest !== null) return rest;
  }
  if (tellsDifference(assessment)) return difference(quantity, assessment, policy);
  return quantity.unit === 'year' ? yearsApart(quantity, assessment, policy) : null;
}

/** `57 to 43 percent` where the articles have the 57: the draft's own sentence tells both parts of the whole. */
function restOfHundred(figure: Figure, { sentence, candidates }: Assessment): Derivation | null {
  const { tokens } = sentence.sentence;
  const isPart = (own: Quantity): boolean =>
    isPlain(own) &&
    isRest(figure, own) &&
    (areJoined(figure, own) || !(followsBy(figure, tokens) || followsBy(own, tokens)));
  if (!sentence.quantities.some((own) => own !== figure && isPart(own))) return null;
  const other = candidates.find(({ slot }) => isPlain(slot.quantity) && isRest(figure, slot.quantity));
  if (other === undefined) return null;
  return derivation('difference', other, `100 − ${other.slot.quantity.text} = ${figure.text}`, [other]);
}

/** `57 to 43 percent`: nothing but a word stands between. */
function areJoined(one: Quantity, other: Quantity): boolean {
  return Math.max(one.start - other.end, other.start - one.end) <= JOINT;
}

/** Length of ` to `, in UTF-16 units. */
const JOINT = 4;

/** `rose by 40 percent` is no part of a whole. */
function followsBy({ extent }: Quantity, tokens: readonly Token[]): boolean {
  return tokens.findLast(({ end }) => end <= extent.start)?.lower === 'by';
}

function isRest(figure: Figure, other: Figure): boolean {
  return other.kind === 'percent' && areSame(figure.low + other.low, 100);
}

/**
 * Whether the draft tells the figure as how far two others lie apart: `£400m above the plan`, `forty more`. `Two more trials`
 * come on top of others.
 */
function tellsDifference({ sentence, quantity }: Assessment): boolean {
  if (quantity.kind === 'date' || quantity.kind === 'ordinal') return false;
  if (quantity.low <= SMALL_COUNT && Number.isInteger(quantity.low)) return false;
  const { tokens } = sentence.sentence;
  const at = tokens.findIndex(({ start }) => start >= quantity.extent.end);
  const noun = pastHyphen(tokens, at);
  if (arePoints(quantity, noun) || arePlaces(quantity, noun)) return true;
  const previous = tokens.findLast(({ end }) => end <= quantity.extent.start)?.lower ?? '';
  if (REST.has(previous) || tellsChange(quantity, previous, tokens[at])) return true;
  const next = tokens[at + 1];
  // `15,000 of them` are what is left of those that the sentence tells.
  if (tokens[at]?.lower === 'of' && (next?.lower === 'them' || isWholeBehind(sentence, at))) return true;
  return COMPARATIVES.has(tokens[at]?.lower ?? '') && (next?.kind !== 'word' || AFTER.has(next.lower));
}

/** `six of the 58 lots`, where the article counts the other 52. */
function isWholeBehind({ sentence: { tokens }, quantities }: Assessment['sentence'], of: number): boolean {
  const at = tokens[of + 1]?.lower === 'the' ? of + 2 : of + 1;
  return quantities.some(({ extent }) => extent.start === tokens[at]?.start);
}

/** `rose by £40m`, `up 40 from last year` and `beat the forecast by 40`; `seen by 40 people` and `up 4 %` are no difference of two. */
function tellsChange({ kind }: Figure, previous: string, next: Token | undefined): boolean {
  if (previous === 'up' || previous === 'down') return kind !== 'percent';
  if (previous !== 'by') return false;
  return CHANGES.has(kind) || (kind === 'number' && (next?.kind !== 'word' || NO_NOUN.has(next.lower)));
}

/** What is told to rise or fall `by` an amount whatever stands behind it. */
const CHANGES: ReadonlySet<Quantity['kind']> = new Set([
  'money',
  'measure',
  'percent',
  'temperature',
  'duration',
]);

/** The token at `at`, or the one behind a hyphen there: `a 20-point lead`. */
function pastHyphen(tokens: readonly Token[], at: number): Token | undefined {
  return tokens[tokens[at]?.text === '-' ? at + 1 : at];
}

/** `a gap of 7.4 points`, which two percentages lie apart. */
function arePoints({ kind, unit }: Figure, next: Token | undefined): boolean {
  return unit === POINT || (kind === 'number' && unit === null && /^points?$/.test(next?.lower ?? ''));
}

/** `up 21 places`, which two ranks lie apart. */
function arePlaces({ kind, unit }: Figure, next: Token | undefined): boolean {
  return kind === 'number' && unit === null && /^(?:place|spot|position)s?$/.test(next?.lower ?? '');
}

const POINT = 'percentage point';

/** What follows a comparative that stands by itself; a noun would be what there are more of. */
const AFTER: ReadonlySet<string> = wordSet(
  'than the what his her its their last this a an and but because since as in on at of',
);

/** `the other 14 stops`: what is left of a whole. */
const REST: ReadonlySet<string> = wordSet('other remaining');

const COMPARATIVES: ReadonlySet<string> = wordSet(
  'more less fewer above below higher lower cheaper dearer faster slower quicker longer shorter older younger better worse ahead behind ' +
    'bigger smaller larger heavier lighter taller over under short',
);

/**
 * The two figures may stand in two articles of the story: the draft sets them against each other. Each is one that the
 * draft's sentence tells too, or stands where the draft's figure may, or beside the other.
 */
function difference(
  figure: Figure,
  { sentence, candidates }: Assessment,
  { operandFrom, tellsFrom }: Policy,
): Derivation | null {
  const siblings = sentence.quantities.filter((other) => other !== figure);
  const { tokens } = sentence.sentence;
  const next = pastHyphen(
    tokens,
    tokens.findIndex(({ start }) => start >= figure.extent.end),
  );
  const told = arePoints(figure, next) ? PERCENT : arePlaces(figure, next) ? RANK : countedIn(figure);
  const operands = candidates.filter(
    ({ slot, passage }) => passage.surroundings.articleCover >= tellsFrom && isOfKind(told, slot.quantity),
  );
  const range = changeBetweenEnds(figure, candidates, siblings, { operandFrom, tellsFrom });
  if (range !== null) return range;
  const isMeant = ({ slot, likeness, features }: WeighedCandidate): boolean =>
    likeness >= operandFrom ||
    (told !== figure && pairFeature(features, 'sentenceCover') >= COVER_FROM) ||
    siblings.some((one) => isSameFigure(one, slot.quantity));
  const areMeant = (one: WeighedCandidate, two: WeighedCandidate): boolean =>
    one.passage === two.passage ? isMeant(one) || isMeant(two) : isMeant(one) && isMeant(two);
  for (const more of operands) {
    const less = operands.find(
      (one) => isDifference(figure, more.slot.quantity, one.slot.quantity) && areMeant(more, one),
    );
    if (less === undefined) continue;
    const arithmetic = `${more.slot.quantity.text} − ${less.slot.quantity.text} = ${figure.text}`;
    return derivation('difference', more, arithmetic, [more, less]);
  }
  return null;
}

/** `up six dollars` of what the article tells to go `from $92 to $98`. */
function changeBetweenEnds(
  figure: Figure,
  candidates: readonly WeighedCandidate[],
  siblings: readonly Quantity[],
  { operandFrom, tellsFrom }: Pick<Policy, 'operandFrom' | 'tellsFrom'>,
): Derivation | null {
  const range = candidates.find(({ slot: { quantity }, likeness, passage }) => {
    if (!isRange(quantity) || passage.surroundings.articleCover < tellsFrom) return false;
    if (quantity.unit !== figure.unit || quantity.dimension !== figure.dimension) return false;
    if (!areSame(quantity.high - quantity.low, figure.low)) return false;
    return likeness >= operandFrom || siblings.some((own) => isEndOf(quantity, own));
  });
  if (range === undefined) return null;
  const arithmetic = `the ends of ${range.slot.quantity.text} lie ${figure.text} apart`;
  return derivation('difference', range, arithmetic, [range]);
}

function isEndOf({ low, high }: Figure, own: Quantity): boolean {
  return isPlain(own) && (own.low === low || own.low === high);
}

/** What a figure is counted in: its unit, or the one that goes without saying. */
type Counted = Pick<Figure, 'unit' | 'dimension'>;

const PERCENT: Counted = { unit: '%', dimension: 'percent' };
const RANK: Counted = { unit: null, dimension: 'ordinal' };

function countedIn(figure: Figure): Counted {
  return figure.elided ?? figure;
}

/** Places of another unit are never like the draft's: of these the words that the sentences share must tell. */
const COVER_FROM = 0.15;

function isOfKind({ unit, dimension }: Counted, other: Quantity): boolean {
  if (!isPlain(other)) return false;
  // What may go without a unit is a bare count as well.
  return [countedIn(other), other].some(
    (counted) => counted.dimension === dimension && (counted.unit === unit || UNITED.has(other.kind)),
  );
}

function isSameFigure(one: Quantity, other: Quantity): boolean {
  return one.kind !== 'date' && other.kind !== 'date' && one.low === other.low && one.high === other.high;
}

function isDifference(figure: Figure, more: Quantity, less: Quantity): boolean {
  if (more.kind === 'date' || less.kind === 'date') return false;
  const [high, low] = [inUnitOf(figure, more), inUnitOf(figure, less)];
  return low !== figure.low && areSame(high - low, figure.low);
}

/** Hours and minutes, metres and centimetres are told side by side; what else is set against each other has one unit. */
function inUnitOf({ factor, dimension }: Figure, other: Figure): number {
  const isUnited = UNITED.has(other.kind) && other.dimension === dimension;
  return isUnited ? (other.low * other.factor) / factor : other.low;
}

const UNITED: ReadonlySet<Quantity['kind']> = new Set(['duration', 'measure']);

function derivation(
  kind: DerivationKind,
  { passage }: WeighedCandidate,
  arithmetic: string,
  operands: readonly WeighedCandidate[],
): Derivation {
  const there = operands.filter((one) => one.passage === passage);
  return { kind, arithmetic, passage, operands: there.map(({ slot }) => slot.quantity) };
}
