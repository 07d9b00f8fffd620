/** Server: starts VS Code's own server on a free loopback port and says at which address a window opens. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVER_MAIN } from './paths.ts';
import { SetupProblem } from './problem.ts';
import { stopProcess } from './process.ts';
import { type WindowContent, windowUrl } from './windowUrl.ts';

export interface ServerFolders {
  /** Holds everything the server writes; `server.log` and VS Code's `logs` lie in it. */
  readonly dataDir: string;
  readonly extensionsDir: string;
  /** Its `User/settings.json` holds the user's settings. */
  readonly userDataDir: string;
}

export interface ServedVscode {
  /** The address of a window. */
  readonly windowUrl: (content: WindowContent) => string;
  /** Rejects with a `SetupProblem` when the server ends before it is stopped; never resolves. */
  readonly died: Promise<never>;
  readonly stop: () => Promise<void>;
}

const LISTENING = /Extension host agent listening on (\d+)/;

/** Starting took 0.5 s where measured; a loaded machine may need a multiple of it. */
const START_LIMIT_MS = 60_000;

/** Starts the server. Rejects with a `SetupProblem` when code-server is not installed or the server does not come up. */
export async function serveVscode(folders: ServerFolders): Promise<ServedVscode> {
  await access(SERVER_MAIN).catch(() => {
    throw new SetupProblem('VS Code’s server is not installed. Run `npm run vscode:install`.');
  });
  await mkdir(folders.dataDir, { recursive: true });
  const child = spawn(process.execPath, [SERVER_MAIN, ...serverArguments(folders)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // An empty address turns the extension gallery off: no test needs it, and each look-up would fail noisily.
    env: { ...process.env, EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '' }) },
  });
  const logFile = join(folders.dataDir, 'server.log');
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const died = rejectOnExit(child, logFile);
  const port = await Promise.race([listeningPort(child, logFile), died]).catch(async (error: unknown) => {
    await stopProcess(child);
    throw error;
  });
  return {
    windowUrl: (content) => windowUrl(`127.0.0.1:${port}`, content),
    died,
    stop: async () => {
      await stopProcess(child);
      log.end();
    },
  };
}

/** The arguments for Node with which VS Code's server installs VSIX files into `extensionsDir` and ends. */
export function installArguments(folders: ServerFolders, vsixFiles: readonly string[]): readonly string[] {
  const installs = vsixFiles.flatMap((file) => ['--install-extension', file]);
  return [SERVER_MAIN, ...folderArguments(folders), ...installs, '--force'];
}

function serverArguments(folders: ServerFolders): readonly string[] {
  const address = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token'];
  // The smoke test driver is VS Code's own hook for automation: it relays the test suite's console and exit code.
  const behaviour = [
    '--accept-server-license-terms',
    '--enable-smoke-test-driver',
    '--telemetry-level',
    'off',
  ];
  return [...address, ...behaviour, ...folderArguments(folders)];
}

function folderArguments(folders: ServerFolders): readonly string[] {
  const { dataDir, extensionsDir, userDataDir } = folders;
  return ['--server-data-dir', dataDir, '--extensions-dir', extensionsDir, '--user-data-dir', userDataDir];
}

async function listeningPort(child: ChildProcess, logFile: string): Promise<string> {
  const tooLate = AbortSignal.timeout(START_LIMIT_MS);
  let output = '';
  while (child.stdout !== null) {
    const [chunk] = await once(child.stdout, 'data', { signal: tooLate }).catch(() => {
      throw new SetupProblem(
        `VS Code’s server did not start within ${START_LIMIT_MS / 1000} s. Its log: ${logFile}`,
      );
    });
    output += String(chunk);
    const port = LISTENING.exec(output)?.[1];
    if (port !== undefined) return port;
  }
  throw new SetupProblem('VS Code’s server has no output to read its port from.');
}

function rejectOnExit(child: ChildProcess, logFile: string): Promise<never> {
  const died = new Promise<never>((_resolve, reject) => {
    child.once('error', (error) => reject(new SetupProblem(`VS Code’s server cannot run: ${error.message}`)));
    child.once('exit', (code, signal) => {
      reject(
        new SetupProblem(
          `VS Code’s server ended early (${signal ?? `exit code ${code}`}). Its log: ${logFile}`,
        ),
      );
    });
  });
  // The rejection is an answer for those who wait; nobody waits once the server is stopped on purpose.
  died.catch(() => {});
  return died;
}
