/** Title case: whether words are written as English prints the title of a work. */

/** Words of a title that stay in lower case inside it. */
const MINOR: ReadonlySet<string> = new Set(
  'a an the and or nor but for of in on at to by as with from into over up vs is it de la le el von van der'.split(
    ' ',
  ),
);

/** All words but the minor ones begin with a capital, and there are at least two such. */
export function isTitleCase(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu) ?? [];
  if (words.length < 2) return false;
  let capitals = 0;
  for (const [index, word] of words.entries()) {
    if (/^[\p{Lu}\p{N}]/u.test(word)) capitals += 1;
    else if (index === 0 || !MINOR.has(word.toLowerCase())) return false;
  }
  return capitals >= 2;
}
