/** Shared looks: whoever asks is given what a look finds that began after he asked, and no look is broken off for another. */

/**
 * Makes of a `look`, which never rejects, one to ask for: resolves when a look that began no earlier than the call is over.
 * There is one at a time, and callers that come while one goes on share the next, so that looks come to an end however
 * often and by however many they are asked for, whether or not those still wait.
 */
export function sharedLooks(look: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  return () => {
    if (next !== null) return next;
    next = last.then(() => {
      next = null;
      return look();
    });
    last = next;
    return next;
  };
}
