/** Report: prints the suite's result, one line a test and the totals last. */

import Mocha from 'mocha';
import { SUITE_LINE_MARK } from './mark.ts';

/** Each failure waits its time out; after so many the product is broken as a whole and the rest would say the same. */
const MOST_FAILURES = 5;

/** A mocha reporter, which mocha wants as a class. Every line carries the mark by which the launcher knows the suite's. */
export class LineReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { constants } = Mocha.Runner;
    runner.on(constants.EVENT_TEST_PASS, (test) =>
      printLine(`ok      ${test.fullTitle()} (${test.duration ?? 0} ms)`),
    );
    runner.on(constants.EVENT_TEST_PENDING, (test) => printLine(`skipped ${test.fullTitle()}`));
    runner.on(constants.EVENT_TEST_FAIL, (test, error: unknown) => {
      printLine(`FAILED  ${test.fullTitle()}`);
      for (const line of describeError(error).split('\n')) printLine(`        ${line}`);
      if (this.stats.failures < MOST_FAILURES) return;
      printLine(`stopped after ${MOST_FAILURES} failures`);
      runner.abort();
    });
    runner.on(constants.EVENT_RUN_END, () =>
      printLine(`${this.stats.passes} passed, ${this.stats.failures} failed`),
    );
  }
}

/** Prints one line of the suite. */
export function printLine(line: string): void {
  console.log(`${SUITE_LINE_MARK}${line}`);
}

/** The stack carries the message, and for assertions the difference. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
