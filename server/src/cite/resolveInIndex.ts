/** Resolves the citations of a draft against an index, which may be too large to be listed. */

import type { ArticleEntry, CorpusIndex } from '../corpus/index/corpusIndex.ts';
import type { Draft } from '../draft/draft.ts';
import { type ArticleFinder, createArticleFinder, createNotingFinder } from './articleFinder.ts';
import type { Bibliography } from './bibliography/bibliography.ts';
import type { DraftCitations } from './citation.ts';
import type { EntryKey } from './entryKeys.ts';
import { readCitations } from './recognise/readCitations.ts';
import { type ResolvedDraft, resolveCitations } from './resolve.ts';

/** What the citations of a draft are resolved with. */
export interface CitedCorpus {
  readonly bibliography: Bibliography;
  readonly index: CorpusIndex;
  /** Articles that an index too large to be listed may hold beyond its list: those that are evidence. */
  readonly known: readonly ArticleEntry[];
}

/**
 * The citations of `draft` and what they mean; `read`, where they were read before. An index that finds by keys is asked
 * for what the citations may mean, another one is listed once a revision. Rejects as the index does.
 */
export async function resolveInIndex(
  draft: Draft,
  { bibliography, index, known }: CitedCorpus,
  read: DraftCitations = readCitations(draft),
): Promise<ResolvedDraft> {
  const resolve = (finder: ArticleFinder): ResolvedDraft =>
    resolveCitations(draft, bibliography, finder, read);
  // The list of a large corpus takes long to read, and a draft without citations never asks for it.
  if (read.citations.length + read.definitions.length === 0) return resolve(createArticleFinder([]));
  if (index.entriesWith === undefined) return resolve(await listedFinder(index, known));
  const keys = new Set<EntryKey>();
  resolve(createNotingFinder((key) => keys.add(key)));
  return resolve(createArticleFinder(await index.entriesWith([...keys])));
}

interface KeptFinder {
  readonly revision: number;
  readonly finder: Promise<ArticleFinder>;
}

const FINDERS = new WeakMap<CorpusIndex, KeptFinder>();

/** The finder of the articles of `index` and of those in `known`. Made once a revision: it takes one pass over the list. */
async function listedFinder(index: CorpusIndex, known: readonly ArticleEntry[]): Promise<ArticleFinder> {
  const kept = FINDERS.get(index);
  const listed =
    kept?.revision === index.revision ? kept.finder : listEntries(index).then(createArticleFinder);
  FINDERS.set(index, { revision: index.revision, finder: listed });
  listed.catch(() => FINDERS.delete(index));
  const finder = await listed;
  return index.size <= MOST_LISTED ? finder : joined(finder, createArticleFinder(known));
}

/** About 20 MB of keys; of a larger corpus the newest articles are told by title and date, and all that are evidence. */
const MOST_LISTED = 50_000;
/** The next page is found by passing over the ones before, so that few large ones cost less than many. */
const PAGE = 25_000;

async function listEntries(index: CorpusIndex): Promise<readonly ArticleEntry[]> {
  const entries: ArticleEntry[] = [];
  while (entries.length < MOST_LISTED) {
    const page = await index.entries({ containing: '', offset: entries.length, limit: PAGE });
    for (const entry of page) entries.push(entry);
    if (page.length < PAGE) break;
  }
  return entries;
}

function joined(first: ArticleFinder, second: ArticleFinder): ArticleFinder {
  const either = (found: readonly ArticleEntry[], other: () => readonly ArticleEntry[]) =>
    found.length > 0 ? found : other();
  return {
    atAddress: (url) => either(first.atAddress(url), () => second.atAddress(url)),
    ofReference: (reference) => either(first.ofReference(reference), () => second.ofReference(reference)),
    ofWords: (words) => either(first.ofWords(words), () => second.ofWords(words)),
  };
}
