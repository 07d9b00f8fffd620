/** Errors of an archive: why it did not answer, in words for the user. */

/**
 * `unreachable`: no complete answer came, now. `refused`: it does not know who asks. `missing`: it answers and has no
 * such archive. `rejected`: it does not take what was sent.
 */
export type ArchiveFailure = 'unreachable' | 'refused' | 'missing' | 'rejected';

/** Whatever is asked of an archive rejects with this. An answer that is not complete counts as none. */
export class ArchiveError extends Error {
  readonly failure: ArchiveFailure;

  constructor(failure: ArchiveFailure, detail: string, options?: ErrorOptions) {
    super(`${OPENINGS[failure]}: ${detail}`, options);
    this.name = 'ArchiveError';
    this.failure = failure;
  }
}

const OPENINGS: Readonly<Record<ArchiveFailure, string>> = {
  unreachable: 'archive not reachable',
  refused: 'archive refuses access',
  missing: 'archive not found',
  rejected: 'archive does not take it',
};
