/** Packets for tests: a draft checked against articles, with a decision of the ledger where one is asked for. */

import assert from 'node:assert/strict';
import { NEVER } from '../../../server/src/check/cancellation.ts';
import { checkDraft } from '../../../server/src/check/checkDraft.ts';
import { createMemoryIndex } from '../../../server/src/corpus/index/memoryIndex.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { applyLedger } from '../../../server/src/ledger/applyLedger.ts';
import { verify } from '../../../server/src/ledger/decide.ts';
import { sha256 } from '../../../server/src/ledger/digest.ts';
import { type Packet, packetOf } from '../../../server/src/packet/packet.ts';

export interface SampleOptions {
  readonly languageId?: string;
  readonly article?: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly url?: string | null;
  /** The words of a claim that a person stands for. */
  readonly verified?: string;
}

const ARTICLE = `The council is sending about 750 volunteers to the flooded Harrow valley, the mayor said on Monday.
The water destroyed 62 houses in the village of Lower Marsh.
`;

/** The packet of a draft that is checked against one article. */
export async function packetFor(text: string, options: SampleOptions = {}): Promise<Packet> {
  const article = options.article ?? ARTICLE;
  const index = createMemoryIndex();
  index.put({
    id: 'valley.md',
    path: '/desk/corpus/valley.md',
    title: options.title ?? 'Volunteers leave',
    outlet: options.outlet ?? 'Harrow Valley Post',
    author: null,
    published: '2021-03-09',
    url: options.url ?? null,
    text: article,
    prose: [{ start: 0, end: article.length }],
  });
  const draft = readDraft('/desk/draft.md', options.languageId ?? 'markdown', text);
  const checkOptions = { severities: {}, today: '2021-03-10' };
  const checked = await checkDraft(draft, index, checkOptions, NEVER);
  const finding = checked.find(({ claim }) => claim.text === options.verified);
  const subject = finding === undefined ? null : { draft, path: 'draft.md', findings: checked, finding };
  assert.equal(subject === null, options.verified === undefined, `the draft claims ${options.verified}`);
  const decider = { person: 'Ann Reyes <ann@example.org>', date: '2021-03-10T09:00:00+01:00' };
  const decision = subject === null ? null : verify(subject, decider, 'Told by the council', sha256);
  const view = {
    decisions: decision === null ? [] : [decision],
    draft: 'draft.md',
    missingDrafts: new Set<string>(),
  };
  const surroundings = { articles: index, options: checkOptions, digest: sha256 };
  return packetOf({
    draft,
    findings: await applyLedger(draft, checked, view, surroundings),
    citations: [],
    corpus: { articles: 1, skipped: [{ path: '/desk/corpus/a.pdf', reason: 'encrypted' }] },
    hashes: new Map([['/desk/corpus/valley.md', 'ab'.repeat(32)]]),
    shownPath: (path) => path.replace('/desk/', ''),
    made: '2021-03-10',
    maker: 'Corroborate 1.2.3',
  });
}

/** A packet as a person reads its draft: claims in brackets, with their numbers. */
export function readDraftOf(packet: Packet): readonly string[] {
  return packet.blocks.map(({ runs }) =>
    runs
      .map(
        ({ text, begins, ends }) => `${'['.repeat(begins.length)}${text}${ends.map((n) => `]${n}`).join('')}`,
      )
      .join(''),
  );
}
