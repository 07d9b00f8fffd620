/** Checks drafts for the commands that report on them: reads configuration, drafts and articles, and keeps no word of its own. */

import { resolve } from 'node:path';
import {
  bibliographyPaths,
  bibliographyProblems,
  createBibliographyReader,
} from '../bibliography/readFiles.ts';
import { NEVER } from '../check/cancellation.ts';
import { checkDraft } from '../check/checkDraft.ts';
import type { Finding } from '../check/finding.ts';
import type { CheckOptions } from '../check/options.ts';
import type { Config, ConfigFile } from '../config/config.ts';
import { configuredBibliographies } from '../config/places.ts';
import type { SkippedFile } from '../corpus/article.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import type { LinkPolicy } from '../corpus/links.ts';
import type { Draft } from '../draft/draft.ts';
import type { CheckedDraft, CheckReport } from '../report/checkReport.ts';
import { changedSince } from './changedLines.ts';
import { type ConfigChoice, configFor, corpusEntries, corpusLinks } from './configs.ts';
import { readDraftFile } from './draftFile.ts';
import { type LedgerChoice, openLedgers } from './ledgers.ts';
import { openCorpus } from './openCorpus.ts';
import { isoDay, type Terminal } from './terminal.ts';

/** What to check against what, as every command that checks is told. */
export interface DraftChoice {
  /** Paths as given, at least one. */
  readonly drafts: readonly string[];
  /** Folders, files or globs as given; empty for those of the configuration, else the default. */
  readonly corpus: readonly string[];
  /** Address of an archive in place of folders, as given; null for none. */
  readonly archive: string | null;
  /** Whether symbolic links among the articles are followed. */
  readonly links: LinkPolicy;
  readonly config: ConfigChoice;
  readonly ledger: LedgerChoice;
  /** A git revision: only claims whose sentence has changed lines since are told of. Null for all claims. */
  readonly since: string | null;
}

export interface CheckedDrafts {
  readonly report: CheckReport;
  /** The configuration of each draft of the report, in its order; null where there is none. */
  readonly configs: readonly (Config | null)[];
  /** What each draft was checked against, in their order. */
  readonly bases: readonly CheckBasis[];
}

export interface CheckBasis {
  readonly index: CorpusIndex;
  readonly options: CheckOptions;
}

interface Project {
  readonly draft: Draft;
  readonly file: ConfigFile | null;
}

/** Checks the drafts. Rejects with `CliError` when a draft, a configuration, a ledger or the corpus cannot be read. */
export async function checkDrafts(given: DraftChoice, terminal: Terminal): Promise<CheckedDrafts> {
  const projects = await Promise.all(given.drafts.map((path) => readProject(path, given.config, terminal)));
  const drafts = projects.map(({ draft }) => draft);
  const indexes = new Map<string, CorpusIndex>();
  const applyLedgers = openLedgers(given.ledger, terminal);
  const bibliographies = createBibliographyReader();
  const checked: CheckedDraft[] = [];
  const bases: CheckBasis[] = [];
  for (const { draft, file } of projects) {
    const entries = given.archive === null ? corpusEntries(given.corpus, file) : [];
    const links = corpusLinks(given, file, terminal);
    const key = JSON.stringify([links, entries]);
    const index = indexes.get(key) ?? (await openArticles(given.archive, entries, links, drafts, terminal));
    indexes.set(key, index);
    const files = await bibliographies.read(bibliographyPaths(draft, configuredBibliographies(file)));
    for (const problem of bibliographyProblems(draft, files)) terminal.complain(`corroborate: ${problem}\n`);
    const options = {
      severities: file?.config.severity ?? {},
      today: isoDay(terminal.now()),
      bibliographies: files,
    };
    const findings = await checkDraft(draft, index, options, NEVER);
    const judged = await applyLedgers(draft, findings, index, options);
    checked.push({ draft, findings: await newSince(given.since, draft, judged) });
    bases.push({ index, options });
  }
  return {
    report: { corpus: corpusOf([...indexes.values()]), drafts: checked },
    configs: projects.map(({ file }) => file?.config ?? null),
    bases,
  };
}

/** The index of an archive where one is given, else of the entries. */
async function openArticles(
  archive: string | null,
  entries: readonly string[],
  links: LinkPolicy,
  drafts: readonly Draft[],
  terminal: Terminal,
): Promise<CorpusIndex> {
  if (archive === null) return openCorpus(entries, links, drafts, terminal);
  // Folders never need it.
  const { openArchiveIndex } = await import('./archive.ts');
  return openArchiveIndex(archive, drafts, terminal);
}

async function readProject(given: string, choice: ConfigChoice, terminal: Terminal): Promise<Project> {
  const path = resolve(terminal.cwd, given);
  const file = await configFor(path, choice, terminal);
  return { draft: await readDraftFile(path, given, file?.config ?? null), file };
}

/** The findings on claims whose sentence has lines that changed since the revision. */
async function newSince(
  revision: string | null,
  draft: Draft,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  if (revision === null) return findings;
  const changed = await changedSince(revision, draft.path, draft.text);
  // What a claim says depends on its whole sentence, which may go over several lines.
  return findings.filter(({ claim: { sentence } }) =>
    changed.some(({ start, end }) => start < sentence.end && end > sentence.start),
  );
}

/** The corpora of all drafts as one. */
function corpusOf(indexes: readonly CorpusIndex[]): CheckReport['corpus'] {
  const skipped = new Map<string, SkippedFile>();
  for (const each of indexes.flatMap((index) => index.skipped))
    skipped.set(`${each.path}\n${each.member ?? ''}`, each);
  return {
    articles: indexes.reduce((sum, { size }) => sum + size, 0),
    skipped: [...skipped.values()],
  };
}
