/**
 * Runs the test suite in real VS Code: in a desktop one where there is one, else in the served one.
 *
 *     node test/vscode/run.ts              tests the extension in this checkout (after `npm run build`)
 *     node test/vscode/run.ts vsix [FILE]  tests the packaged extension, installed from the file (after `npm run package`)
 */

import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  resolveCliPathFromVSCodeExecutablePath,
  runTests,
  type TestOptions,
  TestRunFailedError,
} from '@vscode/test-electron';
import { bundleSuite } from './bundle.ts';
import { findDesktop } from './desktop.ts';
import { install } from './install.ts';
import { CHECKOUT, type ExtensionSource, PACKAGED_FILE } from './served/extensionSource.ts';
import { EMPTY_EXTENSION, LAUNCHER, SUITE_BUNDLE } from './served/paths.ts';
import { runMain, SetupProblem } from './served/problem.ts';
import { runToEnd } from './served/process.ts';
import { QUIET_SETTINGS, writeSettings } from './served/settings.ts';
import { makeSampleWorkspace } from './workspace.ts';

/** A VS Code: its executable, and the program that installs extensions into it. */
interface Vscode {
  readonly executable: string;
  readonly cli: string;
}

await runMain(async () => {
  const subject = readSubject();
  const vscode = await chooseVscode();
  await bundleSuite();
  const workspace = await makeSampleWorkspace();
  try {
    return await runIn(vscode, workspace, subject);
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
});

async function chooseVscode(): Promise<Vscode> {
  const desktop = await findDesktop();
  if (desktop.kind === 'found') {
    const cli = resolveCliPathFromVSCodeExecutablePath(desktop.executable);
    return { executable: desktop.executable, cli };
  }
  console.log(`Testing in VS Code served to headless Chromium: ${desktop.reason}.`);
  await install();
  return { executable: LAUNCHER, cli: LAUNCHER };
}

/** Reads the command line. */
function readSubject(): ExtensionSource {
  const [mode, file] = parseArgs({ allowPositionals: true }).positionals;
  switch (mode) {
    case undefined:
      return CHECKOUT;
    case 'vsix':
      return { kind: 'vsix', file: file === undefined ? PACKAGED_FILE : resolve(file) };
    default:
      throw new SetupProblem(`Unknown argument ${mode}. Usage: node test/vscode/run.ts [vsix [FILE]]`);
  }
}

/** Resolves to the exit code. The profile lies beside the drafts, outside the folder that VS Code opens. */
async function runIn(vscode: Vscode, workspace: string, subject: ExtensionSource): Promise<number> {
  const profile = `${workspace}-profile`;
  const extensionsDir = join(profile, 'extensions');
  const userDataDir = join(profile, 'user');
  const profileArguments = [`--extensions-dir=${extensionsDir}`, `--user-data-dir=${userDataDir}`];
  try {
    await mkdir(extensionsDir, { recursive: true });
    await writeSettings(userDataDir, QUIET_SETTINGS);
    if (subject.kind === 'vsix') await installVsix(vscode, subject.file, profileArguments);
    await runTests({
      vscodeExecutablePath: vscode.executable,
      extensionDevelopmentPath: subject.kind === 'vsix' ? EMPTY_EXTENSION : subject.folder,
      extensionTestsPath: SUITE_BUNDLE,
      extensionTestsEnv: {
        CORROBORATE_EXTENSION_UNDER: subject.kind === 'vsix' ? extensionsDir : subject.folder,
      },
      launchArgs: [workspace, ...profileArguments],
    } satisfies TestOptions);
    return 0;
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

async function installVsix(vscode: Vscode, vsix: string, profileArguments: readonly string[]): Promise<void> {
  const code = await runToEnd(vscode.cli, ['--install-extension', vsix, ...profileArguments]);
  if (code !== 0) throw new SetupProblem(`VS Code did not install ${vsix} (exit code ${code}).`);
}
