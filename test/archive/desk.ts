/** A desk for tests of an archive: checks drafts against it, counts what is asked, and measures what it costs. */

import type { TestContext } from 'node:test';
import { NEVER } from '../../server/src/check/cancellation.ts';
import { checkDraft } from '../../server/src/check/checkDraft.ts';
import { createCheckMemory } from '../../server/src/check/memory.ts';
import { type ArchiveIndex, createArchiveIndex } from '../../server/src/corpus/archive/archiveIndex.ts';
import { createRequests } from '../../server/src/corpus/archive/requests.ts';
import { connect } from '../../server/src/corpus/archive/transport.ts';
import { readDraft } from '../../server/src/draft/readDraft.ts';
import { addressOf } from './backend.ts';
import type { Cluster } from './cluster.ts';

export interface Checked {
  /** As JSON: equal for equal findings. */
  readonly findings: string;
  /** The requests that the archive was sent, by the last parts of their paths: `_msearch`. */
  readonly requests: readonly string[];
}

export interface Desk {
  readonly index: ArchiveIndex;
  /** Checks a draft that nothing is known of. */
  check(draft: string): Promise<Checked>;
  /** Checks a draft and then, which alone are told of, changes of it one after the other. */
  prepareEdits(draft: string): Promise<(changed: string) => Promise<Checked>>;
  close(): Promise<void>;
}

const OPTIONS = { severities: {}, today: '2020-01-31' };

/** A reader of the archive at `url`, who has not looked at it yet. */
export function deskAt(url: string): Desk {
  const address = addressOf(url);
  const transport = connect(address, { kind: 'none' });
  let sent: string[] = [];
  const counting: typeof transport = {
    send(request, signal) {
      sent.push(request.path.slice(request.path.lastIndexOf('/') + 1));
      return transport.send(request, signal);
    },
    close: () => transport.close(),
  };
  const index = createArchiveIndex(createRequests(counting, address));
  const run = async (text: string, memory = createCheckMemory()): Promise<Checked> => {
    sent = [];
    const draft = readDraft('draft.md', 'markdown', text);
    const findings = await checkDraft(draft, index, OPTIONS, NEVER, memory);
    return { findings: JSON.stringify(findings), requests: sent };
  };
  return {
    index,
    check: (draft) => run(draft),
    async prepareEdits(draft) {
      const memory = createCheckMemory();
      await run(draft, memory);
      return (changed) => run(changed, memory);
    },
    close: () => transport.close(),
  };
}

/** What something came to and what it cost: milliseconds by the clock, of this process and of all nodes. */
export interface Measured<T> {
  readonly value: T;
  readonly clock: number;
  readonly own: number;
  readonly servers: number;
}

export async function measured<T>(cluster: Cluster, work: () => Promise<T>): Promise<Measured<T>> {
  const [cpu, servers, start] = [process.cpuUsage(), await cluster.cpu(), performance.now()];
  const value = await work();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { value, clock, own: (user + system) / 1000, servers: (await cluster.cpu()) - servers };
}

export function tell(t: TestContext, what: string, { clock, own, servers }: Measured<unknown>): void {
  const times = [clock, own, servers].map((time) => Math.round(time).toLocaleString('en-US'));
  t.diagnostic(`${what}: ${times[0]} ms, of processors ${times[1]} ms here and ${times[2]} ms in the nodes`);
}
