/** Plausible text: tells text that was decoded by a wrong table of characters by what no writer puts beside each other. */

/**
 * What no text holds in any language: control characters, `\ufffd`, and inside or at the end of a word what another table
 * has in place of an accented letter. `donÕt` is Mac Roman’s `don’t`, `pŒ` its `på`, `stra§e` its `straße`, `cittˆ` its
 * `città`; `caf‚` is DOS’s `café`, `inform¢` its `informó`.
 */
const NO_TEXT =
  /[\u0080-\u009f\ufffd]|\p{Ll}(?![A-Z])(?=\p{Lu})\p{Script=Latin}|\p{L}[‚ƒ„†‡‰ˆ˜]|\p{L}‹\p{L}|\p{Ll}[¡¢£¤¥¦§¨¬¯±¶¸¼½¾¿]/u;

/** Letters of Serbian and Macedonian, which have `ј` too. Alone they are capitals of another table for Russian. */
const BALKAN = /[ЂЃѓЉЊЌЋЏђљњќћџ]/;

/** A small Cyrillic letter before a capital: a name such as `СберБанк`, or the `я` of another table. */
const JOINT = /\p{Ll}(?=\p{Lu})\p{Script=Cyrillic}/gu;

/** Where a quotation ends with `“`, as in German, it began with a low mark, two commas, or the same. */
const BEGINNING_QUOTE = /„|,,|(?<!\p{L})“/u;

/** In Russian every fiftieth letter is a `я`. */
const MOST_JOINTS = 1 / 200;

/** Whether decoded text looks like text of some language. Takes time in proportion to it. */
export function isPlausible(text: string): boolean {
  if (NO_TEXT.test(text)) return false;
  if (BALKAN.test(text) && !/[јЈ]/.test(text)) return false;
  if (/\p{Ll}“/u.test(text) && !BEGINNING_QUOTE.test(text)) return false;
  return (text.match(JOINT)?.length ?? 0) <= text.length * MOST_JOINTS;
}
