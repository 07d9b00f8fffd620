/** Events a test waits for: what came before it asked counts too, so that nothing is missed and nothing slept for. */

export interface Events<T> {
  readonly add: (event: T) => void;
  /** Everything that came, in order. */
  readonly all: readonly T[];
  /** The first event that is `wanted`, from the `from`-th on (default: the first), or the next that will be. */
  first(wanted: (event: T) => boolean, from?: number): Promise<T>;
}

export function createEvents<T>(): Events<T> {
  const all: T[] = [];
  const waiting = new Set<() => void>();
  return {
    add(event) {
      all.push(event);
      for (const look of waiting) look();
    },
    all,
    first(wanted, from = 0) {
      return new Promise((resolve) => {
        const look = (): void => {
          const found = all.slice(from).find(wanted);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    },
  };
}
