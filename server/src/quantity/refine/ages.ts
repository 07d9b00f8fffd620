/** Ages in a list: `two children aged five and nine`, `ages 5, 7 and 9`. The first is read with its word, the others are told by it. */

import { AGE_WORDS, OLDEST } from '../figures/age.ts';
import { CLAUSE_ENDS, NO_NOUN } from '../lexicon/noNoun.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import type { Quantity } from '../quantity.ts';
import { AGE, type Reading } from '../reading.ts';
import type { Scan } from '../scan.ts';
import { isWord, lowerAt } from '../scan.ts';

/** The readings of a text, with the bare numbers that go on with a list of ages as ages. */
export function withListedAges(scan: Scan, readings: readonly Reading[]): readonly Reading[] {
  let listed = false;
  return readings.map((reading, index) => {
    const last = readings[index - 1];
    const goesOn = listed && last !== undefined && goesOnWith(scan, last, reading);
    listed = goesOn || startsAges(scan, reading);
    return goesOn && reading.quantity !== null ? { ...reading, quantity: asAge(reading.quantity) } : reading;
  });
}

/** A bare number as the age that it is; years and ages are told as such already. */
export function asAge(quantity: Quantity): Quantity {
  if (quantity.kind !== 'number' || quantity.unit !== null) return quantity;
  const { kind, unit, factor, dimension } = AGE;
  return { ...quantity, kind, unit, factor, dimension };
}

function startsAges(scan: Scan, { first, quantity }: Reading): boolean {
  return quantity?.kind === 'age' && AGE_WORDS.has(lowerAt(scan, first));
}

function goesOnWith(scan: Scan, last: Reading, { first, next, quantity }: Reading): boolean {
  if (quantity?.kind !== 'number' || quantity.unit !== null || quantity.per !== null) return false;
  if (quantity.vague || !Number.isInteger(quantity.low) || quantity.high > OLDEST) return false;
  const joint = lowerAt(scan, last.next);
  if (first === last.next + 1 && AND.has(joint)) return !isCounted(scan, next);
  const comma = joint === ',' && (first === last.next + 1 || lowerAt(scan, last.next + 1) === 'and');
  // `A man, aged 88, and 12 others`, `aged 88, 12 of whom`: behind a comma the number must end its clause or lead to another.
  return comma && first <= last.next + 2 && (AND.has(lowerAt(scan, next)) || ENDS.has(lowerAt(scan, next)));
}

const AND: ReadonlySet<string> = new Set(['and', 'or', '&']);
const ENDS: ReadonlySet<string> = new Set(CLAUSE_ENDS);

/** Whether what stands behind is counted: a plural, or a word that leads to one. A verb (`aged five and nine live there`) is not. */
function isCounted(scan: Scan, at: number): boolean {
  const word = lowerAt(scan, at);
  if (!isWord(scan, at) || word === 'of') return word === 'of';
  return LEADS_TO_NOUN.has(word) || (/[^s]s$/.test(word) && !NO_NOUN.has(word));
}

/** Plurals without an s, and what stands between a number and those it counts. */
const LEADS_TO_NOUN: ReadonlySet<string> = wordSet('people men women children other others more further');
