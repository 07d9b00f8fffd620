/** Options that say where the articles of a check are: a folder, or an archive. */

import { type Command, Option } from 'commander';
import { archiveSchema, corpusOption, corpusSchema, linksOption, linksSchema } from './shell.ts';

/** Adds `--corpus`, `--archive` and `--follow-links`, which all commands take that check drafts. */
export function addSourceOptions(command: Command): Command {
  return command
    .addOption(corpusOption())
    .addOption(
      new Option('--archive <url>', 'check against an archive on OpenSearch in place of a folder').conflicts(
        'corpus',
      ),
    )
    .addOption(linksOption());
}

/** The options as parsed; `links` is what `--follow-links` comes to. */
export const sourceSchema = { corpus: corpusSchema, archive: archiveSchema, links: linksSchema };
