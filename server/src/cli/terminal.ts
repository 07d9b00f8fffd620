/** The terminal: where the command line writes and what it knows of its surroundings. Tests pass their own. */

export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person looks at standard output. */
  readonly output: 'terminal' | 'stream';
  /** Columns of the terminal; null where there is none. */
  readonly columns: number | null;
  now(): Date;
  /** Writes to standard output; resolves when the text is handed over. */
  write(text: string): Promise<void>;
  /** Writes to standard error. */
  complain(text: string): void;
}

/** Excerpts are this wide where the output has no width of its own. */
export const DEFAULT_COLUMNS = 120;

/** The terminal this process runs in. */
export function processTerminal(): Terminal {
  return {
    cwd: process.cwd(),
    env: process.env,
    output: process.stdout.isTTY ? 'terminal' : 'stream',
    columns: process.stdout.columns ?? null,
    now: () => new Date(),
    write: (text) => new Promise((done) => process.stdout.write(text, () => done())),
    complain: (text) => process.stderr.write(text),
  };
}

/**
 * Whether to colour: `NO_COLOR` and `FORCE_COLOR` when set and not empty (no-color.org, force-color.org; `FORCE_COLOR=0`
 * turns colours off), else on a terminal that is not dumb.
 */
export function colourFor({ env, output }: Terminal): 'on' | 'off' {
  if (env.NO_COLOR) return 'off';
  if (env.FORCE_COLOR) return env.FORCE_COLOR === '0' ? 'off' : 'on';
  return output === 'terminal' && env.TERM !== 'dumb' ? 'on' : 'off';
}

/** The calendar day of the clock where the writer is. */
export function isoDay(now: Date): string {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
