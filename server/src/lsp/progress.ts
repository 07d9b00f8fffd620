/** Progress of long work in the client's own display. Work that is over soon shows nothing. */

import type { ClientProfile } from './clientProfile.ts';

/** Progress of one piece of work. */
export interface Progress {
  /** `total` may still be growing. */
  report(done: number, total: number): void;
  end(): void;
}

export type StartProgress = (title: string) => Progress;

/** The part of a connection that shows progress. */
export interface ProgressClient {
  readonly window: { createWorkDoneProgress(): Promise<Display> };
  readonly console: { warn(message: string): void };
}

interface Display {
  begin(title: string, percentage: undefined, message: string, cancellable: boolean): void;
  report(message: string): void;
  done(): void;
}

/** Work shorter than this (ms) shows no progress: a display that flashes up disturbs a writer. */
const SHOW_AFTER = 1000;

/** Starts displays of progress; for clients without one they show nothing. */
export function createProgress(client: ProgressClient, profile: ClientProfile): StartProgress {
  if (!profile.progress) return () => ({ report() {}, end() {} });
  return (title) => {
    let display: Display | null = null;
    let over = false;
    let last = '';
    const show = async (): Promise<void> => {
      display = await client.window.createWorkDoneProgress();
      if (over) display.done();
      else display.begin(title, undefined, last, false);
    };
    const timer = setTimeout(() => {
      show().catch((error: unknown) => client.console.warn(`No progress can be shown: ${String(error)}`));
    }, SHOW_AFTER);
    return {
      report(done, total) {
        last = `${done} of ${total}`;
        display?.report(last);
      },
      end() {
        over = true;
        clearTimeout(timer);
        display?.done();
      },
    };
  };
}
