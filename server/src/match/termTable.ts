/** Term tables: the terms of a sentence laid out for comparing them with those of another. */

import type { AnalysedSentence } from '../corpus/index/corpusIndex.ts';
import { sensesOf } from '../text/lexicon.ts';
import type { Term } from '../text/terms.ts';

/** The terms of a sentence by their places in it. All lists go by the index of the term. */
export interface TermTable {
  readonly stems: readonly string[];
  /** The synonym sets of each term; names have none. */
  readonly senses: readonly (readonly number[])[];
  /** Where each stem stands. */
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  /** Where the words of each synonym set stand. */
  readonly bySense: ReadonlyMap<number, readonly number[]>;
}

/** By the terms of a sentence, which stay the same when an edit before it moves it. */
const kept = new WeakMap<readonly Term[], TermTable>();

/** The table of a sentence, made once as long as its terms are in use. */
export function termTableOf({ terms }: AnalysedSentence): TermTable {
  const known = kept.get(terms);
  if (known !== undefined) return known;
  const table = tableOf(terms);
  kept.set(terms, table);
  return table;
}

function tableOf(terms: readonly Term[]): TermTable {
  const stems: string[] = [];
  const senses: (readonly number[])[] = [];
  const byStem = new Map<string, number[]>();
  const bySense = new Map<number, number[]>();
  for (const [index, { term, isName }] of terms.entries()) {
    const own = isName ? NONE : sensesOf(term);
    stems.push(term);
    senses.push(own);
    append(byStem, term, index);
    for (const sense of own) append(bySense, sense, index);
  }
  return { stems, senses, byStem, bySense };
}

const NONE: readonly number[] = [];

function append<K>(map: Map<K, number[]>, key: K, index: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [index]);
  else known.push(index);
}
