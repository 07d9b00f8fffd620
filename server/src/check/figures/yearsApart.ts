/** Years apart: `59 years, from 1899 to 1958`, `in 23 years`, `five years later` follow from years that the articles tell. */

import type { Figure, Quantity } from '../../quantity/quantity.ts';
import type { Assessment } from './assess.ts';
import { countingsOf } from './countedFrom.ts';
import type { Derivation } from './derive.ts';
import type { Policy } from './policy.ts';

/** The years between two years of the draft's sentence, from one of these to one of the article, or up to the article's own. */
export function yearsApart(figure: Figure, assessment: Assessment, policy: Policy): Derivation | null {
  return (
    yearsTold(figure, assessment) ??
    yearsCounted(figure, assessment, policy) ??
    yearsSince(figure, assessment, policy)
  );
}

/** The years between two years that the draft's own sentence tells, of which the articles have one at least; the other is judged itself. */
function yearsTold(figure: Figure, { sentence, passages }: Assessment): Derivation | null {
  const years = sentence.quantities.flatMap(yearsOf);
  for (const from of years) {
    const to = from + figure.low;
    if (!years.includes(to)) continue;
    for (const passage of passages) {
      const operands = passage.sentence.quantities.filter((one) =>
        yearsOf(one).some((year) => year === from || year === to),
      );
      if (operands.length === 0) continue;
      return { kind: 'years', arithmetic: `${to} − ${from} = ${figure.text}`, passage, operands };
    }
  }
  return null;
}

/** `took her degree in 1951 and her doctorate five years later`, which the article dates 1956. */
function yearsCounted(
  figure: Figure,
  { sentence, passages }: Assessment,
  { tellsFrom }: Policy,
): Derivation | null {
  const own = sentence.quantities.flatMap((date) => yearsOf(date).map((year) => ({ date, year })));
  const countings = countingsOf(figure.extent, sentence.sentence.tokens, own, []);
  const related = passages
    .slice(0, PASSAGES)
    .filter(({ surroundings }) => surroundings.articleCover >= tellsFrom);
  for (const passage of related) {
    for (const { start, side } of countings) {
      const to = start.year + side * figure.low;
      const operands = passage.sentence.quantities.filter((one) => yearsOf(one).includes(to));
      if (operands.length === 0) continue;
      const arithmetic = `${Math.max(start.year, to)} − ${Math.min(start.year, to)} = ${figure.text}`;
      return { kind: 'years', arithmetic, passage, operands };
    }
  }
  return null;
}

/** The year of a date, or those that a period begins and ends in. */
function yearsOf(quantity: Quantity): readonly number[] {
  if (quantity.kind !== 'date' || quantity.grain !== 'year') return [];
  if (quantity.from === null || quantity.to === null || quantity.relative) return [];
  return [Number(quantity.from.slice(0, 4)), Number(quantity.to.slice(0, 4))];
}

/** `in 23 years` of what an article of 2019 tells to be so since 1996. */
function yearsSince(figure: Figure, { passages }: Assessment, { tellsFrom }: Policy): Derivation | null {
  if (figure.low < LEAST_YEARS) return null;
  for (const passage of passages.slice(0, PASSAGES)) {
    const { published } = passage.article.article;
    if (published === null || passage.surroundings.articleCover < tellsFrom) continue;
    const now = Number(published.slice(0, 4));
    const since = passage.sentence.quantities.find(
      (one) => one.bound === 'at-least' && yearsOf(one)[0] === now - figure.low,
    );
    if (since === undefined) continue;
    return {
      kind: 'years',
      arithmetic: `${now} − ${since.text} = ${figure.text}`,
      passage,
      operands: [since],
    };
  }
  return null;
}

/** Shorter spans are told of much. */
const LEAST_YEARS = 4;
/** Only the passages most like the draft's sentence may give the year. */
const PASSAGES = 4;
