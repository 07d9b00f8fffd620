/**
 * Runs the test suite in real VS Code: in a desktop one where there is one, else in the served one.
 *
 *     node test/vscode/run.ts              tests the extension in this checkout (after `npm run build`)
 *     node test/vscode/run.ts vsix [FILE]  tests the packaged extension, installed from the file (after `npm run package`)
 *
 * With `--grep WORDS` only the tests whose title has the words run.
 */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
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
import { type ExtensionSource, readExtensionSource } from './served/extensionSource.ts';
import { EMPTY_EXTENSION, LAUNCHER, SUITE_BUNDLE } from './served/paths.ts';
import { runMain, SetupProblem } from './served/problem.ts';
import { runToEnd } from './served/process.ts';
import { QUIET_SETTINGS, writeSettings } from './served/settings.ts';
import { makeSampleWorkspace, type SampleWorkspace } from './workspace.ts';

/** A VS Code: its executable, and the program that installs extensions into it. */
interface Vscode {
  readonly executable: string;
  readonly cli: string;
}

interface Order {
  readonly subject: ExtensionSource;
  /** Words of the titles of the tests to run; empty runs all. */
  readonly grep: string;
}

await runMain(async () => {
  const order = readCommandLine();
  const vscode = await chooseVscode();
  await bundleSuite();
  const workspace = await makeSampleWorkspace();
  const code = await runIn(vscode, order, workspace);
  if (code === 0) await workspace.remove();
  else console.error(`What VS Code logged is kept in ${workspace.profile}`);
  return code;
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

function readCommandLine(): Order {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { grep: { type: 'string', default: '' } },
  });
  return { subject: readExtensionSource(positionals), grep: values.grep };
}

/** Resolves to the suite's exit code. */
async function runIn(
  vscode: Vscode,
  { subject, grep }: Order,
  { folder, profile }: SampleWorkspace,
): Promise<number> {
  const extensionsDir = join(profile, 'extensions');
  const userDataDir = join(profile, 'user');
  const profileArguments = [`--extensions-dir=${extensionsDir}`, `--user-data-dir=${userDataDir}`];
  await mkdir(extensionsDir, { recursive: true });
  await writeSettings(userDataDir, QUIET_SETTINGS);
  if (subject.kind === 'vsix') await installVsix(vscode, subject.file, profileArguments);
  try {
    return await runTests({
      vscodeExecutablePath: vscode.executable,
      extensionDevelopmentPath: subject.kind === 'vsix' ? EMPTY_EXTENSION : subject.folder,
      extensionTestsPath: SUITE_BUNDLE,
      extensionTestsEnv: {
        CORROBORATE_EXTENSION_UNDER: subject.kind === 'vsix' ? extensionsDir : subject.folder,
        CORROBORATE_PROFILE: profile,
        CORROBORATE_TEST_GREP: grep,
      },
      launchArgs: [folder, ...profileArguments],
    } satisfies TestOptions);
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  }
}

async function installVsix(vscode: Vscode, vsix: string, profileArguments: readonly string[]): Promise<void> {
  const code = await runToEnd(vscode.cli, ['--install-extension', vsix, ...profileArguments]);
  if (code !== 0) throw new SetupProblem(`VS Code did not install ${vsix} (exit code ${code}).`);
}
