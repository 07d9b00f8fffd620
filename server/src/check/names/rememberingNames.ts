/** A name corpus with a memory: a name or an office that was asked for before is not asked for again. */

import type { KnownName, NameAnswer, NameCorpus } from '../../corpus/index/nameCorpus.ts';
import type { Recollection } from '../../draft/recollection.ts';

/** What is kept of the answers, as long as every round asks for them. */
export interface KeptNames {
  readonly names: Recollection<NameAnswer>;
  readonly offices: Recollection<readonly KnownName[]>;
}

/** `corpus` with its answers kept. Rejects as `corpus` does. */
export function rememberingNames(corpus: NameCorpus, kept: KeptNames): NameCorpus {
  return {
    article: (id) => corpus.article(id),
    async holders(offices) {
      const answers = await remembered(kept.offices, offices, offices, (unknown) => corpus.holders(unknown));
      return answers.map((holders) => holders ?? []);
    },
    async names(queries) {
      const keys = queries.map((words) => words.join(' '));
      const answers = await remembered(kept.names, keys, queries, (unknown) => corpus.names(unknown));
      return answers.map((answer) => answer ?? NOTHING);
    },
  };
}

const NOTHING: NameAnswer = { known: [], similar: [] };

/** The answers to `queries` by their keys; `ask` is given those that are not known, each once. */
async function remembered<Query, Answer>(
  kept: Recollection<Answer>,
  keys: readonly string[],
  queries: readonly Query[],
  ask: (unknown: readonly Query[]) => Promise<readonly Answer[]>,
): Promise<readonly (Answer | undefined)[]> {
  const unknown = new Map(
    queries.flatMap((query, at) => {
      const key = keys[at] ?? '';
      return kept.recall(key) === undefined ? [[key, query] as const] : [];
    }),
  );
  const answers = unknown.size === 0 ? [] : await ask([...unknown.values()]);
  for (const [at, key] of [...unknown.keys()].entries()) {
    const answer = answers[at];
    if (answer !== undefined) kept.store(key, answer);
  }
  return keys.map((key) => kept.recall(key));
}
