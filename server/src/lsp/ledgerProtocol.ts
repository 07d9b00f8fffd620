/** The messages behind signing off, for clients that ask the writer for a reason. */

import type { Position, Range } from 'vscode-languageserver';

/** Commands of the client, which quick fixes call with a `ClaimTarget`. */
export const SIGN_OFF_COMMAND = 'corroborate.signOff';
export const REMOVE_SIGN_OFF_COMMAND = 'corroborate.removeSignOff';

/** A place in a claim of an open draft. */
export interface ClaimTarget {
  readonly uri: string;
  readonly position: Position;
}

/** Request, client to server: `ClaimTarget`, answered with `SignOffSubject`, or null where there is no claim. */
export const SIGN_OFF_SUBJECT_METHOD = 'corroborate/signOffSubject';

/** What a person is asked to stand for. All text is plain. */
export interface SignOffSubject {
  readonly range: Range;
  /** The words of the claim. */
  readonly claim: string;
  /** What the articles say of it; may be empty. */
  readonly message: string;
  /** The sign-off it has; null where it has none. */
  readonly signedOff: { readonly id: string; readonly reason: string } | null;
  /** Who git says works here, `Ann Reyes <ann@example.org>`; null where it does not. */
  readonly person: string | null;
}

/** Request, client to server: `SignOffParams`, answered with `SignOffAnswer`. Writes a line to the ledger. */
export const SIGN_OFF_METHOD = 'corroborate/signOff';

export interface SignOffParams extends ClaimTarget {
  /** The words that the person saw; another claim is not signed off. */
  readonly claim: string;
  readonly reason: string;
  readonly person: string;
}

/** Request, client to server: `RemoveSignOffParams`, answered with `SignOffAnswer`. Writes a line to the ledger. */
export const REMOVE_SIGN_OFF_METHOD = 'corroborate/removeSignOff';

export interface RemoveSignOffParams {
  readonly uri: string;
  /** The `id` of the sign-off. */
  readonly id: string;
  readonly person: string;
}

export type SignOffAnswer =
  /** `ledger` is the URI of the file that has the line now. */
  | { readonly state: 'written'; readonly ledger: string }
  /** In words for the user. */
  | { readonly state: 'refused'; readonly reason: string };
