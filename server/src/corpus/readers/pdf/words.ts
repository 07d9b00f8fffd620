/** Words across lines: joins the lines of a paragraph and mends words that were divided at the end of a line. */

/** Ends a line within a word: a hyphen, or the soft hyphen that some programs leave in. */
const DIVIDED = /\p{L}[-\u2010\u00ad]$/u;

/** The words of a document that are written with a hyphen inside it, in lower case: `well-known`. */
export type Compounds = ReadonlySet<string>;

/** Compounds that stand within a line, where no line end can have put the hyphen. */
export function compoundsIn(lines: Iterable<string>): Compounds {
  const compounds = new Set<string>();
  for (const line of lines)
    for (const [compound] of line.matchAll(/\p{L}{2,40}[-\u2010]\p{L}{2,40}/gu))
      compounds.add(plain(compound));
  return compounds;
}

/** One text of the lines. A divided word is made whole; one that is a compound elsewhere keeps its hyphen. */
export function joinLines(lines: readonly string[], compounds: Compounds): string {
  let text = '';
  for (const line of lines) text = joinTwo(text, line.trim(), compounds);
  return text.replace(/\u00ad/gu, '').replace(/\s+/gu, ' ');
}

/** Appends a line to a text. */
function joinTwo(text: string, line: string, compounds: Compounds): string {
  if (text === '') return line;
  if (!DIVIDED.test(text.slice(-3))) return `${text} ${line}`;
  const first = /\p{L}{1,40}$/u.exec(text.slice(-LONGEST_WORD - 1, -1))?.[0] ?? '';
  const second = /^\p{L}{1,40}/u.exec(line.slice(0, LONGEST_WORD))?.[0] ?? '';
  const isCompound = /^\p{Lu}/u.test(second) || compounds.has(plain(`${first}-${second}`));
  // `four-` before a figure or an `and` was not divided: the rest of the compound comes later.
  if (second === '' || /^(?:and|or|to)$/u.test(second)) return `${text} ${line}`;
  return isCompound && !text.endsWith('\u00ad') ? text + line : text.slice(0, -1) + line;
}

const LONGEST_WORD = 40;

function plain(compound: string): string {
  return compound.toLowerCase().replace('\u2010', '-');
}
