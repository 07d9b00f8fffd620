/** Loads that are broken off: nothing is refuted until one is finished, nothing is sent twice, and nothing is lost. */

import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { after, before, describe, type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { indexName } from '../../server/src/corpus/archive/mapping.ts';
import { SEED } from '../bench/checks.ts';
import { draftOf } from '../bench/generate.ts';
import { listening } from '../unit/archive/listening.ts';
import type { Cluster } from './cluster.ts';
import { articleFolder, type Running, runCommand, startCommand } from './command.ts';
import { deskAt } from './desk.ts';

/** A load of some seconds, in a dozen requests. */
const COUNT = 1_200;
const WORDS = 1_000;
const [BROKEN, WHOLE] = ['broken', 'whole'];
/** Milliseconds between two looks at how far a load is, some ten articles. */
const LOOK = 50;
/** Articles of the two requests that a load has under way, and of the looks between. */
const UNDER_WAY = 250;

/** Defines the tests, on the cluster that runs by then. */
export function brokenOff(cluster: () => Cluster): void {
  describe('a load that is broken off', () => {
    let folder: { readonly path: string };
    let documents: number;
    /** Articles that were there after the load that was broken off last. */
    let loaded: number;
    const drafts = Array.from({ length: 3 }, (_, number) => draftOf(SEED, COUNT, WORDS, number));

    before(() => {
      folder = articleFolder(COUNT);
      writeFileSync(`${folder.path}.md`, drafts[0] ?? '');
    });
    after(() => {
      for (const path of [folder.path, `${folder.path}.md`]) rmSync(path, { recursive: true });
    });

    const load = (url: string): readonly string[] => [
      'index',
      '--archive',
      url,
      '--replicas',
      '0',
      folder.path,
    ];

    /** Starts a load and breaks it off when it has sent the documents of so many articles. */
    const breakOff = async (url: string, articles: number, end: (running: Running) => void) => {
      const index = indexName({ name: BROKEN });
      const before = await cluster().sent(index);
      const running = await startCommand(...load(url));
      while ((await cluster().sent(index)) - before < (articles / COUNT) * documents) {
        assert.ok(!running.hasEnded, 'the load goes on until it is broken off');
        await wait(LOOK);
      }
      end(running);
      return running.ended;
    };

    /** How each claim of the drafts stands by an archive, and the articles that it knew and the files it lacked by then. */
    const checked = async (name: string) => {
      const desk = deskAt(cluster().url(name));
      await desk.index.look();
      const found: string[] = [];
      for (const draft of drafts) found.push(...standing((await desk.check(draft)).findings));
      await desk.close();
      return { found, size: desk.index.size, pending: desk.index.pending };
    };

    /** Nothing is refuted, and whoever checks is told why. */
    const assertIncomplete = async (): Promise<{
      readonly found: readonly string[];
      readonly size: number;
    }> => {
      const state = await checked(BROKEN);
      assert.ok(state.pending > 0);
      assert.deepEqual(state.found.filter(isRefuted), []);
      return state;
    };

    test('which is not, for comparison, refutes and bears out', async () => {
      const { stdout } = await runCommand(...load(cluster().url(WHOLE)));
      assert.equal(stdout, '1,200 articles loaded, 0 unchanged\n');
      const { found, pending } = await checked(WHOLE);
      assert.equal(pending, 0);
      assert.ok(found.filter(isRefuted).length > drafts.length);
      assert.ok(found.filter(isSupported).length > drafts.length);
      ({ documents } = await cluster().held(indexName({ name: WHOLE })));
    });

    test('by a kill refutes nothing', async () => {
      const { code, stdout } = await breakOff(cluster().url(BROKEN), COUNT / 5, (running) =>
        running.interrupt('SIGKILL'),
      );
      assert.deepEqual([code, stdout], [null, '']);
      await assertIncomplete();
    });

    test('by Ctrl-C says that the next goes on; what was sent before is used, and refutes nothing', async () => {
      const ended = await breakOff(cluster().url(BROKEN), COUNT / 4, (running) =>
        running.interrupt('SIGINT'),
      );
      assert.deepEqual([ended.code, ended.stdout], [2, '']);
      assert.match(ended.stderr, /broken off; the next load goes on from here/);
      const { found, size } = await assertIncomplete();
      loaded = size;
      assert.ok(size > 0 && size < COUNT, `${size} articles`);
      assert.ok(found.some(isSupported));
    });

    test('by a lost connection says so, and refutes nothing', async (t) => {
      const [node] = cluster().nodes;
      assert.ok(node !== undefined);
      const line = await lineTo(t, Number(new URL(node.address).port));
      // What is under way when the line is cut may be lost, and more than half shall be there.
      const articles = COUNT / 2 - loaded + UNDER_WAY;
      const ended = await breakOff(`http://127.0.0.1:${line.port}/${BROKEN}`, articles, () => line.cut());
      assert.deepEqual([ended.code, ended.stdout], [2, '']);
      assert.match(ended.stderr, /archive not reachable/);
      ({ size: loaded } = await assertIncomplete());
      assert.ok(loaded > COUNT / 4 && loaded < COUNT, `${loaded} articles`);
    });

    test('is gone on with by the next, which sends what is missing alone and leaves the answers of a whole one', async () => {
      const { stderr } = await runCommand('check', '--archive', cluster().url(BROKEN), `${folder.path}.md`);
      assert.match(stderr, /was not finished: nothing is refuted until it is/);
      const { code, stdout } = await runCommand(...load(cluster().url(BROKEN)));
      assert.equal(code, 0);
      const [sent = 0, unchanged = 0] = stdout.replaceAll(',', '').match(/\d+/g)?.map(Number) ?? [];
      // What was on its way when the line was cut may have arrived after that.
      assert.ok(unchanged >= loaded, `${unchanged} of ${loaded}`);
      assert.deepEqual([sent > 0, unchanged > COUNT / 2, sent + unchanged], [true, true, COUNT]);
      assert.deepEqual(await cluster().held(indexName({ name: BROKEN })), { documents, rewritten: [] });
      assert.deepEqual(await checked(BROKEN), await checked(WHOLE));
    });
  });
}

const findingsSchema = z.array(
  z.object({
    claim: z.object({ kind: z.string(), start: z.number(), text: z.string() }),
    verdict: z.string(),
    code: z.string().nullable(),
  }),
);

/**
 * `figure 750 at 112: refuted, figure-mismatch`. Which further passages agree is left out: sentences that were sent twice
 * weigh in the server's choice of the last candidates until it has merged them away.
 */
function standing(findings: string): readonly string[] {
  return findingsSchema
    .parse(JSON.parse(findings))
    .map(
      ({ claim: { kind, start, text }, verdict, code }) => `${kind} ${text} at ${start}: ${verdict}, ${code}`,
    );
}

const isRefuted = (line: string): boolean => line.includes(': refuted, ');
const isSupported = (line: string): boolean => line.includes(': supported, ');

/** A line to a port of this machine that can be cut: who is connected is cut off, and nobody gets through any more. */
async function lineTo(t: TestContext, target: number): Promise<{ readonly port: number; cut(): void }> {
  const sockets = new Set<{ destroy(): unknown }>();
  const server = createServer((client) => {
    const onward = connect(target, '127.0.0.1');
    for (const socket of [client, onward]) {
      sockets.add(socket);
      socket.on('error', () => cut());
    }
    client.pipe(onward).pipe(client);
  });
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port: await listening(t, Object.assign(server, { closeAllConnections: cut })), cut };
}
