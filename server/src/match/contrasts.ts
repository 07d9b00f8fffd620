/** Contrasts: words near a figure that cannot both be true of it, such as killed and wounded. */

import antonymPairs from '../../data/antonyms.json' with { type: 'json' };
import type { Term } from '../text/terms.ts';

/** How two slots stand to each other in what they say happened. */
export interface Contrast {
  /** 0..1: how near the figures two words stand that exclude each other. */
  readonly conflict: number;
  /** 0..1: how near the figures two words of one class stand. */
  readonly accord: number;
}

/** The nearest word of one field of life to a figure. */
export interface Outcome {
  readonly field: Field;
  /** Which of the field's classes the word is of. */
  readonly value: number;
  readonly nearness: number;
}

/** Classes of words that exclude each other. */
interface Field {
  /** How surely they do. */
  readonly weight: number;
}

/**
 * Compares what the nearest telling words say of the two figures. In each field of life that news counts by, the word
 * nearest to a figure says what the figure counts: in “killed 25 and wounded 55” the 25 is of the killed.
 */
export function contrastBetween(draft: readonly Outcome[], article: readonly Outcome[]): Contrast {
  let conflict = 0;
  let accord = 0;
  for (const mine of draft) {
    for (const theirs of article) {
      if (mine.field !== theirs.field) continue;
      const strength = mine.field.weight * Math.min(mine.nearness, theirs.nearness);
      if (mine.value === theirs.value) accord = Math.max(accord, strength);
      else conflict = Math.max(conflict, strength);
    }
  }
  return { conflict, accord };
}

/** The nearest word of each field around a figure, by how near each of the `terms` stands to it. */
export function outcomesOf(terms: readonly Term[], nearness: readonly number[]): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  for (let index = 0; index < terms.length; index += 1) {
    const near = nearness[index] ?? 0;
    if (near < LEAST_NEARNESS) continue;
    for (const { field, value } of classesOf(terms[index]?.term ?? '')) {
      const known = outcomes.findIndex((outcome) => outcome.field === field);
      if (known === -1) outcomes.push({ field, value, nearness: near });
      else if ((outcomes[known]?.nearness ?? 0) < near) outcomes[known] = { field, value, nearness: near };
    }
  }
  return outcomes.length === 0 ? NO_OUTCOMES : outcomes;
}

/** Two classes of one field. */
export interface Classes {
  readonly field: Field;
  readonly values: readonly [number, number];
}

/** What two words say of one figure together, where they exclude each other: `killed or injured`; null where they do not. */
export function classesTogether(one: Term, two: Term): Classes | null {
  for (const { field, value } of classesOf(one.term)) {
    const other = classesOf(two.term).find((known) => known.field === field && known.value !== value);
    if (other !== undefined) return { field, values: [value, other.value] };
  }
  return null;
}

const NO_OUTCOMES: readonly Outcome[] = [];

/** Words farther away than about eight tokens of the same clause belong to something else. */
export const LEAST_NEARNESS = 0.35;

/** A class of a field that a term belongs to. */
interface FieldClass {
  readonly field: Field;
  readonly value: number;
}

function classesOf(term: string): readonly FieldClass[] {
  classes ??= readClasses();
  return classes.get(term) ?? NO_CLASSES;
}

const NO_CLASSES: readonly FieldClass[] = [];
let classes: ReadonlyMap<string, readonly FieldClass[]> | undefined;

/**
 * Fields in which the words are no antonyms and yet exclude each other, which WordNet does not say. Terms are stems;
 * classes of one field are parted by `|`.
 */
const FIELDS: readonly string[] = [
  // What becomes of people.
  'kill die dead fatal murder execut slay | wound injur injuri hurt maim | rescu save surviv | miss unaccount | ' +
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

/** Antonyms such as white and black may both be true of one figure, so they weigh half. */
const ANTONYM_WEIGHT = 0.5;

function readClasses(): ReadonlyMap<string, readonly FieldClass[]> {
  const found = new Map<string, FieldClass[]>();
  const add = (term: string, field: Field, value: number): void => {
    const known = found.get(term);
    if (known === undefined) found.set(term, [{ field, value }]);
    else known.push({ field, value });
  };
  for (const words of FIELDS) {
    const field = { weight: 1 };
    for (const [value, group] of words.split('|').entries()) {
      for (const word of group.trim().split(' ')) add(word, field, value);
    }
  }
  // Antonym pairs are fields of two values.
  for (const pair of antonymPairs) {
    const field = { weight: ANTONYM_WEIGHT };
    for (const [value, word] of pair.split(' ').entries()) add(word, field, value);
  }
  return found;
}
