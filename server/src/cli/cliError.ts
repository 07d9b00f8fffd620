/** Errors that end the command line with one clear line and exit code 2. */

export class CliError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CliError';
  }
}
