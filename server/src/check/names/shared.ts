/** Shared names: which names of a draft the articles know, and which articles have them. */

import { nameKey } from '../../claims/name.ts';
import type { KnownName, NameAnswer } from '../../corpus/index/nameCorpus.ts';

/** Whether the articles have a name that can be the one that `answer` is the answer to. */
export function isKnown({ known }: NameAnswer): boolean {
  return known.length > 0;
}

/** A name of a draft, and what the articles know of it. */
export interface AskedName {
  /** As `nameKey` has it. */
  readonly key: string;
  readonly answer: NameAnswer;
}

export interface Shared {
  /** Whether an article that mentions `known` has another name of the draft than that of these words. */
  isBesideOthers(known: KnownName, words: readonly string[]): boolean;
}

/** The names of a draft, by the articles that have them. */
export function sharedNames(all: readonly AskedName[]): Shared {
  // Most drafts have no name that may be misspelt, and nothing is asked.
  let byArticle: ReadonlyMap<number, string | null> | undefined;
  return {
    isBesideOthers(known, words) {
      byArticle ??= onlyNames(all);
      const only = byArticle;
      const own = nameKey({ words });
      return known.articles.some((article) => only.has(article) && only.get(article) !== own);
    },
  };
}

/** For each article that has names of the draft, by its `mentionOrder`, the only one; null where it has several. */
function onlyNames(all: readonly AskedName[]): ReadonlyMap<number, string | null> {
  const byArticle = new Map<number, string | null>();
  for (const { key, answer } of all) {
    for (const article of answer.known.flatMap(({ articles }) => articles)) {
      const before = byArticle.get(article);
      if (before === undefined) byArticle.set(article, key);
      else if (before !== null && before !== key) byArticle.set(article, null);
    }
  }
  return byArticle;
}
