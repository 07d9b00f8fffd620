/** Makes the packet of a checked draft: resolves what the draft cites and reads the hashes of its sources. */

import { dirname, relative, sep } from 'node:path';
import type { CheckOptions } from '../check/options.ts';
import { bibliographyOf } from '../cite/bibliography/bibliography.ts';
import { resolveInIndex } from '../cite/resolveInIndex.ts';
import type { CorpusIndex } from '../corpus/index/corpusIndex.ts';
import { hashFiles } from './hashFiles.ts';
import { type Packet, type PacketInput, packetOf } from './packet.ts';

/** What a packet is made from, beside what was checked. */
export interface PacketOrder extends Pick<PacketInput, 'draft' | 'findings' | 'made' | 'maker'> {
  readonly index: CorpusIndex;
  readonly bibliographies: NonNullable<CheckOptions['bibliographies']>;
  /** SHA-256 of the draft where it is not the file at its path: a text in an editor. Null reads the file. */
  readonly draftHash: string | null;
}

/** The packet. Files that cannot be read have no hash. Rejects as the index does. */
export async function makePacket({
  index,
  bibliographies,
  draftHash,
  ...order
}: PacketOrder): Promise<Packet> {
  const { draft, findings } = order;
  const evidence = findings.flatMap((finding) => finding.evidence);
  const known = evidence.map((each) => ({ ...each, id: each.article, author: null }));
  const bibliography = bibliographyOf(draft, bibliographies);
  const { citations } = await resolveInIndex(draft, { bibliography, index, known });
  const paths = [...evidence.map(({ path }) => path), ...(draftHash === null ? [draft.path] : [])];
  const hashes = new Map(await hashFiles(paths));
  if (draftHash !== null) hashes.set(draft.path, draftHash);
  const corpus = { articles: index.size, skipped: index.skipped };
  const folder = dirname(draft.path);
  const shownPath = (path: string): string => wayFrom(folder, path);
  return packetOf({ ...order, citations, corpus, hashes, shownPath });
}

/** The path from the draft’s folder, with `/` on every system: a packet is read by others, on other machines. */
function wayFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
