/** Shared names: which names of a draft the articles know, and which articles have them. */

import { nameKey } from '../../claims/name.ts';
import type { KnownName, NameAnswer } from '../../corpus/index/nameCorpus.ts';
import { compareNames } from '../../match/sameName.ts';

/** Whether the articles have a name that can be the one of these words, which `answer` is the answer to. */
export function isKnown(answer: NameAnswer, words: readonly string[]): boolean {
  return articlesOf(answer, words) !== NOWHERE;
}

/** A name of a draft, and what the articles know of it. */
export interface AskedName {
  /** As `nameKey` has it. */
  readonly key: string;
  readonly words: readonly string[];
  readonly answer: NameAnswer;
}

export interface Shared {
  /** Whether an article that mentions `known` has another name of the draft than that of these words. */
  isBesideOthers(known: KnownName, words: readonly string[]): boolean;
}

/** The names of a draft, by the articles that have them. */
export function sharedNames(all: readonly AskedName[]): Shared {
  // Most drafts have no name that may be misspelt, and nothing is asked.
  let byArticle: ReadonlyMap<string, string | null> | undefined;
  return {
    isBesideOthers(known, words) {
      byArticle ??= onlyNames(all);
      const only = byArticle;
      const own = nameKey({ words });
      return known.articles.some((article) => only.has(article) && only.get(article) !== own);
    },
  };
}

/** For each article that has names of the draft the only one; null where it has several. */
function onlyNames(all: readonly AskedName[]): ReadonlyMap<string, string | null> {
  const byArticle = new Map<string, string | null>();
  for (const { key, words, answer } of all) {
    for (const article of articlesOf(answer, words)) {
      const before = byArticle.get(article);
      if (before === undefined) byArticle.set(article, key);
      else if (before !== null && before !== key) byArticle.set(article, null);
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
  const articles = new Set(same.flatMap((other) => other.articles));
  const found = same.length === 0 ? NOWHERE : articles;
  articlesByAnswer.set(answer, found);
  return found;
}
