/** A name corpus with a memory: a name that was asked for before is not asked for again. */

import type { NameAnswer, NameCorpus } from '../../corpus/index/nameCorpus.ts';
import type { Recollection } from '../../draft/recollection.ts';

/** `corpus` with its answers kept in `kept`, as long as every round asks for them. Rejects as `corpus` does. */
export function rememberingNames(corpus: NameCorpus, kept: Recollection<NameAnswer>): NameCorpus {
  return {
    holders: (offices) => corpus.holders(offices),
    article: (id) => corpus.article(id),
    async names(queries) {
      const keys = queries.map((words) => words.join(' '));
      const unknown = new Map(
        queries.flatMap((words, at) => {
          const key = keys[at] ?? '';
          return kept.recall(key) === undefined ? [[key, words] as const] : [];
        }),
      );
      const answers = unknown.size === 0 ? [] : await corpus.names([...unknown.values()]);
      for (const [at, key] of [...unknown.keys()].entries()) {
        const answer = answers[at];
        if (answer !== undefined) kept.store(key, answer);
      }
      return keys.map((key) => kept.recall(key) ?? NOTHING);
    },
  };
}

const NOTHING: NameAnswer = { known: [], similar: [] };
