/** The command `index` as it is typed: reads articles ahead of the first check. */

import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import * as z from 'zod';
import type { LoadReport, LoadRequest } from '../../corpus/archive/load.ts';
import { DEFAULT_SPREAD } from '../../corpus/archive/mapping.ts';
import type { SkippedFile } from '../../corpus/article.ts';
import type { LinkPolicy } from '../../corpus/links.ts';
import { terminalSafe } from '../../report/terminalText.ts';
import { CliError } from '../cliError.ts';
import { requireArticles, requireReadable } from '../entries.ts';
import { indexCorpus } from '../openLargeCorpus.ts';
import type { Terminal } from '../terminal.ts';
import { archiveSchema, linksOption, linksSchema, type Shell } from './shell.ts';

export function addIndex(program: Command, { terminal, exit }: Shell): void {
  program
    .command('index')
    .summary('read articles ahead of the first check')
    .description(
      'Brings the index of a corpus up to date. A check does the same by itself, and reads only what changed since. ' +
        'With --archive the articles are loaded into an archive on OpenSearch.',
    )
    .argument('<dir...>', 'folders, files or globs of articles, as given to --corpus')
    .addOption(linksOption())
    .addOption(new Option('--archive <url>', 'load them into the archive at this address'))
    .addOption(new Option('--shards <n>', 'parts of a new archive').default(DEFAULT_SPREAD.shards))
    .addOption(new Option('--replicas <n>', 'copies of each part').default(DEFAULT_SPREAD.replicas))
    .addHelpText('after', HELP)
    .action(async (given: unknown, options: unknown) => {
      const typed = z.array(z.string()).parse(given);
      const entries = typed.map((entry) => resolve(terminal.cwd, entry));
      const { followLinks: links, archive, shards, replicas } = parseOptions(options);
      const { skipped, articles, line } =
        archive === null
          ? await indexLocally(entries, links, terminal)
          : await load(archive, { entries, links, spread: { shards, replicas } }, typed, terminal);
      requireReadable(typed, skipped, terminal.cwd);
      requireArticles(articles, typed, skipped);
      tellSkipped(skipped, archive === null ? MOST_TOLD : Number.POSITIVE_INFINITY, terminal);
      await terminal.write(`${line}${skippedText(skipped.length)}\n`);
      exit(0);
    });
}

/** Parts and copies as numbers: a server would refuse others in words of its own. */
const countSchema = (least: number): z.ZodType<number> => z.coerce.number().int().min(least).max(MOST);
const MOST = 1_000;

const optionsSchema = z.object({
  followLinks: linksSchema,
  archive: archiveSchema,
  shards: countSchema(1),
  replicas: countSchema(0),
});

function parseOptions(options: unknown): z.infer<typeof optionsSchema> {
  const parsed = optionsSchema.safeParse(options);
  if (parsed.success) return parsed.data;
  const name = String(parsed.error.issues[0]?.path[0] ?? '');
  throw new CliError(`--${name} must be a whole number, 1 or more parts and 0 or more copies`);
}

/** What became of the articles. */
interface Indexed {
  /** How many there are now. */
  readonly articles: number;
  readonly skipped: readonly SkippedFile[];
  /** The count in words. */
  readonly line: string;
}

async function indexLocally(
  entries: readonly string[],
  links: LinkPolicy,
  terminal: Terminal,
): Promise<Indexed> {
  const { index, close } = await indexCorpus(entries, links, terminal);
  const { size, skipped } = index;
  close();
  return { articles: size, skipped, line: `${counted(size, 'article')} indexed` };
}

async function load(
  url: string,
  request: LoadRequest,
  typed: readonly string[],
  terminal: Terminal,
): Promise<Indexed> {
  // Folders never need it.
  const { loadIntoArchive } = await import('../archive.ts');
  // A folder that cannot be read, or is empty while its share is away, must not count as loaded.
  const listed = (files: number, unlisted: readonly SkippedFile[]): void => {
    requireReadable(typed, unlisted, terminal.cwd);
    requireArticles(files, typed, unlisted);
  };
  const report = await loadIntoArchive(url, request, listed, terminal);
  const { sent, unchanged, skipped } = report;
  tellUnfinished(report, terminal);
  const line = `${counted(sent, 'article')} loaded, ${unchanged.toLocaleString('en-US')} unchanged`;
  return { articles: sent + unchanged, skipped, line };
}

function tellUnfinished({ keptBack, isFinished, unfinished }: LoadReport, { complain }: Terminal): void {
  const incomplete = 'The archive is not complete yet: ';
  if (keptBack > 0) {
    const what = `${counted(keptBack, 'file or folder', 'files or folders')} could not be read for a reason that may pass`;
    const advice = 'load them again, or take them out of the folders';
    complain(`corroborate: ${isFinished ? '' : incomplete}${what}; ${advice}.\n`);
  }
  for (const name of unfinished) {
    complain(`corroborate: ${incomplete}the load of ${terminalSafe(name)} was not finished, or goes on.\n`);
  }
}

/** Files of a folder that are named when they could not be read; of an archive all are, since nobody looks at them again. */
const MOST_TOLD = 10;

function tellSkipped(skipped: readonly SkippedFile[], most: number, { complain }: Terminal): void {
  for (const { path, member, reason } of skipped.slice(0, most)) {
    const name = member === undefined ? path : `${path}, ${member}`;
    complain(`corroborate: ${terminalSafe(name)}: skipped: ${terminalSafe(reason)}\n`);
  }
  if (skipped.length > most) complain(`corroborate: and ${skipped.length - most} more\n`);
}

const HELP = `
Indexes are kept in the user's cache; CORROBORATE_INDEX_DIR names another folder.
An archive is asked as CORROBORATE_ARCHIVE_USER with CORROBORATE_ARCHIVE_PASSWORD, or with CORROBORATE_ARCHIVE_TOKEN.`;

function skippedText(count: number): string {
  return count === 0 ? '' : `, ${counted(count, 'file')} skipped`;
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : several}`;
}
