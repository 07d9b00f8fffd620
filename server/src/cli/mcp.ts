/** `corroborate mcp`: the MCP server over standard input and output. */

import { relative, resolve, sep } from 'node:path';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { NEVER } from '../check/cancellation.ts';
import type { LinkPolicy } from '../corpus/links.ts';
import { DEFAULT_CORPUS } from '../lsp/settings.ts';
import { createMcpServer, type McpOptions } from '../mcp/server.ts';
import { ToolError, type ToolSurroundings } from '../tools/tool.ts';
import { articlesOf } from './askedFolders.ts';
import { type ConfigChoice, configFor, corpusEntries, corpusLinks } from './configs.ts';
import { indexFolderOf } from './indexFolder.ts';
import { isoDay, type Terminal } from './terminal.ts';

export interface McpArguments {
  readonly corpus: readonly string[];
  /** Address of an archive in place of folders, as given; null for none. */
  readonly archive: string | null;
  readonly links: LinkPolicy;
  readonly config: ConfigChoice;
  readonly version: string;
}

/**
 * Starts the server and returns; the process ends when the assistant closes its side. The configuration is that of the
 * working directory. Rejects with `CliError` when it or the address of the archive cannot be used.
 */
export async function serveMcp(given: McpArguments, terminal: Terminal): Promise<void> {
  const file = await configFor(terminal.cwd, given.config, terminal);
  const named = corpusEntries(given.corpus, file);
  const entries = (named.length > 0 ? named : DEFAULT_CORPUS).map((entry) => resolve(terminal.cwd, entry));
  const log = (message: string): void => terminal.complain(`corroborate: ${message}\n`);
  const { articles, problemOf } =
    given.archive === null
      ? {
          articles: articlesOf({
            entries,
            links: corpusLinks(given, file, terminal),
            indexFolder: indexFolderOf(terminal),
            log,
          }),
          problemOf: () => null,
        }
      : await sourceInArchive(given.archive, terminal);
  const surroundings = async (): Promise<ToolSurroundings> => ({
    index: await articles(),
    options: { severities: file?.config.severity ?? {}, today: isoDay(terminal.now()) },
    cancellation: NEVER,
    shownPath: (path) => shownPath(terminal.cwd, path),
  });
  serveStdio(() => createMcpServer({ version: given.version, surroundings, problemOf, log }));
}

/** Those of an archive as they are when they are asked for. */
async function sourceInArchive(
  url: string,
  terminal: Terminal,
): Promise<Pick<McpOptions, 'problemOf'> & { readonly articles: () => Promise<ToolSurroundings['index']> }> {
  // Folders never need it.
  const { archiveAt } = await import('./archive.ts');
  const { shown, look, problemOf } = archiveAt(url, terminal);
  return {
    problemOf,
    async articles() {
      const index = await look();
      if (index.size === 0) throw new ToolError(`There are no articles in ${shown}.`);
      return index;
    },
  };
}

function shownPath(cwd: string, path: string): string {
  const way = relative(cwd, path);
  return way === '..' || way.startsWith(`..${sep}`) ? path : way;
}
