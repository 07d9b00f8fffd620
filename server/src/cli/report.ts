/** `corroborate report`: checks one draft and writes its fact-check packet to a file. */

import { writeFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { fileProblem } from '../corpus/fileProblem.ts';
import { policyHash } from '../packet/hashFiles.ts';
import { htmlPacket, NO_LINKS } from '../packet/html/page.ts';
import { makePacket } from '../packet/makePacket.ts';
import { markdownPacket } from '../packet/markdown.ts';
import type { Packet } from '../packet/packet.ts';
import { checkDrafts, type DraftChoice } from './checkDrafts.ts';
import { CliError } from './cliError.ts';
import type { Terminal } from './terminal.ts';

export const PACKET_FORMATS = ['html', 'markdown'] as const;

export interface ReportArguments extends Omit<DraftChoice, 'drafts' | 'since'> {
  /** Path as given. */
  readonly draft: string;
  /** The file to write, as given. */
  readonly output: string;
  /** Null goes by the name of the output, as `formatOf` does. */
  readonly format: (typeof PACKET_FORMATS)[number] | null;
}

/** Writes the packet and says so in one line. Rejects with `CliError` when something cannot be read or written. */
export async function runReport(given: ReportArguments, terminal: Terminal): Promise<void> {
  const output = resolve(terminal.cwd, given.output);
  if (output === resolve(terminal.cwd, given.draft)) throw new CliError('the output is the draft itself');
  const format = given.format ?? formatOf(given.output);
  const { report, bases } = await checkDrafts({ ...given, drafts: [given.draft], since: null }, terminal);
  const [checked] = report.drafts;
  const [basis] = bases;
  if (checked === undefined || basis === undefined)
    throw new CliError(`cannot read the draft ${given.draft}`);
  const packet = await makePacket({
    ...checked,
    index: basis.index,
    bibliographies: basis.options.bibliographies ?? [],
    draftHash: null,
    made: basis.options.today,
    maker: `Corroborate ${packageJson.version}`,
  });
  await writeFile(output, print(packet, format)).catch((error: unknown) => {
    throw new CliError(`cannot write ${given.output}: ${fileProblem(error)}`);
  });
  const { length } = packet.claims;
  await terminal.write(`${given.output}: ${length === 1 ? '1 claim' : `${length} claims`}\n`);
}

function print(packet: Packet, format: (typeof PACKET_FORMATS)[number]): string {
  switch (format) {
    case 'html':
      return htmlPacket(packet, NO_LINKS, policyHash);
    case 'markdown':
      return markdownPacket(packet);
  }
}

/** By the ending; a name without one is HTML. Throws `CliError` for others: nobody looks for a page in `packet.pdf`. */
function formatOf(output: string): (typeof PACKET_FORMATS)[number] {
  const ending = extname(output).toLowerCase();
  const format = ENDINGS.get(ending);
  if (format === undefined) {
    throw new CliError(
      `a packet is HTML or Markdown, not ${ending}; name it ${basename(output, extname(output))}.html, or say --format`,
    );
  }
  return format;
}

const ENDINGS: ReadonlyMap<string, (typeof PACKET_FORMATS)[number]> = new Map([
  ['', 'html'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
]);
