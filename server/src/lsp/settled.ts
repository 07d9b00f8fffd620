/** Waiting for work that other work may take the place of before it is over. */

/** Resolves when work is over that no other has taken the place of; `current` gives what goes on at the moment. */
export async function settled(current: () => Promise<void>): Promise<void> {
  for (let waited: Promise<void> | null = null; waited !== current(); ) {
    waited = current();
    await waited;
  }
}
