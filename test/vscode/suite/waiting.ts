/** Waiting: for something to become true, asked again at each event and never at a time. */

import type { Event } from 'vscode';

/** Below the limit of a test, so that the failure names what was waited for. */
const WAIT_LIMIT_MS = 60_000;

/**
 * Resolves with the first answer of `read` that is not null, asked now and after every `event`. Rejects when none
 * comes, naming `what` was waited for.
 */
export async function waitFor<T>(what: string, event: Event<unknown>, read: () => T | null): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const ask = (): void => {
    const answer = read();
    if (answer !== null) resolve(answer);
  };
  const subscription = event(ask);
  const limit = setTimeout(
    () => reject(new Error(`Waited ${WAIT_LIMIT_MS / 1000} s for ${what}.`)),
    WAIT_LIMIT_MS,
  );
  try {
    ask();
    return await promise;
  } finally {
    clearTimeout(limit);
    subscription.dispose();
  }
}
