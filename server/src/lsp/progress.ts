/** Progress of long work in the client's own display. Work that is over soon shows nothing. */

import type { CancellationToken } from 'vscode-languageserver';
import type { ClientProfile } from './clientProfile.ts';

/** Progress of one piece of work. */
export interface Progress {
  /** `total` may still be growing. */
  report(done: number, total: number): void;
  /** Shows a few words instead of a count. */
  say(message: string): void;
  end(): void;
}

/** `cancel` is called when the user does not want to wait for the work; without it he cannot say so. */
export type StartProgress = (title: string, cancel?: () => void) => Progress;

/** The part of a connection that shows progress. */
export interface ProgressClient {
  readonly window: { createWorkDoneProgress(): Promise<Display> };
  readonly console: { warn(message: string): void };
}

interface Display {
  /** Tells when the user cancels. */
  readonly token: CancellationToken;
  begin(title: string, percentage: undefined, message: string, cancellable: boolean): void;
  report(message: string): void;
  done(): void;
}

/** Work shorter than this (ms) shows no progress: a display that flashes up disturbs a writer. */
const SHOW_AFTER = 1000;

/** Starts displays of progress; for clients without one they show nothing. */
export function createProgress(client: ProgressClient, profile: ClientProfile): StartProgress {
  if (!profile.progress) return () => ({ report() {}, say() {}, end() {} });
  return (title, cancel) => {
    let display: Display | null = null;
    let over = false;
    let last = '';
    const show = async (): Promise<void> => {
      display = await client.window.createWorkDoneProgress();
      if (cancel !== undefined) display.token.onCancellationRequested(cancel);
      if (over) display.done();
      else display.begin(title, undefined, last, cancel !== undefined);
    };
    const timer = setTimeout(() => {
      show().catch((error: unknown) => client.console.warn(`No progress can be shown: ${String(error)}`));
    }, SHOW_AFTER);
    const say = (message: string): void => {
      last = message;
      display?.report(last);
    };
    return {
      report: (done, total) => say(`${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`),
      say,
      end() {
        over = true;
        clearTimeout(timer);
        display?.done();
      },
    };
  };
}
