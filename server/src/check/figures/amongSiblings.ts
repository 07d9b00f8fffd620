/** Among siblings: what the draft's own sentence works out from figures it tells, `350 jobs after 120, which makes 470`. */

import type { AnalysedSentence } from '../../corpus/index/corpusIndex.ts';
import type { Passage } from '../../match/candidates.ts';
import { compareQuantities } from '../../quantity/compare.ts';
import { wordSet } from '../../quantity/lexicon/wordSet.ts';
import type { Figure } from '../../quantity/quantity.ts';
import { type Assessment, agrees } from './assess.ts';
import type { Derivation, DerivationKind } from './derive.ts';
import { areAlike, areSame, groupsOf, isPlain, pairsOf, reachOf, SELDOM_BY_CHANCE } from './operands.ts';
import type { Policy } from './policy.ts';

/**
 * The sum or the rest of other figures of the draft's sentence, or the percentage by which two of them differ, where the
 * articles that tell the story have each of these. Null for small counts, which add up by chance.
 */
export function workedOutInDraft(assessment: Assessment, policy: Policy): Derivation | null {
  const { quantity, sentence, passages } = assessment;
  if (!isPlain(quantity) || (Number.isInteger(quantity.low) && quantity.low < SELDOM_BY_CHANCE)) return null;
  const related = passages.filter(({ surroundings }) => surroundings.articleCover >= policy.tellsFrom);
  const siblings = sentence.quantities.filter((own): own is Figure => own !== quantity && isPlain(own));
  const found =
    added(quantity, siblings) ?? (quantity.unit === '%' ? growth(quantity, siblings, sentence) : null);
  const places = found?.operands.map((own) => placeOf(own, related)) ?? [];
  const [place] = places;
  if (found !== null && place != null && !places.includes(null))
    return { kind: found.kind, arithmetic: found.arithmetic, ...place };
  return tellsTotal(sentence) ? withAnother(assessment, siblings, related, policy) : null;
}

/** What is worked out, and the figures of the draft that it is worked out from. */
interface WorkedOut {
  readonly kind: DerivationKind;
  readonly arithmetic: string;
  readonly operands: readonly Figure[];
}

/** `Together they employ 32,300, 21,500 of them at one`: the other part stands in the article, where the total may. */
function withAnother(
  { quantity: figure, candidates }: Assessment,
  siblings: readonly Figure[],
  related: readonly Passage[],
  { operandFrom, tellsFrom }: Policy,
): Derivation | null {
  if (!isPlain(figure)) return null;
  const told = siblings.filter((own) => areAlike(figure, own)).slice(0, MOST_TOLD);
  for (const own of told) {
    const other = candidates.find(
      ({ slot: { quantity }, likeness, passage }) =>
        likeness >= operandFrom &&
        passage.surroundings.articleCover >= tellsFrom &&
        isPlain(quantity) &&
        areAlike(figure, quantity) &&
        areSame(own.low + quantity.low, figure.low),
    );
    if (other === undefined || placeOf(own, related) === null) continue;
    const arithmetic = `${own.text} + ${other.slot.quantity.text} = ${figure.text}`;
    return { kind: 'sum', arithmetic, passage: other.passage, operands: [other.slot.quantity] };
  }
  return null;
}

/** Who names a total tells a part or two of it. */
const MOST_TOLD = 8;

function tellsTotal({ sentence: { tokens } }: AnalysedSentence): boolean {
  return tokens.some(({ lower }) => TOTAL.has(lower));
}

const TOTAL: ReadonlySet<string> = wordSet('together combined total altogether jointly');

/** `22 and 65, 87 in all`; or the rest of a whole that the sentence tells with its other parts, `of 97, 41 and 33, 23 drawn`. */
function added(figure: Figure, siblings: readonly Figure[]): WorkedOut | null {
  const alike = siblings.filter((own) => areAlike(figure, own));
  for (const parts of groupsOf(alike)) {
    const sum = sumOf(parts);
    if (areSame(sum, figure.low))
      return { kind: 'sum', arithmetic: `${textOf(parts, '+')} = ${figure.text}`, operands: parts };
    const rest = restOf(figure, alike, parts);
    if (rest !== null) return rest;
  }
  for (const [whole, part] of pairsOf(alike)) {
    const rest = areSame(whole.low, figure.low + part.low) ? restOf(figure, [whole], [part]) : null;
    if (rest !== null) return rest;
  }
  return null;
}

/** What the parts leave of one of the `wholes`. */
function restOf(figure: Figure, wholes: readonly Figure[], parts: readonly Figure[]): WorkedOut | null {
  const all = figure.low + sumOf(parts);
  const whole = wholes.find((own) => !parts.includes(own) && areSame(own.low, all));
  if (whole === undefined) return null;
  const operands = [whole, ...parts];
  return { kind: 'sum', arithmetic: `${textOf(operands, '−')} = ${figure.text}`, operands };
}

function sumOf(figures: readonly Figure[]): number {
  return figures.reduce((total, { low }) => total + low, 0);
}

/** `up 17 %, from 1.06 billion to 1.24 billion`: of the one behind `from`, where one of them stands there, else of either. */
function growth(
  figure: Figure,
  siblings: readonly Figure[],
  { sentence: { tokens } }: AnalysedSentence,
): WorkedOut | null {
  const isFrom = ({ extent }: Figure): boolean =>
    FROM.has(tokens.findLast(({ end }) => end <= extent.start)?.lower ?? '');
  const pair = pairsOf(siblings.filter(({ kind }) => kind !== 'percent')).find(
    ([base, other]) =>
      areAlike(other, base) &&
      base.low > 0 &&
      Math.abs((100 * Math.abs(other.low - base.low)) / base.low - figure.low) <= reachOf(figure) &&
      (isFrom(base) || !isFrom(other)),
  );
  if (pair === undefined) return null;
  const [base, other] = pair;
  const arithmetic = `(${other.text} − ${base.text}) / ${base.text} ≈ ${figure.text}`;
  return { kind: 'share', arithmetic, operands: pair };
}

/** Words before what something is compared with. */
const FROM: ReadonlySet<string> = new Set(['from', 'against', 'than']);

/** A passage that has the figure, and the figure as it stands there. */
function placeOf(own: Figure, passages: readonly Passage[]): Pick<Derivation, 'passage' | 'operands'> | null {
  for (const passage of passages) {
    const operand = passage.sentence.quantities.find((other) => agrees(compareQuantities(own, other)));
    if (operand !== undefined) return { passage, operands: [operand] };
  }
  return null;
}

function textOf(figures: readonly Figure[], sign: string): string {
  return figures.map(({ text }) => text).join(` ${sign} `);
}
