/** Among siblings: what the draft's own sentence works out from figures it tells, `350 jobs after 120, which makes 470`. */

import type { AnalysedSentence } from '../../corpus/index/corpusIndex.ts';
import type { Passage } from '../../match/candidates.ts';
import { compareQuantities } from '../../quantity/compare.ts';
import { wordSet } from '../../quantity/lexicon/wordSet.ts';
import type { Figure, Quantity } from '../../quantity/quantity.ts';
import { type Assessment, agrees, type WeighedCandidate } from './assess.ts';
import type { Derivation, DerivationKind } from './derive.ts';
import type { Policy } from './policy.ts';

/**
 * The sum or the rest of other figures of the draft's sentence, or the percentage by which two of them differ, where the
 * articles that tell the story have each of these. Null for small counts, which add up by chance.
 */
export function workedOutInDraft(
  { quantity, sentence, passages, candidates }: Assessment,
  policy: Policy,
): Derivation | null {
  if (!isPlain(quantity) || isOftenByChance(quantity)) return null;
  const related = passages.filter(({ surroundings }) => surroundings.articleCover >= policy.tellsFrom);
  const told = sentence.quantities.filter(
    (own): own is Figure => own !== quantity && isPlain(own) && placeOf(own, related) !== null,
  );
  const together = tellsTotal(sentence) ? withAnother(quantity, told, candidates, policy) : null;
  if (together !== null) return together;
  const found = added(quantity, told) ?? (quantity.unit === '%' ? growth(quantity, told) : null);
  const place = found === null ? null : placeOf(found.from, related);
  if (found === null || place === null) return null;
  return { kind: found.kind, arithmetic: found.arithmetic, ...place };
}

/** What is worked out, and one of the figures that it is worked out from. */
interface WorkedOut {
  readonly kind: DerivationKind;
  readonly arithmetic: string;
  readonly from: Figure;
}

/** `Together they employ 32,300, 21,500 of them at one`: the other part stands in the article, where the total may. */
function withAnother(
  figure: Figure,
  told: readonly Figure[],
  candidates: readonly WeighedCandidate[],
  { operandFrom, tellsFrom }: Policy,
): Derivation | null {
  for (const own of told) {
    if (!areAlike(figure, own)) continue;
    const other = candidates.find(
      ({ slot: { quantity }, likeness, passage }) =>
        likeness >= operandFrom &&
        passage.surroundings.articleCover >= tellsFrom &&
        isPlain(quantity) &&
        areAlike(figure, quantity) &&
        areSame(own.low + quantity.low, figure.low),
    );
    if (other === undefined) continue;
    const arithmetic = `${own.text} + ${other.slot.quantity.text} = ${figure.text}`;
    return { kind: 'sum', arithmetic, passage: other.passage, operands: [other.slot.quantity] };
  }
  return null;
}

function tellsTotal({ sentence: { tokens } }: AnalysedSentence): boolean {
  return tokens.some(({ lower }) => TOTAL.has(lower));
}

const TOTAL: ReadonlySet<string> = wordSet('together combined total altogether jointly both');

/** `22 and 65, 87 in all`; or the rest of a whole that the sentence tells with its other parts, `of 97, 41 and 33, 23 drawn`. */
function added(figure: Figure, told: readonly Figure[]): WorkedOut | null {
  const alike = told.filter((own) => areAlike(figure, own));
  for (const parts of groupsOf(alike)) {
    const [from] = parts;
    const sum = parts.reduce((total, { low }) => total + low, 0);
    if (from === undefined) continue;
    if (parts.length > 1 && areSame(sum, figure.low))
      return { kind: 'sum', arithmetic: `${textOf(parts, '+')} = ${figure.text}`, from };
    const whole = alike.find((own) => !parts.includes(own) && areSame(own.low, figure.low + sum));
    if (whole !== undefined)
      return { kind: 'sum', arithmetic: `${textOf([whole, ...parts], '−')} = ${figure.text}`, from: whole };
  }
  return null;
}

/** `up 17 %, from 1.06 billion to 1.24 billion`. */
function growth(figure: Figure, told: readonly Figure[]): WorkedOut | null {
  const off = Math.min(HALF_POINT, figure.step / 2);
  for (const base of told) {
    const other = told.find(
      (own) =>
        own !== base &&
        own.kind !== 'percent' &&
        areAlike(own, base) &&
        base.low > 0 &&
        Math.abs((100 * Math.abs(own.low - base.low)) / base.low - figure.low) <= off,
    );
    if (other !== undefined)
      return { kind: 'share', arithmetic: `${other.text} / ${base.text} ≈ ${figure.text}`, from: base };
  }
  return null;
}

/** A percentage follows when it is right to half of the last digit written, at most half a point. */
const HALF_POINT = 0.5;

/** A passage that has the figure, and the figure as it stands there. */
function placeOf(own: Figure, passages: readonly Passage[]): Pick<Derivation, 'passage' | 'operands'> | null {
  for (const passage of passages) {
    const operand = passage.sentence.quantities.find((other) => agrees(compareQuantities(own, other)));
    if (operand !== undefined) return { passage, operands: [operand] };
  }
  return null;
}

/** A single figure, no range and no vague word. */
export function isPlain(quantity: Quantity): quantity is Figure {
  return quantity.kind !== 'date' && !quantity.vague && quantity.low === quantity.high;
}

/** Whether two figures count in one unit, which may go without saying. */
export function areAlike(one: Figure, other: Figure): boolean {
  const [own, its] = [one.elided ?? one, other.elided ?? other];
  return own.dimension === its.dimension && own.unit === its.unit && one.kind !== 'ordinal';
}

/** Whole counts up to this one are the sum or the difference of some two others in many sentences. */
export function isOftenByChance({ low }: Figure): boolean {
  return Number.isInteger(low) && low < SELDOM;
}

const SELDOM = 10;

export function areSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.abs(other) * DUST;
}

const DUST = 1e-9;

/** Each figure alone, all pairs in order, and all of them together. */
function groupsOf(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const pairs = figures.flatMap((one, at) => figures.slice(at + 1).map((other) => [one, other]));
  const all = figures.length > 2 ? [figures] : [];
  return [...figures.map((one) => [one]), ...pairs, ...all];
}

function textOf(figures: readonly Figure[], sign: string): string {
  return figures.map(({ text }) => text).join(` ${sign} `);
}
