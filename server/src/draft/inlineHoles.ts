/** Inline holes: stretches of running text that are no prose in any draft language, such as addresses and citation keys. */

import type { Span } from '../text/span.ts';

/** One kind of hole. `holes` maps a match to the spans that are no prose; by default the whole match is one. */
interface HolePattern {
  readonly pattern: RegExp;
  readonly holes?: (match: RegExpMatchArray, at: number) => readonly Span[];
}

/** Trailing punctuation belongs to the sentence, not to the address before it. */
const URL: HolePattern = {
  pattern:
    /\b(?:https?:\/\/|ftp:\/\/|file:\/\/|mailto:|doi:|www\.)[^\s<>"“”«»]*[^\s<>"“”«»‘’'.,;:!?)\]}…*_]/giu,
};

const EMAIL: HolePattern = {
  pattern: /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/giu,
};

/** Pandoc's bracketed citations: `[@key]`, `[see @key, p. 33; @other]`, `[-@key]`. */
const CITATION: HolePattern = {
  pattern: /\[(?:(?:see|cf\.|e\.g\.|compare) )?-?@[^[\]\s][^[\]]{0,300}\]/giu,
};

/** Pandoc's citations in the text, `@smith2020`. A key without a digit cannot be taken for a figure and may be a handle. */
const CITATION_IN_TEXT: HolePattern = { pattern: /(?<![\p{L}\p{N}_@.])@[\p{L}_][\w:./-]{0,80}\d\w{0,20}/giu };

/** A footnote reference whose definition is not written yet, and Pandoc's inline notes. */
const FOOTNOTE: HolePattern = { pattern: /\[\^[^\s[\]]{1,100}\]|\^\[[^[\]]{0,1000}\]/gu };

/** Wiki links show their text or their alias; the rest is markup. `![[file]]` shows the file. */
const WIKI_LINK: HolePattern = {
  pattern: /(!?)\[\[([^[\]|\n]{1,300})(\|?)([^[\]|\n]{0,300})\]\]/gu,
  holes: ([whole, embed = '', target = '', bar = ''], at) => {
    const end = at + whole.length;
    if (embed !== '') return [{ start: at, end }];
    const shown = bar === '' ? at + 2 : at + 2 + target.length + 1;
    return [
      { start: at, end: shown },
      { start: end - 2, end },
    ];
  },
};

/**
 * Mathematics between single dollar signs by Pandoc's rule: no space inside the signs, no digit after the closing one.
 * Dollar amounts are common in news, so after an opening `$5` the content must hold a sign of TeX.
 */
const MATH: HolePattern = {
  pattern: /(?<![\\$\p{L}\p{N}])\$(?![\s$])([^$\n]{0,300})(?<![\s\\])\$(?![\d$])/gu,
  holes: ([whole, content = ''], at) =>
    /^\d/.test(content) && !/[\\^_={]/.test(content) ? [] : [{ start: at, end: at + whole.length }],
};

/** `10⁶`, with what it is multiplied by: the figure is not 10, and powers are not computed. */
const POWER: HolePattern = {
  pattern: /(?<![\d.,])(?:\d{1,9}(?:[.,]\d{1,9})?\s?[×x·]\s?)?10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}/gu,
};

/** Our own comments, which have the same form in every language; Markdown's parser finds them without this. */
const SUPPRESSION: HolePattern = { pattern: /<!--\s{0,20}corroborate-[^<>]{0,330}-->/gu };

/**
 * What MyST, Quarto and R Markdown write besides Markdown: the fences of divisions, with their settings or without; roles
 * in front of code; shortcodes; settings behind what they are for, or behind a heading; targets on a line of their own.
 */
const DIALECTS: readonly HolePattern[] = [
  { pattern: /^[ \t]{0,12}:{3,40}(?=[\s{.a-z]|$)[^\n]{0,400}$/gimu },
  { pattern: /\{[a-z][\w:+.-]{0,60}\}(?=`)/giu },
  { pattern: /\{\{[<%][^{}\n]{0,400}[>%]\}\}/gu },
  { pattern: /(?<=[\])`*_])\{[^{}\n]{1,300}\}|\{[#.][\w-][^{}\n]{0,300}\}/gu },
  { pattern: /^\([\w:.-]{1,80}\)=[ \t]{0,3}$/gmu },
];

const RUNNING_TEXT: readonly HolePattern[] = [URL, EMAIL, CITATION, CITATION_IN_TEXT, POWER];
const PLAIN: readonly HolePattern[] = [...RUNNING_TEXT, SUPPRESSION];
const MARKDOWN: readonly HolePattern[] = [...RUNNING_TEXT, ...DIALECTS, FOOTNOTE, WIKI_LINK, MATH];

/** Holes of plain running text: addresses, citation keys, our own comments. Offsets are those of `text` plus `offset`. Unsorted. */
export function plainHoles(text: string, offset: number): readonly Span[] {
  return findAll(PLAIN, text, offset);
}

/** Addresses in running text, which are no prose in any language. Offsets are those of `text` plus `offset`. Unsorted. */
export function addressHoles(text: string, offset: number): readonly Span[] {
  const hasUrl = ADDRESS_SIGNS.some((sign) => text.includes(sign));
  const hasEmail = text.includes('@');
  if (!hasUrl && !hasEmail) return [];
  return findAll([...(hasUrl ? [URL] : []), ...(hasEmail ? [EMAIL] : [])], text, offset);
}

/** One of these is in every address of the web, however it is written. */
const ADDRESS_SIGNS = ['://', 'www.', 'WWW.', 'mailto:', 'doi:', 'DOI:'];

/** Our own comments in a text whose language has none. */
export function ownComments(text: string): readonly Span[] {
  return findAll([SUPPRESSION], text, 0);
}

/** Holes that Markdown's own syntax does not show: as `plainHoles`, with loose footnotes, wiki links and mathematics. */
export function markdownHoles(text: string, offset: number): readonly Span[] {
  return findAll(MARKDOWN, text, offset);
}

/**
 * The number that opens a heading: `1.`, `2)`, `2.3`, `4.1.2.`, with the space after it, or null. `2.3 million flee`
 * and `750 troops sent` start with a figure: a number with no closing mark must be dotted and followed by a capital.
 */
export function headingNumber(heading: string): string | null {
  const match = /^(?:\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3}){1,4}(?:[.)]|(?=\s+\p{Lu})))\s+/u.exec(heading);
  if (match === null) return null;
  return SCALE_WORD.test(heading.slice(match[0].length)) ? null : match[0];
}

/** A word that makes the number before it a figure, in a heading set with capitals. */
const SCALE_WORD =
  /^(?:hundred|thousand|million|billion|trillion|m|bn|k|per\s?cent|percent|degrees|miles?|kilometres?|kilometers?)\b/iu;

function findAll(patterns: readonly HolePattern[], text: string, offset: number): readonly Span[] {
  const found: Span[] = [];
  for (const { pattern, holes } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const at = offset + match.index;
      if (holes === undefined) found.push({ start: at, end: at + match[0].length });
      else found.push(...holes(match, at));
    }
  }
  return found;
}
