/** Word lists: a set of words from one readable line. */

/** The words of a list parted by single spaces. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
