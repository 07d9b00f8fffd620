/** Layers: which part of the source may import which, as the path of the data has it. */

/**
 * Folders and files from the first to the last that data goes through. A file may import what belongs to its own layer
 * and to those above it; the longest entry that its path starts with says which is its own. Files named by themselves
 * are the types that others are made of, and so come before the rest of their folder. Backends of the index come late:
 * they hold articles by what claims are and how matches are found, and decide nothing.
 */
export const LAYERS: readonly string[] = [
  'server/data/',
  'server/src/text/',
  'server/src/check/cancellation.ts',
  'server/src/corpus/article.ts',
  'server/src/quantity/',
  'server/src/draft/',
  'server/src/corpus/',
  'server/src/claims/',
  'server/src/corpus/index/nameCorpus.ts',
  'server/src/corpus/index/quoteCorpus.ts',
  'server/src/corpus/index/corpusIndex.ts',
  'server/src/corpus/index/keys.ts',
  'server/src/draft/analyse.ts',
  'server/src/match/',
  'server/src/corpus/index/',
  'server/src/corpus/disk/',
  // How a draft may name an article that it cites; an archive finds articles by that.
  'server/src/cite/source.ts',
  'server/src/cite/longDate.ts',
  'server/src/cite/reference.ts',
  'server/src/cite/entryKeys.ts',
  'server/src/corpus/archive/',
  'server/src/rules/codes.ts',
  'server/src/check/finding.ts',
  'server/src/cite/',
  'server/src/rules/',
  'server/src/draft/suppression',
  'server/src/check/',
  'server/src/ledger/',
  'server/src/packet/',
  'server/src/report/',
  'server/src/bibliography/',
  'server/src/config/',
  'server/src/tools/',
  'server/src/lsp/',
  'server/src/mcp/',
  'server/src/cli/',
  'server/src/',
  'client/src/',
];

/** What one part may import of another besides the above; whatever it does not name here it may not. */
export const SURFACES: ReadonlyMap<string, readonly string[]> = new Map([
  // The client knows the messages it exchanges with the server, and nothing of how they come about.
  [
    'client/src/',
    [
      'client/src/',
      'server/src/lsp/protocol.ts',
      'server/src/lsp/viewProtocol.ts',
      'server/src/lsp/ledgerProtocol.ts',
      'server/src/lsp/packetProtocol.ts',
      'server/src/lsp/toolProtocol.ts',
      // How both write a line in which an editor finds no link.
      'server/src/lsp/plainLine.ts',
      // The names of variables that the server is started with.
      'server/src/corpus/archive/credentials.ts',
    ],
  ],
]);

/** Surfaces that know nothing of each other, though one comes before the other. */
export const APART: readonly (readonly [from: string, to: string])[] = [
  ['server/src/lsp/', 'server/src/report/'],
];

/** Folders and files without a world outside: no editor, no file system, no database, no clock. */
export const PURE: readonly string[] = [
  'server/src/text/',
  'server/src/quantity/',
  'server/src/draft/',
  'server/src/claims/',
  'server/src/match/',
  'server/src/check/',
  'server/src/rules/',
  'server/src/cite/',
  'server/src/report/',
  'server/src/tools/',
  'server/src/packet/coverage.ts',
  'server/src/packet/draftBlocks.ts',
  'server/src/packet/draftText.ts',
  'server/src/packet/html/',
  'server/src/packet/markdown.ts',
  'server/src/packet/packet.ts',
  'server/src/packet/packetSources.ts',
  'server/src/packet/passages.ts',
  'server/src/packet/standing.ts',
  'server/src/ledger/applyLedger.ts',
  'server/src/ledger/claimPlace.ts',
  'server/src/ledger/decision.ts',
  'server/src/ledger/decide.ts',
  'server/src/ledger/inForce.ts',
  'server/src/ledger/matchDecisions.ts',
  'server/src/ledger/parseLedger.ts',
  'server/src/ledger/sources.ts',
  'server/src/corpus/article.ts',
  'server/src/corpus/place.ts',
  'server/src/corpus/analyse',
  'server/src/corpus/metadata.ts',
  'server/src/corpus/stated.ts',
  'server/src/corpus/furniture.ts',
  'server/src/corpus/index/',
];

/** The layer of a file as its index in `LAYERS`; -1 for a file outside all of them. */
export function layerOf(path: string): number {
  const own = LAYERS.filter((layer) => path.startsWith(layer)).sort((a, b) => b.length - a.length)[0];
  return own === undefined ? -1 : LAYERS.indexOf(own);
}
