/** Opens the corpus of a command: reads its articles into an index, or says why there is nothing to check against. */

import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Article, SkippedFile } from '../corpus/article.ts';
import type { LinkPolicy } from '../corpus/files.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import { createMemoryIndex } from '../corpus/index/memoryIndex.ts';
import { readCorpus } from '../corpus/ingest.ts';
import { weighCorpus } from '../corpus/weighCorpus.ts';
import type { Draft } from '../draft/draft.ts';
import { CliError } from './cliError.ts';
import type { Terminal } from './terminal.ts';

/** Beside the working directory, as the extension's default setting is relative to the workspace folder. */
const DEFAULT_CORPUS = 'corpus';

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
    return openLargeCorpus(places, links, drafts, terminal);
  }
  const { articles, skipped } = await readCorpus(places, { links });
  for (const entry of entries) {
    const problem = skipped.find(({ path }) => path === resolve(cwd, entry));
    if (problem !== undefined) throw new CliError(unreadable(entry, problem, given));
  }
  const sources = await withoutDrafts(articles, drafts);
  if (sources.length === 0) throw new CliError(emptyCorpus(entries, skipped));
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

function unreadable(entry: string, { reason }: SkippedFile, given: readonly string[]): string {
  const advice = given.length === 0 ? '; name the folder of articles with --corpus' : '';
  return `cannot read the articles in ${entry}: ${reason}${advice}`;
}

function emptyCorpus(entries: readonly string[], skipped: readonly SkippedFile[]): string {
  const first = skipped[0];
  const why = first === undefined ? '' : ` (${skipped.length} skipped, the first because: ${first.reason})`;
  return `no articles in ${entries.join(', ')}${why}`;
}
