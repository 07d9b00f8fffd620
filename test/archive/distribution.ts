/**
 * The distribution: fetches the OpenSearch server that the archive is tested against from Maven Central, through the
 * user's own Maven, and unpacks it beside earlier ones.
 */

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const VERSION = '3.4.0';
/** The server alone, without the security plug-in and the modules of the full download. */
const ARTIFACT = `org.opensearch.distribution.integ-test-zip:opensearch:${VERSION}:zip`;

/** The oldest Java that this server runs on. */
const OLDEST_JAVA = 21;

export interface Distribution {
  /** Absolute path of the unpacked server, which every user may read. */
  readonly home: string;
  /** Absolute path of a JDK that runs it. */
  readonly java: string;
}

/** Fetches and unpacks the server unless it is there. Rejects with what is missing on this machine and how to get it. */
export async function fetchDistribution(): Promise<Distribution> {
  const java = findJava();
  // Another user runs the server, so that the home folder of root would not do.
  const folder = join(tmpdir(), 'corroborate-opensearch');
  const home = join(folder, `opensearch-${VERSION}`);
  if (existsSync(home)) return { home, java };
  mkdirSync(folder, { recursive: true });
  console.log(`Fetching OpenSearch ${VERSION} through Maven…`);
  await tool('mvn', 'maven', [
    '--quiet',
    '--batch-mode',
    'dependency:copy',
    `-Dartifact=${ARTIFACT}`,
    `-DoutputDirectory=${folder}`,
  ]);
  // Unpacked beside its place and moved there at once, so that a run that is broken off leaves nothing half done.
  const unpacking = join(folder, `unpacking-${process.pid}`);
  const zip = join(folder, `opensearch-${VERSION}.zip`);
  await tool('unzip', 'unzip', ['-q', zip, '-d', unpacking]);
  renameSync(join(unpacking, `opensearch-${VERSION}`), home);
  rmSync(unpacking, { recursive: true });
  rmSync(zip);
  return { home, java };
}

/** `OPENSEARCH_JAVA_HOME` or `JAVA_HOME` where they are new enough, else the newest JDK of the system's folder. */
function findJava(): string {
  const installed = existsSync(SYSTEM_JAVAS)
    ? readdirSync(SYSTEM_JAVAS).map((name) => join(SYSTEM_JAVAS, name))
    : [];
  const named = [process.env.OPENSEARCH_JAVA_HOME, process.env.JAVA_HOME].filter(
    (path) => path !== undefined,
  );
  const versions = installed.map((path) => ({ path, version: javaVersion(path) }));
  versions.sort((a, b) => b.version - a.version);
  const found = [...named.map((path) => ({ path, version: javaVersion(path) })), ...versions].find(
    ({ version }) => version >= OLDEST_JAVA,
  );
  if (found === undefined) {
    throw new Error(
      `OpenSearch ${VERSION} needs Java ${OLDEST_JAVA} or newer: install a JDK, or name one in OPENSEARCH_JAVA_HOME`,
    );
  }
  return found.path;
}

const SYSTEM_JAVAS = '/usr/lib/jvm';

/** The first number of the version of the JDK in a folder; 0 where there is none. */
function javaVersion(home: string): number {
  try {
    const release = readFileSync(join(home, 'release'), 'utf8');
    return Number(/^JAVA_VERSION="(\d+)/m.exec(release)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Runs a tool; as root, a tool that is missing is installed from the system's packages first. */
async function tool(name: string, systemPackage: string, args: readonly string[]): Promise<void> {
  try {
    await run(name, [...args]);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    if (process.getuid?.() !== 0) {
      throw new Error(`${name} is missing; install it (Debian: apt-get install ${systemPackage})`);
    }
    await run('apt-get', ['install', '--yes', '--no-install-recommends', systemPackage]);
    await run(name, [...args]);
  }
}
