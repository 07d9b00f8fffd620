/** Progress of long work in the client's own display. Work that is over soon shows nothing. */

import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { ClientProfile } from './clientProfile.ts';

/** Progress of one piece of work. */
export interface Progress {
  /** `total` may still be growing. */
  report(done: number, total: number): void;
  end(): void;
}

export type StartProgress = (title: string) => Progress;

/** Work shorter than this (ms) shows no progress: a display that flashes up disturbs a writer. */
const SHOW_AFTER = 1000;

/** Starts displays of progress; for clients without one they show nothing. */
export function createProgress(connection: Connection, client: ClientProfile): StartProgress {
  if (!client.progress) return () => ({ report() {}, end() {} });
  return (title) => {
    let reporter: WorkDoneProgressServerReporter | null = null;
    let over = false;
    let last = '';
    const show = async (): Promise<void> => {
      const made = await connection.window.createWorkDoneProgress();
      if (over) return;
      reporter = made;
      reporter.begin(title, undefined, last, false);
    };
    const timer = setTimeout(() => {
      show().catch((error: unknown) => connection.console.warn(`No progress can be shown: ${String(error)}`));
    }, SHOW_AFTER);
    return {
      report(done, total) {
        last = `${done} of ${total}`;
        reporter?.report(last);
      },
      end() {
        over = true;
        clearTimeout(timer);
        reporter?.done();
      },
    };
  };
}
