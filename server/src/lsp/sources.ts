/** The list behind a view of sources: the articles with how often the drafts use them, and what could not be read. */

import { basename } from 'node:path';
import type { CancellationToken } from 'vscode-languageserver';
import * as z from 'zod';
import type { ArticleEntry } from '../corpus/index/corpusIndex.ts';
import { corpusRoots } from '../corpus/roots.ts';
import { distinct, entriesOf, newestFirst, toArticleItem } from './articles.ts';
import type { Checked } from './checks.ts';
import { countUses } from './codeLenses.ts';
import { toUri } from './convert.ts';
import type { Corpus } from './corpus.ts';
import { inBackground, type Session } from './session.ts';
import { type Uses, usesOf } from './uses.ts';
import {
  SOURCES_CHANGED_METHOD,
  SOURCES_METHOD,
  type SourceItem,
  type SourcesAnswer,
  type UnreadItem,
} from './viewProtocol.ts';

export function registerSources(session: Session, uses: Uses): void {
  const { connection, corpora, settings, client } = session;
  connection.onRequest(SOURCES_METHOD, async (params: unknown, token: CancellationToken) => {
    const { uri, limit } = paramsSchema.parse(params);
    const asked = uri === null ? await corpora.all() : [await corpora.forDraft(uri)];
    return listSources(session, asked, await uses.drafts(token), limit);
  });
  if (client.options.status !== true) return;
  const tell = (): void => {
    inBackground(session, 'Sources', connection.sendNotification(SOURCES_CHANGED_METHOD));
  };
  uses.onDidChange(tell);
  corpora.onDidChange(tell);
  settings.onDidChange(tell);
}

const paramsSchema = z.object({ uri: z.string().nullable(), limit: z.int().nonnegative() });

async function listSources(
  { client }: Session,
  corpora: readonly Corpus[],
  drafts: readonly Checked[],
  limit: number,
): Promise<SourcesAnswer> {
  const newest = await entriesOf(corpora, limit);
  const used = await usedEntries(corpora, drafts);
  // Those that are used come first only to be within the limit.
  const shown = distinct([...used, ...newest]).slice(0, Math.max(limit, used.length));
  return {
    articles: shown.toSorted(newestFirst).map((entry) => toSource(entry, drafts, client)),
    total: corpora.reduce((sum, { index }) => sum + index.size, 0),
    unread: corpora.flatMap(unreadOf),
    folders: (await foldersOf(corpora)).map(toUri),
    problem: corpora.find(({ problem }) => problem !== null)?.problem ?? null,
    drafts: drafts.length,
  };
}

/** Absolute paths of the folders of the corpora, in their order; of those named by globs only where there is none. */
async function foldersOf(corpora: readonly Corpus[]): Promise<readonly string[]> {
  const roots = await corpusRoots(corpora.flatMap(({ entries }) => entries));
  const folders = roots.filter(({ entry }) => entry.kind === 'folder');
  return [...new Set((folders.length > 0 ? folders : roots).map(({ path }) => path))];
}

/** The articles that are evidence for a claim. */
async function usedEntries(
  corpora: readonly Corpus[],
  drafts: readonly Checked[],
): Promise<readonly ArticleEntry[]> {
  const evidence = drafts.flatMap(({ findings }) => findings.flatMap((finding) => finding.evidence));
  const ids = new Set(evidence.map(({ path, article }) => `${path}\n${article}`));
  const paths = new Set(evidence.map(({ path }) => path));
  const asked = corpora.flatMap(({ index }) => [...paths].map((path) => index.inFile(path)));
  return (await Promise.all(asked)).flat().filter(({ path, id }) => ids.has(`${path}\n${id}`));
}

function toSource(entry: ArticleEntry, drafts: readonly Checked[], client: Session['client']): SourceItem {
  return { ...toArticleItem(entry, client), ...countUses(usesOf(entry, drafts)) };
}

function unreadOf({ index }: Corpus): readonly UnreadItem[] {
  return index.skipped.map(({ path, member, reason }) => ({
    uri: toUri(path),
    name: member === undefined ? basename(path) : `${basename(path)}: ${member}`,
    reason,
  }));
}
