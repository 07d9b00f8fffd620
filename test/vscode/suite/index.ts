/** The suite that VS Code's extension host runs: loads the tests, runs them, and fails when one fails. */

import Mocha from 'mocha';
import { describeError, LineReporter, printLine } from './report.ts';

/**
 * A test waits for events of a language server that starts cold. None took more than 8 s on two cores; where other work
 * kept them six times as busy, one waited 33 s for one thing.
 */
const TEST_LIMIT_MS = 120_000;

/** Called by VS Code. Rejects when a test failed or none ran; VS Code then ends with a failure. */
export async function run(): Promise<void> {
  const failed = await runTests().catch((error: unknown) => {
    printLine(describeError(error));
    throw error;
  });
  if (failed > 0) throw new Error(`${failed} tests failed in VS Code`);
}

async function runTests(): Promise<number> {
  const mocha = new Mocha({ ui: 'bdd', timeout: TEST_LIMIT_MS, reporter: LineReporter, forbidPending: true });
  mocha.fgrep(process.env.CORROBORATE_TEST_GREP ?? '');
  // This is what mocha does before it loads a file: `describe` and `it` now add to this run.
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  await import('./activation.ts');
  await import('./diagnostics.ts');
  await import('./evidence.ts');
  await import('./quickFixes.ts');
  await import('./citations.ts');
  await import('./commands.ts');
  await import('./articles.ts');
  await import('./formats.ts');
  await import('./languages.ts');
  await import('./settings.ts');
  await import('./configuration.ts');
  await import('./assistants.ts');
  await import('./views.ts');
  await import('./claimActions.ts');
  await import('./screenReader.ts');
  await import('./marks.ts');
  await import('./sources.ts');
  await import('./signOff.ts');
  await import('./largeCorpus.ts');
  await import('./archive.ts');
  if (mocha.suite.total() === 0) throw new Error('No test was loaded.');
  return new Promise((resolve) => {
    mocha.run(resolve);
  });
}
