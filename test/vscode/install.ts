/**
 * Installs what the tests in VS Code need where no desktop VS Code can be had: code-server (the npm package that
 * holds VS Code's server) and Chromium. Does nothing when both are there.
 */

import { createHash } from 'node:crypto';
import { access, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { findChromium } from './served/chromium.ts';
import { SERVED_VSCODE, SERVER_MAIN, SERVER_PROJECT } from './served/paths.ts';
import { runMain, SetupProblem } from './served/problem.ts';
import { runToEnd } from './served/process.ts';

/** The Node version that code-server's native modules and VS Code's server are made for. */
const NODE_MAJOR = 24;

/** Written last, so that an interrupted installation is made anew. Holds the key of what is installed. */
const STAMP = join(SERVER_PROJECT, 'node_modules', '.installed');

/**
 * The native modules that are compiled: one writes VS Code’s log files and fills the output panel, the other ends an
 * extension host whose server has gone. All others serve terminals, proxies and agents, which no test opens, so
 * neither their compilers’ time nor their libraries are needed.
 */
const COMPILED_MODULES = ['@vscode/spdlog', '@vscode/native-watchdog'];

/** npm shows no advice: the versions are code-server's own. */
const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

/** Installs code-server and Chromium where they are missing. Rejects with a `SetupProblem` that says what to do. */
export async function install(): Promise<void> {
  await installServer();
  await installChromium();
}

async function installServer(): Promise<void> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major !== NODE_MAJOR) {
    throw new SetupProblem(
      `code-server needs Node ${NODE_MAJOR}, this is ${process.version}. Start this through npm: \`npm run vscode:install\`.`,
    );
  }
  const key = await installationKey();
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === key) return;
  console.log('Installing VS Code’s server (code-server) into test/vscode/server …');
  await npm(['ci', '--ignore-scripts', ...QUIET], SERVER_PROJECT);
  await npm(['install', '--omit=dev', '--no-save', '--ignore-scripts', ...QUIET], SERVED_VSCODE);
  await access(SERVER_MAIN);
  await compileModules();
  await writeFile(STAMP, key);
}

/** Tests run without the modules too, only with empty log files, so a machine without a compiler is no problem. */
async function compileModules(): Promise<void> {
  try {
    await npm(['rebuild', ...COMPILED_MODULES, ...QUIET], SERVED_VSCODE);
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    console.log(
      'VS Code’s log files stay empty: its native modules need a C++ compiler, make and Python 3 to be built.',
    );
  }
}

async function installChromium(): Promise<void> {
  if ((await findChromium()) !== null) return;
  if (!(await canUseApt())) {
    throw new SetupProblem(
      'The tests in VS Code need Chromium. Install Chromium or Google Chrome, or set CHROMIUM_PATH to its program. ' +
        'Alternatively set VSCODE_PATH to a desktop VS Code.',
    );
  }
  console.log('Installing Chromium …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-qq', '-y', '--no-install-recommends', 'chromium'],
  ]) {
    const code = await runToEnd('apt-get', args, { env });
    if (code !== 0) throw new SetupProblem(`\`apt-get ${args.join(' ')}\` failed (exit code ${code}).`);
  }
}

async function canUseApt(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  return access('/etc/debian_version').then(
    () => true,
    () => false,
  );
}

/** What is installed follows from the lock file, the Node version and the kind of machine. */
async function installationKey(): Promise<string> {
  const lock = await readFile(join(SERVER_PROJECT, 'package-lock.json'));
  const machine = `${process.version} ${process.platform} ${process.arch}`;
  return createHash('sha256').update(lock).update(machine).digest('hex');
}

/** Runs npm on this process's Node, which need not be the first on `PATH`. */
async function npm(args: readonly string[], cwd: string): Promise<void> {
  const env = {
    ...process.env,
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
  };
  const code = await runToEnd('npm', args, { cwd, env });
  if (code !== 0) throw new SetupProblem(`\`npm ${args.join(' ')}\` failed in ${cwd} (exit code ${code}).`);
}

if (import.meta.main) {
  await runMain(async () => {
    await install();
    return 0;
  });
}
