/** The cluster: several OpenSearch nodes on loopback with small heaps, which tests fill, ask, stop and start again. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readCount, readCpu, readRewritten, readSent, readSize } from './clusterAnswers.ts';
import { type Distribution, fetchDistribution } from './distribution.ts';

export interface Cluster {
  /** The addresses of all nodes, as the setting takes them, for the archive of that name. */
  url(archive: string): string;
  readonly nodes: readonly ClusterNode[];
  /** Bytes that the index holds on disk, all copies together. */
  size(index: string): Promise<number>;
  /** Documents that the index was sent so far, whether they are visible or not; 0 before there is such an index. */
  sent(index: string): Promise<number>;
  /** What searches of the index find: its documents, and the names of the articles that were written more than once. */
  held(index: string): Promise<{ readonly documents: number; readonly rewritten: readonly string[] }>;
  /** Has the cluster keep so many copies of each shard of an index. */
  copies(index: string, count: number): Promise<void>;
  /** Milliseconds that processors have worked for all nodes that run. */
  cpu(): Promise<number>;
  /** Resolves when every shard of an index answers (`yellow`), or has all its copies as well (`green`). */
  settled(index: string, state: 'yellow' | 'green'): Promise<void>;
  /** Stops all nodes and removes what they kept. */
  close(): Promise<void>;
}

export interface ClusterNode {
  readonly name: string;
  readonly address: string;
  readonly isRunning: boolean;
  /** Ends the process at once, as a machine that loses its power. */
  kill(): Promise<void>;
  /** Starts it again with what it kept. Resolves when it answers. */
  start(): Promise<void>;
}

export interface ClusterOptions {
  readonly nodes: number;
  /** Megabytes of the heap of each. */
  readonly heap: number;
}

/** Milliseconds until a node answers: ten seconds, or minutes on cores that others use. */
const SLOWEST_START = 600_000;
/** Milliseconds between two looks at something that no event tells. */
const LOOK = 200;

/** Starts a cluster in a new folder. The caller closes it. */
export async function startCluster({ nodes: count, heap }: ClusterOptions): Promise<Cluster> {
  const distribution = await fetchDistribution();
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-cluster-'));
  giveAway(folder);
  const ports = await freePorts(2 * count);
  const places = Array.from(
    { length: count },
    (_, number): NodePlace => ({
      name: `node-${number + 1}`,
      folder: join(folder, `node-${number + 1}`),
      http: ports[number] ?? 0,
      transport: ports[count + number] ?? 0,
    }),
  );
  const nodes = places.map((place) => createNode(place, places, heap, distribution));
  // A script that is interrupted leaves no servers behind.
  const killAll = (): void => {
    for (const { process } of nodes) process()?.kill('SIGKILL');
  };
  process.once('exit', killAll);
  const close = async (): Promise<void> => {
    process.off('exit', killAll);
    await Promise.all(nodes.map(({ node }) => node.kill()));
    rmSync(folder, { recursive: true, force: true });
  };
  await Promise.all(nodes.map(({ node }) => node.start())).catch(async (error: unknown) => {
    await close();
    throw error;
  });

  const ask = async (path: string, put?: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const running = nodes.find(({ node }) => node.isRunning);
    if (running === undefined) throw new Error('no node runs');
    const init =
      put === undefined
        ? {}
        : { method: 'PUT', body: JSON.stringify(put), headers: { 'content-type': 'application/json' } };
    const response = await fetch(`${running.node.address}${path}`, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };

  return {
    url: (archive) => nodes.map(({ node }) => `${node.address}/${archive}`).join(','),
    nodes: nodes.map(({ node }) => node),
    async size(index) {
      return readSize(await ask(`/${index}/_stats/store`));
    },
    async sent(index) {
      return readSent(await ask('/_stats/indexing'), index);
    },
    async held(index) {
      const articles = `q=kind:article&version=true&_source=false&size=${MOST_HITS}`;
      return {
        documents: readCount(await ask(`/${index}/_count`)),
        rewritten: readRewritten(await ask(`/${index}/_search?${articles}`)),
      };
    },
    async copies(index, count) {
      await ask(`/${index}/_settings`, { index: { number_of_replicas: count } });
    },
    async cpu() {
      return readCpu(await ask('/_nodes/stats/process'));
    },
    async settled(index, state) {
      await ask(
        `/_cluster/health/${index}?wait_for_status=${state}&wait_for_no_initializing_shards=true&timeout=${LONGEST_COPYING}`,
      );
    },
    close,
  };
}

/** A gigabyte is copied in a minute, and in three where other work keeps the cores busy. After 300 s `fetch` gives up. */
const LONGEST_COPYING = '280s';

/** The most that the server tells in one answer unless its index says otherwise. */
const MOST_HITS = 10_000;

interface NodePlace {
  readonly name: string;
  readonly folder: string;
  readonly http: number;
  readonly transport: number;
}

interface OwnNode {
  readonly node: ClusterNode;
  process(): ChildProcess | null;
}

function createNode(
  place: NodePlace,
  all: readonly NodePlace[],
  heap: number,
  distribution: Distribution,
): OwnNode {
  const { name, http } = place;
  const address = `http://127.0.0.1:${http}`;
  let child: ChildProcess | null = null;
  const isRunning = (): boolean => child !== null && child.exitCode === null && child.signalCode === null;
  const node: ClusterNode = {
    name,
    address,
    get isRunning() {
      return isRunning();
    },
    async kill() {
      if (child === null || !isRunning()) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    async start() {
      configure(place, all, heap, distribution);
      child = launch(place, distribution);
      await answering(address, isRunning);
    },
  };
  return { node, process: () => child };
}

/** Writes the configuration of a node into a folder of its own. */
function configure(
  { name, folder, http, transport }: NodePlace,
  all: readonly NodePlace[],
  heap: number,
  { home }: Distribution,
): void {
  const config = join(folder, 'config');
  for (const path of [folder, config, join(folder, 'data'), join(folder, 'logs')]) {
    mkdirSync(path, { recursive: true });
    giveAway(path);
  }
  cpSync(join(home, 'config'), config, { recursive: true });
  const seeds = all.map((other) => `127.0.0.1:${other.transport}`);
  const settings = {
    'cluster.name': 'corroborate-test',
    'node.name': name,
    'network.host': '127.0.0.1',
    'http.port': http,
    'transport.port': transport,
    'discovery.seed_hosts': seeds,
    'cluster.initial_cluster_manager_nodes': all.map((other) => other.name),
    'path.data': join(folder, 'data'),
    'path.logs': join(folder, 'logs'),
    // A full disk of the developer is no matter of the test.
    'cluster.routing.allocation.disk.threshold_enabled': false,
    // A node that is gone is noticed and its shards are taken over within seconds.
    'cluster.fault_detection.leader_check.interval': '500ms',
    'cluster.fault_detection.follower_check.interval': '500ms',
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  writeFileSync(join(config, 'opensearch.yml'), `${lines.join('\n')}\n`);
  const options = join(config, 'jvm.options');
  // The log of the collector would be written into the distribution, which is not the node's own.
  const kept = readFileSync(options, 'utf8')
    .split('\n')
    .filter((line) => !line.includes('-Xlog:gc'));
  writeFileSync(options, `${kept.join('\n')}\n-Xms${heap}m\n-Xmx${heap}m\n`);
  giveAway(...readdirSync(config, { recursive: true, encoding: 'utf8' }).map((name) => join(config, name)));
}

function launch({ folder }: NodePlace, { home, java }: Distribution): ChildProcess {
  const config = join(folder, 'config');
  return spawn('bash', [join(home, 'bin', 'opensearch')], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      OPENSEARCH_JAVA_HOME: java,
      OPENSEARCH_PATH_CONF: config,
      OPENSEARCH_TMPDIR: join(folder, 'data'),
      HOME: folder,
    },
    ...(process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }),
  });
}

/** The user without rights of its own: OpenSearch refuses to run as root. */
const NOBODY = 65_534;

function giveAway(...paths: readonly string[]): void {
  if (process.getuid?.() !== 0) return;
  for (const path of paths) chownSync(path, NOBODY, NOBODY);
}

async function answering(address: string, isRunning: () => boolean): Promise<void> {
  const until = Date.now() + SLOWEST_START;
  while (Date.now() < until) {
    if (!isRunning()) throw new Error(`the server of ${address} ended before it answered`);
    const health = `${address}/_cluster/health?wait_for_status=yellow&timeout=1s`;
    const answers = await fetch(health).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return;
    await wait(LOOK);
  }
  throw new Error(`the server of ${address} did not answer in ${SLOWEST_START / 1000} seconds`);
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => {
    const address = server.address();
    return address !== null && typeof address === 'object' ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
