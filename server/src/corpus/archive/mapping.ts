/** The mapping: what OpenSearch keeps of an archive, and how its terms weigh. Written out in full, with a version. */

import type { ArchiveAddress } from './address.ts';

/**
 * Counts the layouts of documents and mapping, and the ways in which their terms are made. An archive of another layout
 * stands beside this one in the cluster under another name, so that older programs go on with theirs.
 */
export const LAYOUT = 2;

/** The name of the index that holds an archive. */
export function indexName({ name }: Pick<ArchiveAddress, 'name'>): string {
  return `${name}-v${LAYOUT}`;
}

/** How an archive is spread over its cluster. */
export interface Spread {
  readonly shards: number;
  readonly replicas: number;
}

/**
 * One shard of at most 40 GB holds some five million articles and answers each search in one step; its copy outlives the
 * loss of a node. `docs/archive.md` says when more are better.
 */
export const DEFAULT_SPREAD: Spread = { shards: 1, replicas: 1 };

/** The most entries of the list of articles that can be told: the newest. */
export const LONGEST_LIST = 50_000;

/** What the index is made with. */
export function indexBody({ shards, replicas }: Spread): Readonly<Record<string, unknown>> {
  return { settings: settings(shards, replicas), mappings: MAPPINGS };
}

/**
 * BM25 whose length norm is that of `sentenceScore`: with `b` 1 it is `1 + k1 × length / mean length`, and sentences have
 * about ten keys, so `k1` 0.3 gives the 0.03 a key. The server only chooses what is ranked here, so a mean of eight does.
 */
const SENTENCE_SIMILARITY = { type: 'BM25', k1: 0.3, b: 1 };

function settings(shards: number, replicas: number): Readonly<Record<string, unknown>> {
  return {
    index: {
      number_of_shards: shards,
      number_of_replicas: replicas,
      codec: 'best_compression',
      // A loader shows what it wrote together with the new revision, so that equal revisions give equal answers.
      refresh_interval: '-1',
      max_result_window: LONGEST_LIST,
      similarity: { sentences: SENTENCE_SIMILARITY },
    },
  };
}

/** A term that is looked up and neither sorted by nor shown. */
const LOOKED_UP = { type: 'keyword', doc_values: false, norms: false } as const;
/** A value that is sorted by, and told from its column: to read the text of a document takes unpacking 50 kB a hit. */
const SORTED = { type: 'keyword', norms: false } as const;
/** What is shown again as it was sent. */
const SHOWN = { type: 'object', enabled: false } as const;

/**
 * Three kinds of documents: an article, each of its sentences, and the state of the archive. Sentences lie in the shard
 * of their article. Terms come from our own analysis, with blanks between them: a server that splits or stems in a way
 * of its own would find other sentences than the local index.
 */
const MAPPINGS = {
  dynamic: 'strict',
  _meta: { corroborate: { layout: LAYOUT } },
  // Nothing else is read from the text of a document: the rest is looked up, or told from columns.
  _source: { includes: ['entry', 'stock', 'body', 'packed', 'state'] },
  properties: {
    kind: LOOKED_UP,
    // An article.
    id: SORTED,
    path: LOOKED_UP,
    published: SORTED,
    titleOrder: SORTED,
    listed: { type: 'wildcard' },
    cited: LOOKED_UP,
    words: { type: 'text', analyzer: 'whitespace', norms: false },
    wordCount: { type: 'integer', index: false },
    entry: SHOWN,
    stock: SHOWN,
    body: SHOWN,
    // A sentence.
    article: { ...SORTED, index: false },
    at: { type: 'integer', index: false },
    keys: {
      ...{ type: 'text', analyzer: 'whitespace', index_options: 'docs', similarity: 'sentences' },
      fields: { told: { type: 'keyword', index: false } },
    },
    // With its points the server passes over sentences that come too late to be told.
    order: { type: 'long' },
    names: LOOKED_UP,
    nameWords: LOOKED_UP,
    nameSpellings: LOOKED_UP,
    offices: LOOKED_UP,
    mentions: { type: 'binary', doc_values: true },
    // Its article. Copies that stand side by side are kept once by the server's packing of 48 kB at a time, or nearly so.
    packed: SHOWN,
    // The state.
    state: SHOWN,
  },
} as const;
