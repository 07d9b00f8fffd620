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
  /** How many other names of the draft, each counted once, the articles have that mention `known`. */
  others(known: KnownName, words: readonly string[]): number;
}

/** The names of a draft by the articles that have them; one mention of each name is enough. */
export function sharedNames(all: readonly DraftName[]): Shared {
  // Most drafts have no name that may be misspelt, and nothing is asked.
  let byArticle: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    others(known, words) {
      byArticle ??= groupByArticle(all);
      const own = nameKey({ words });
      const found = new Set<string>();
      for (const { article } of known.mentions) {
        for (const key of byArticle.get(article) ?? []) if (key !== own) found.add(key);
      }
      return found.size;
    },
  };
}

function groupByArticle(all: readonly DraftName[]): ReadonlyMap<string, readonly string[]> {
  const byArticle = new Map<string, string[]>();
  for (const { name, answer } of all) {
    const key = nameKey(name);
    for (const article of articlesOf(answer, name.words)) {
      const known = byArticle.get(article);
      if (known === undefined) byArticle.set(article, [key]);
      else known.push(key);
    }
  }
  return byArticle;
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
