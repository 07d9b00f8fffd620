/** The fact-check packet of an open draft: as a page for a panel of the editor, and as files for others. */

import type { CancellationToken } from 'vscode-languageserver';
import * as z from 'zod';
import packageJson from '../../../package.json' with { type: 'json' };
import { sha256 } from '../ledger/digest.ts';
import type { PacketLinks } from '../packet/html/page.ts';
import type { Packet } from '../packet/packet.ts';
import type { OpenSourceArgument } from './articles.ts';
import { passageLocation, type ReadingClient } from './articleUri.ts';
import type { Checked, CheckResult } from './checks.ts';
import { toPosition } from './convert.ts';
import { PACKET_METHOD, type PacketAnswer, type PacketParams } from './packetProtocol.ts';
import { OPEN_SOURCE_COMMAND } from './protocol.ts';
import { resultFor, type Session } from './session.ts';
import { toStatus } from './status.ts';

/** `today` is the day where the writer is. */
export function registerPacket(session: Session, today: () => string): void {
  session.connection.onRequest<PacketAnswer, void>(
    PACKET_METHOD,
    async (params: unknown, token: CancellationToken) => {
      const { uri, format } = paramsSchema.parse(params);
      const result = await resultFor(session, uri, token);
      return result?.state === 'checked' ? made(session, result, format, today()) : refused(result);
    },
  );
}

const paramsSchema = z.object({ uri: z.string(), format: z.enum(['panel', 'html', 'markdown']) });

async function made(
  { client }: Session,
  checked: Checked,
  format: PacketParams['format'],
  today: string,
): Promise<PacketAnswer> {
  // The packet and what writes it are needed by nothing else.
  const { makePacket } = await import('../packet/makePacket.ts');
  const packet = await makePacket({
    draft: checked.draft,
    findings: checked.findings,
    index: checked.index,
    bibliographies: checked.citing.files,
    // As a file of the text on the screen would have it, saved or not.
    draftHash: sha256(checked.document.getText()),
    made: today,
    maker: `Corroborate ${packageJson.version}`,
  });
  return {
    state: 'made',
    title: packet.title,
    text: await print(packet, format, panelLinks(checked, client)),
  };
}

async function print(packet: Packet, format: PacketParams['format'], links: PacketLinks): Promise<string> {
  if (format === 'markdown') return (await import('../packet/markdown.ts')).markdownPacket(packet);
  const [{ htmlPacket, NO_LINKS }, { policyHash }] = await Promise.all([
    import('../packet/html/page.ts'),
    import('../packet/hashFiles.ts'),
  ]);
  return htmlPacket(packet, format === 'panel' ? links : NO_LINKS, policyHash);
}

/** Links that only our own command answers, with arguments that only we write. */
function panelLinks({ document }: Checked, client: ReadingClient): PacketLinks {
  return {
    claim({ start }) {
      const position = toPosition(document, start);
      return commandLink({ uri: document.uri, range: { start: position, end: position } });
    },
    passage: ({ evidence }) => commandLink(passageLocation(client, evidence, evidence.marks[0] ?? evidence)),
  };
}

function commandLink(argument: OpenSourceArgument): string | null {
  // A draft that was never saved has no file that the command could open.
  if (argument.uri.startsWith('untitled:')) return null;
  return `command:${OPEN_SOURCE_COMMAND}?${encodeURIComponent(JSON.stringify([argument]))}`;
}

function refused(result: CheckResult | null): PacketAnswer {
  if (result === null) return { state: 'refused', reason: 'There is no open draft to make a packet of.' };
  const { text, detail } = toStatus(result);
  return { state: 'refused', reason: detail === '' ? `${text}.` : `${text}. ${detail}` };
}
