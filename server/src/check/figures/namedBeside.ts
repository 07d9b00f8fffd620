/** Those who are named beside others: `the two of them and three other girls` are five, `one of five` is with four others. */

import type { Passage } from '../../match/candidates.ts';
import type { Figure } from '../../quantity/quantity.ts';
import type { Token } from '../../text/tokens.ts';
import type { Assessment } from './assess.ts';
import type { Derivation } from './derive.ts';

/** The derivation from one count of the passage and those named beside it; `same` are the counts it may come from. */
export function countedWithNamed(
  figure: Figure,
  same: readonly Figure[],
  passage: Passage,
  assessment: Assessment,
): Derivation | null {
  return tellsOthers(assessment) ? withoutNamed(figure, same, passage) : besideOthers(figure, same, passage);
}

/** `the two of them and three other girls`: who is named beside the others counts too, up to this many. */
const NAMED = 3;
const OTHERS: ReadonlySet<string> = new Set(['other', 'others', 'more']);

function besideOthers(figure: Figure, same: readonly Figure[], passage: Passage): Derivation | null {
  const { tokens } = passage.sentence.sentence;
  for (const operand of same) {
    const named = figure.low - operand.low;
    if (!Number.isInteger(named) || named < 1 || named > NAMED) continue;
    const next = tokens.find(({ start }) => start >= operand.end);
    if (next === undefined || !OTHERS.has(next.lower)) continue;
    const arithmetic = `${operand.text} ${next.text} + ${named} named beside them = ${figure.text}`;
    return { kind: 'beside-others', arithmetic, passage, operands: [operand] };
  }
  return null;
}

/** `one of five killed`, told as `killed with four others`: who is named counts among those of the article. */
function withoutNamed(figure: Figure, same: readonly Figure[], passage: Passage): Derivation | null {
  const { tokens } = passage.sentence.sentence;
  for (const operand of same) {
    const named = operand.low - figure.low;
    if (!Number.isInteger(named) || named < 1 || named > NAMED) continue;
    if (OTHERS.has(tokens.find(({ start }) => start >= operand.end)?.lower ?? '')) continue;
    const arithmetic = `${operand.text} − ${named} named beside them = ${figure.text}`;
    return { kind: 'beside-others', arithmetic, passage, operands: [operand] };
  }
  return null;
}

/** `12 other countries`: the draft leaves out those that are named. The article may do so too. */
function tellsOthers(assessment: Assessment): boolean {
  return OTHERS.has(nextOf(assessment)?.lower ?? '');
}

/** The word that stands right behind the draft's figure. */
export function nextOf({ sentence, quantity }: Assessment): Token | undefined {
  return sentence.sentence.tokens.find(({ start }) => start >= quantity.extent.end);
}
