/** Contrasts: words near a figure that cannot both be true of it, such as killed and wounded. */

import antonymPairs from '../../data/antonyms.json' with { type: 'json' };
import type { Slot } from './slot.ts';

/** How two slots stand to each other in what they say happened. */
export interface Contrast {
  /** 0..1: how near the figures two words stand that exclude each other. */
  readonly conflict: number;
  /** 0..1: how near the figures two words of one class stand. */
  readonly accord: number;
}

/**
 * Compares what the nearest telling words say of the two figures. In each field of life that news counts by, the word
 * nearest to a figure says what the figure counts: in “killed 25 and wounded 55” the 25 is of the killed.
 */
export function contrastBetween(draft: Slot, article: Slot): Contrast {
  const own = outcomesOf(draft);
  const other = outcomesOf(article);
  let conflict = 0;
  let accord = 0;
  for (const [field, mine] of own) {
    const theirs = other.get(field);
    if (theirs === undefined) continue;
    const weight = field.startsWith(FIELD) ? 1 : ANTONYM_WEIGHT;
    const strength = weight * Math.min(mine.nearness, theirs.nearness);
    if (mine.value === theirs.value) accord = Math.max(accord, strength);
    else conflict = Math.max(conflict, strength);
  }
  return { conflict, accord };
}

interface Outcome {
  readonly value: string;
  readonly nearness: number;
}

const outcomesKept = new WeakMap<Slot, ReadonlyMap<string, Outcome>>();

function outcomesOf(slot: Slot): ReadonlyMap<string, Outcome> {
  const kept = outcomesKept.get(slot) ?? findOutcomes(slot);
  outcomesKept.set(slot, kept);
  return kept;
}

/** The nearest word of each field. Antonym pairs are fields of two values. */
function findOutcomes(slot: Slot): ReadonlyMap<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  for (const [index, { term }] of slot.sentence.terms.entries()) {
    const nearness = slot.nearness[index] ?? 0;
    if (nearness < LEAST_NEARNESS) continue;
    for (const [field, value] of fieldsOf(term)) {
      if ((outcomes.get(field)?.nearness ?? 0) < nearness) outcomes.set(field, { value, nearness });
    }
  }
  return outcomes;
}

/** Antonyms such as white and black may both be true of one figure, so they weigh half. */
const ANTONYM_WEIGHT = 0.5;
const FIELD = 'field ';

/** Words farther away than about eight tokens of the same clause belong to something else. */
const LEAST_NEARNESS = 0.35;

function fieldsOf(term: string): readonly (readonly [string, string])[] {
  fields ??= readFields();
  return fields.get(term) ?? NO_FIELDS;
}

const NO_FIELDS: readonly (readonly [string, string])[] = [];
let fields: ReadonlyMap<string, readonly (readonly [string, string])[]> | undefined;

/**
 * Fields in which the words are no antonyms and yet exclude each other, which WordNet does not say. Terms are stems;
 * classes of one field are parted by `|`.
 */
const FIELDS: readonly string[] = [
  // What becomes of people.
  'kill die dead fatal murder execut slay | wound injur injuri hurt maim | rescu save surviv | miss | ' +
    'arrest detain apprehend jail imprison | evacu displac flee fled | hospit hospitalis hospitalize | infect',
  // Who they are.
  'man boy father husband son male | woman girl mother wife daught femal',
  'child kid minor | adult',
  'grandchild grandchildren grandson granddaught | child son daughter',
  // Where opinion and votes go.
  'support favor back approv yes | oppos reject disapprov object',
  // Which way a number went, and of what.
  'rise increas grow gain jump climb soar | fall drop declin decreas shrink plung slump slip',
  'profit earn | loss | revenu turnov | debt',
  'medic | recreat',
  'convict guilti | acquit',
];

function readFields(): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const found = new Map<string, (readonly [string, string])[]>();
  const add = (term: string, field: string, value: string): void => {
    found.set(term, [...(found.get(term) ?? []), [field, value]]);
  };
  for (const [number, field] of FIELDS.entries()) {
    for (const [value, words] of field.split('|').entries()) {
      for (const word of words.trim().split(' ')) add(word, `${FIELD}${number}`, String(value));
    }
  }
  for (const pair of antonymPairs) for (const word of pair.split(' ')) add(word, pair, word);
  return found;
}
