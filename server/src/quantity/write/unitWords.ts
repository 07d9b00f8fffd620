/** Words of a number with its unit, where one unit stands in an article and another in a draft. */

import { tokenize } from '../../text/tokens.ts';
import { findQuantities } from '../findQuantities.ts';
import type { Figure, Quantity } from '../quantity.ts';

/** Whether both are told in units, and not in one: weeks and months, pounds and euros, feet and inches against feet. */
export function unitsDiffer(a: Quantity, b: Quantity): boolean {
  if (a.kind === 'date' || b.kind === 'date') return false;
  // What a number names is no unit.
  if (a.kind === 'designation' || b.kind === 'designation') return false;
  if (a.unit === null || b.unit === null) return false;
  return a.unit !== b.unit || a.composed === true || b.composed === true;
}

/** The value and what stands behind it of the extent, as written: `six weeks` of `about six weeks`. */
export function wordsWithUnit({ start, extent }: Quantity, extentText: string): string {
  return extentText.slice(start - extent.start);
}

/**
 * Whether the words of `source` can be written over those of `draft` without a change around them. Both must tell their
 * quantity by themselves, which a unit told once for two (`between five and six weeks`) does not; both are one
 * or both many, as verbs and possessives go with them; and both stand alone or as a part of a compound (`a six-week ban`).
 */
export function areInterchangeable(
  source: Figure,
  sourceWords: string,
  draft: Figure,
  draftWords: string,
): boolean {
  return (
    tellsAlone(source, sourceWords) &&
    tellsAlone(draft, draftWords) &&
    isOne(source) === isOne(draft) &&
    isCompound(source, sourceWords) === isCompound(draft, draftWords)
  );
}

/** Whether the words are read as the quantity, all of them and without a bound. */
function tellsAlone(figure: Figure, words: string): boolean {
  const [only, ...more] = findQuantities(tokenize(words), words, null);
  if (only === undefined || only.kind === 'date' || more.length > 0) return false;
  const isWhole = only.start === 0 && only.extent.start === 0 && only.extent.end === words.length;
  const isSame = only.unit === figure.unit && only.low === figure.low && only.high === figure.high;
  return isWhole && isSame && only.bound === 'exact';
}

function isOne({ low, high }: Figure): boolean {
  return low === 1 && high === 1;
}

/** `six-week` and, without the hyphen, `6 week`. */
function isCompound(figure: Figure, words: string): boolean {
  const behind = words.slice(figure.end - figure.start);
  return /^[-\u2010\u2011]/.test(behind) || (!isOne(figure) && SINGULAR.test(behind));
}

/** Names of units that take another form behind a number above one, unless they belong to the noun that follows. */
const SINGULAR =
  /^\s*(?:second|minute|hour|day|night|week|fortnight|month|year|decade|century|mile|foot|inch|yard|acre|pound|ounce|gallon|(?:kilo|centi|milli)?met(?:re|er))$/i;
