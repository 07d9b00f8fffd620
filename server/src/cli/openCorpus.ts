/** Opens the corpus of a command: reads its articles into an index, or says why there is nothing to check against. */

import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Article } from '../corpus/article.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import { createMemoryIndex } from '../corpus/index/memoryIndex.ts';
import { readCorpus } from '../corpus/ingest.ts';
import type { LinkPolicy } from '../corpus/links.ts';
import { weighCorpus } from '../corpus/weighCorpus.ts';
import type { Draft } from '../draft/draft.ts';
import { requireArticles, requireReadable } from './entries.ts';
import type { Terminal } from './terminal.ts';

/** Beside the working directory, as the extension's default setting is relative to the workspace folder. */
const DEFAULT_CORPUS = 'corpus';

/** For those who named no folder. */
const ADVICE = '; name the folder of articles with --corpus';

/**
 * The index of the articles below the `given` folders, files or globs, without the drafts themselves, which would
 * support their own claims. Rejects with `CliError` when an entry cannot be read or there is no article.
 */
export async function openCorpus(
  given: readonly string[],
  links: LinkPolicy,
  drafts: readonly Draft[],
  terminal: Terminal,
): Promise<CorpusIndex> {
  const { cwd } = terminal;
  const entries = given.length === 0 ? [DEFAULT_CORPUS] : given;
  const places = entries.map((entry) => resolve(cwd, entry));
  if ((await weighCorpus(places, links, new AbortController().signal)) === 'disk') {
    // Small corpora never need the database.
    const { openLargeCorpus } = await import('./openLargeCorpus.ts');
    const index = await openLargeCorpus(places, links, drafts, terminal);
    requireReadable(entries, index.skipped, cwd);
    return index;
  }
  const { articles, skipped } = await readCorpus(places, { links });
  requireReadable(entries, skipped, cwd, given.length === 0 ? ADVICE : '');
  const sources = await withoutDrafts(articles, drafts);
  requireArticles(sources.length, entries, skipped);
  const index = createMemoryIndex();
  for (const article of sources) index.put(article);
  index.setSkipped(skipped);
  return index;
}

async function withoutDrafts(
  articles: readonly Article[],
  drafts: readonly Draft[],
): Promise<readonly Article[]> {
  const own = new Set(await Promise.all(drafts.map(({ path }) => realpath(path))));
  const paths = await Promise.all(articles.map(({ path }) => realpath(path)));
  return articles.filter((_, index) => !own.has(paths[index] ?? ''));
}
