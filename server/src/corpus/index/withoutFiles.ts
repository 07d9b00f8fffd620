/** An index without some files: a draft that lies among the articles must not bear itself out. */

import type { CorpusIndex } from './corpusIndex.ts';
import { type KnownName, mentionOrder } from './nameCorpus.ts';

/** Sentences and passages asked for beyond those wanted, in place of those that are left out. */
const SPARE = 32;

/**
 * `index` as if the files at the absolute `paths`, whose articles have the ids `gone`, were not there. The counts of words
 * and names still hold theirs, which changes no rank that matters among very many articles. Rejects as `index` does.
 */
export function withoutFiles(
  index: CorpusIndex,
  paths: ReadonlySet<string>,
  gone: ReadonlySet<string>,
): CorpusIndex {
  const isThere = ({
    article,
  }: {
    readonly article: { readonly article: { readonly id: string } };
  }): boolean => !gone.has(article.article.id);
  const foresee = index.foresee?.bind(index);
  const entriesWith = index.entriesWith?.bind(index);
  const goneOrders = new Set([...gone].map(mentionOrder));
  const known = (names: readonly KnownName[]): readonly KnownName[] =>
    names.filter(({ articles }) => articles.some((article) => !goneOrders.has(article)));
  return {
    get revision() {
      return index.revision;
    },
    get size() {
      return index.size - gone.size;
    },
    get pending() {
      return index.pending;
    },
    get skipped() {
      return index.skipped;
    },
    article: async (id) => (gone.has(id) ? undefined : index.article(id)),
    inFile: async (path) => (paths.has(path) ? [] : index.inFile(path)),
    async entries({ containing, offset, limit }) {
      const wanted = { containing, offset: 0, limit: offset + limit + gone.size };
      const entries = await index.entries(wanted);
      return entries.filter(({ id }) => !gone.has(id)).slice(offset, offset + limit);
    },
    quotes: {
      async passages(queries) {
        const wider = queries.map((query) => ({ ...query, limit: query.limit + SPARE }));
        const found = await index.quotes.passages(wider);
        return found.map((passages, at) => passages.filter(isThere).slice(0, queries[at]?.limit));
      },
    },
    names: {
      async names(queries) {
        const answers = await index.names.names(queries);
        return answers.map((answer) => ({ known: known(answer.known), similar: known(answer.similar) }));
      },
      holders: async (offices) => (await index.names.holders(offices)).map(known),
      article: async (id) => (gone.has(id) ? undefined : index.names.article(id)),
    },
    async retrieve(queries) {
      const wider = queries.map((query) => ({ ...query, limit: query.limit + SPARE }));
      const retrieval = await index.retrieve(wider);
      const candidates = retrieval.candidates.map((list, at) =>
        list.filter(isThere).slice(0, queries[at]?.limit),
      );
      return { ...retrieval, candidates };
    },
    ...(entriesWith !== undefined && {
      entriesWith: async (keys) => (await entriesWith(keys)).filter(({ id }) => !gone.has(id)),
    }),
    ...(foresee !== undefined && {
      foresee: (ask) => foresee((noting) => ask(withoutFiles(noting, paths, gone))),
    }),
  };
}
