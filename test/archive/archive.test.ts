/**
 * The archive on a real cluster: the contract of an index, loads broken off, many articles loaded, nodes lost while drafts
 * are checked.
 * Slow, and no part of `npm test`: `npm run test:archive`. `CORROBORATE_ARTICLES` says how many articles are loaded.
 */

import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ArchiveError } from '../../server/src/corpus/archive/archiveError.ts';
import { indexName } from '../../server/src/corpus/archive/mapping.ts';
import { createArchiveCorpus } from '../../server/src/lsp/archiveCorpus.ts';
import { SEED } from '../bench/checks.ts';
import { draftOf } from '../bench/generate.ts';
import { contract } from '../unit/index/contract.ts';
import { addressOf, archiveBackend } from './backend.ts';
import { brokenOff } from './brokenOff.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { articleFolder, runCommand } from './command.ts';
import { type Checked, type Desk, deskAt, type Measured, measured, tell } from './desk.ts';

const COUNT = Number(process.env.CORROBORATE_ARTICLES ?? 100_000);
/** Megabytes of the heap of each node. */
const HEAP = 768;
const WORDS = 1_000;
const NAME = 'news';
const INDEX = indexName({ name: NAME });

/** Requests for an edit: the search, one more for what was guessed wrong or for new words, and the articles, at worst twice. */
const MOST_TRIPS = 4;

/** Changes of a draft, each of the draft as it was. */
const EDITS: readonly (readonly [string, (draft: string) => readonly string[]])[] = [
  ['a figure', (draft) => replaced(draft, /\b[1-9]\d{1,2}\b/g, (figure) => String(Number(figure) + 13))],
  ['a word of a quote', (draft) => replaced(draft, /(?<=“[^”]{0,40} )[a-z]{4,}/g, () => 'really')],
  ['a sentence more', (draft) => [`${draft}\nAbout 312 fishermen demanded a new harbour wall on Tuesday.\n`]],
];

/** The first few drafts in which one match reads otherwise. */
function replaced(draft: string, pattern: RegExp, other: (match: string) => string): readonly string[] {
  return [...draft.matchAll(pattern)]
    .slice(0, 8)
    .map(({ 0: match, index }) => draft.slice(0, index) + other(match) + draft.slice(index + match.length));
}

/** `2 requests (_msearch, _mget)`. */
function asked({ requests }: Pick<Checked, 'requests'>): string {
  return `${requests.length} requests (${requests.join(', ')})`;
}

let cluster: Cluster;
before(async () => {
  cluster = await startCluster({ nodes: 3, heap: HEAP });
});
after(() => cluster.close());

/** Milliseconds: three servers start within the first contract, minutes where other work keeps the cores busy. */
const LONGEST_CONTRACT = 1_200_000;

for (const shards of [1, 3])
  contract(
    archiveBackend((archive) => cluster.url(archive), shards),
    LONGEST_CONTRACT,
  );

brokenOff(() => cluster);

describe(`an archive of ${COUNT.toLocaleString('en-US')} articles on three nodes`, () => {
  let folder: { readonly path: string; readonly bytes: number };
  let desk: Desk;
  /** What the drafts' checks found while all was well. */
  let expected: readonly string[];
  const drafts = Array.from({ length: 4 }, (_, number) => draftOf(SEED, COUNT, WORDS, number));

  before(() => {
    folder = articleFolder(COUNT);
  });
  after(() => rmSync(folder.path, { recursive: true }));

  test('is loaded from a folder, and again without sending anything', async (t) => {
    const load = (): Promise<Measured<{ readonly stdout: string }>> =>
      measured(cluster, () =>
        runCommand('index', '--archive', cluster.url(NAME), '--replicas', '0', folder.path),
      );
    const first = await load();
    const count = COUNT.toLocaleString('en-US');
    assert.equal(first.value.stdout, `${count} articles loaded, 0 unchanged\n`);
    tell(t, `loaded ${Math.round(COUNT / (first.clock / 1000))} articles a second`, first);
    const again = await load();
    assert.equal(again.value.stdout, `0 articles loaded, ${count} unchanged\n`);
    tell(t, 'looked through again', again);
    const size = await cluster.size(INDEX);
    t.diagnostic(
      `${Math.round(size / COUNT)} bytes an article on disk, ${(size / folder.bytes).toFixed(2)} × the text`,
    );
    await cluster.copies(INDEX, 1);
    await cluster.settled(INDEX, 'green');
  });

  test('answers checks', async (t) => {
    desk = deskAt(cluster.url(NAME));
    await desk.index.look();
    assert.deepEqual([desk.index.size, desk.index.pending], [COUNT, 0]);
    const found: string[] = [];
    for (const draft of drafts) {
      const check = await measured(cluster, () => desk.check(draft));
      found.push(check.value.findings);
      tell(t, `a new draft of ${WORDS} words, ${asked(check.value)}`, check);
    }
    for (const [what, editsOf] of EDITS) {
      const trips: number[] = [];
      const all = await measured(cluster, async () => {
        for (const draft of drafts) {
          const change = await desk.prepareEdits(draft);
          for (const edit of editsOf(draft)) trips.push((await change(edit)).requests.length);
        }
      });
      assert.ok(trips.length >= drafts.length && trips.every((count) => count <= MOST_TRIPS), what);
      const times = [1, 2, 3, 4].map((count) => trips.filter((each) => each === count).length);
      tell(
        t,
        `${trips.length} times ${what}, by 1, 2, 3, 4 requests: ${times.join(', ')}; with the drafts`,
        all,
      );
    }
    expected = found;
    assert.ok(found.join().split('"supported"').length > 4 * drafts.length);
    assert.ok(found.join().split('"refuted"').length > drafts.length);
  });

  test('loses a node while drafts are checked, and says nothing wrong', async (t) => {
    const lost = cluster.nodes[1];
    assert.ok(lost !== undefined);
    let isOver = false;
    const taken = lost.kill().then(async () => {
      await cluster.settled(INDEX, 'yellow');
      isOver = true;
    });
    const outcomes = { same: 0, none: 0 };
    for (let turn = 0; !isOver || turn % drafts.length !== 0; turn += 1) {
      const at = turn % drafts.length;
      // A new reader each time, which knows no answer from before.
      const reader = deskAt(cluster.url(NAME));
      const outcome = await reader.index
        .look()
        .then(() => reader.check(drafts[at] ?? ''))
        .catch((error: unknown) => error);
      await reader.close();
      if (outcome instanceof ArchiveError) {
        assert.equal(outcome.failure, 'unreachable');
        outcomes.none += 1;
      } else {
        assert.ok(!(outcome instanceof Error), String(outcome));
        assert.equal(outcome instanceof Object && 'findings' in outcome && outcome.findings, expected[at]);
        outcomes.same += 1;
      }
    }
    await taken;
    assert.ok(outcomes.same >= drafts.length);
    t.diagnostic(
      `${outcomes.same} checks found what they found before, ${outcomes.none} said that it does not answer`,
    );
  });

  test('is told of as not reachable when it is gone, and is back by itself', async (t) => {
    const { promise: isBack, resolve: back } = Promise.withResolvers<void>();
    const { promise: isGone, resolve: gone } = Promise.withResolvers<void>();
    const log = { info() {}, warn() {}, error() {} };
    const reading = addressOf(cluster.url(NAME));
    const corpus = createArchiveCorpus(
      reading,
      { kind: 'none' },
      { log, changed: () => (corpus.problem === null ? back() : gone()) },
      500,
    );
    t.after(() => corpus.close());
    await corpus.ready();
    assert.deepEqual([corpus.problem, corpus.index.size], [null, COUNT]);
    const file = join(folder.path, 'draft.md');
    writeFileSync(file, drafts[0] ?? '');
    await Promise.all(cluster.nodes.map((node) => node.kill()));
    await isGone;
    assert.match(corpus.problem ?? '', /^archive not reachable: /);
    await assert.rejects(desk.check(`${drafts[0]} It has 3 doors.`), {
      name: 'ArchiveError',
      failure: 'unreachable',
    });
    const { code, stdout, stderr } = await runCommand('check', '--archive', cluster.url(NAME), file);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /archive not reachable/);
    await Promise.all(cluster.nodes.map((node) => node.start()));
    await isBack;
    await cluster.settled(INDEX, 'green');
    const again = await measured(cluster, () => desk.check(drafts[0] ?? ''));
    assert.equal(again.value.findings, expected[0]);
    await desk.close();
  });
});
