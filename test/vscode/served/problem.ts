/** Problems of the set-up: a missing program or a VS Code that died, told to the person in one sentence without a stack. */

/** The message is complete as it stands: what is wrong and what to do. */
export class SetupProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SetupProblem';
  }
}

/** Runs a program's `main`, sets the exit code it returns, and prints a problem as its sentence alone (exit code 2). */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof SetupProblem ? error.message : error);
    process.exitCode = 2;
  }
}
