/** Shared names: which names of a draft the articles know, and which articles have them. */

import { nameKey } from '../../claims/name.ts';
import type { KnownName, NameAnswer } from '../../corpus/index/nameCorpus.ts';
import { compareNames } from '../../match/sameName.ts';
import type { DraftName } from './draftName.ts';

/** Whether the articles have a name that can be the one of these words, which `answer` is the answer to. */
export function isKnown(answer: NameAnswer, words: readonly string[]): boolean {
  return articlesOf(answer, words) !== NOWHERE;
}

export interface Shared {
  /** Whether an article that mentions `known` has another name of the draft than that of these words. */
  isBesideOthers(known: KnownName, words: readonly string[]): boolean;
}

/** The names of a draft, by the articles that have them; one mention of each name is enough. */
export function sharedNames(all: readonly DraftName[]): Shared {
  return {
    isBesideOthers(known, words) {
      const own = nameKey({ words });
      return all.some(({ name, answer }) => {
        const articles = articlesOf(answer, name.words);
        return nameKey(name) !== own && known.mentions.some(({ article }) => articles.has(article));
      });
    },
  };
}

const NOWHERE: ReadonlySet<string> = new Set();

/** An answer is kept from check to check, and with it what it says of the name that was asked for. */
const articlesByAnswer = new WeakMap<NameAnswer, ReadonlySet<string>>();

/** Ids of the articles that have the name, as far as its mentions tell; `NOWHERE` when none has. */
function articlesOf(answer: NameAnswer, words: readonly string[]): ReadonlySet<string> {
  const known = articlesByAnswer.get(answer);
  if (known !== undefined) return known;
  const same = answer.known.filter((other) => compareNames(other.words, words) === 'same');
  const articles = new Set(same.flatMap(({ mentions }) => mentions.map(({ article }) => article)));
  const found = same.length === 0 ? NOWHERE : articles;
  articlesByAnswer.set(answer, found);
  return found;
}
