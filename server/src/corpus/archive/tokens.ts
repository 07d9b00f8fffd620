/** Tokens: terms of ours as they stand in a field of an archive whose terms are parted by blanks. */

/** UTF-16 units of a token: the server cuts longer ones in two, so that places would be others than here. */
const LONGEST_TOKEN = 240;

/** The token of a term: without blanks, and cut where it is longer than any word. */
export function tokenOf(term: string): string {
  const token = term.replace(/\s/gu, '_').slice(0, LONGEST_TOKEN).toWellFormed();
  // An empty one would make all that follow it stand one place before their own.
  return token === '' ? '_' : token;
}
