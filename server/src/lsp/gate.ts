/** The gate: keeps what the client sends until the features that answer it are loaded. */

import type { MessageStrategy } from 'vscode-languageserver';

export interface Gate extends MessageStrategy {
  /**
   * Keeps all further messages, in their order, until `load` is done. It is begun by the first of them: a client sends none
   * before it has the answer to `initialize`, so that loading, which blocks the process, does not hold up the answer.
   * A failure of `load` ends the process, which could answer nothing.
   */
  holdUntil(load: () => Promise<void>): void;
}

/** A gate that stands open until it is told to hold messages. */
export function createGate(): Gate {
  let pending: (() => Promise<void>) | null = null;
  let loading: Promise<void> | null = null;

  const begin = (load: () => Promise<void>): void => {
    pending = null;
    loading = load();
    // The first to wait, so that what comes later passes behind all that was kept. Nobody handles its failure.
    void loading.then(() => {
      loading = null;
    });
  };

  return {
    handleMessage(message, next) {
      if (pending !== null) begin(pending);
      return loading === null ? next(message) : loading.then(() => next(message));
    },
    holdUntil(load) {
      pending = load;
    },
  };
}
