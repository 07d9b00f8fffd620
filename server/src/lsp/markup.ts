/** Markup for hovers, Markdown or none. Whatever text is given comes out as that text: hostile text stays text. */

/** Each function takes plain text and gives markup that shows just that text. */
export interface Markup {
  text(plain: string): string;
  strong(plain: string): string;
  struck(plain: string): string;
  /** `uri` is our own, never an article's. */
  link(label: string, uri: string): string;
  /** One line of a quotation; `content` is markup. */
  quote(content: string): string;
  /** What ends a line that the next one is not to be joined to. */
  readonly lineEnd: string;
}

export const MARKDOWN: Markup = {
  text: escaped,
  strong: (plain) => around('**', plain),
  struck: (plain) => around('~~', plain),
  link: (label, uri) => `[${labelled(label)}](<${uri.replace(/[<>\n\\]/gu, encodeURIComponent)}>)`,
  quote: (content) => `> ${content}`,
  // Two spaces: an editor that shows the source shows nothing of them.
  lineEnd: '  \n',
};

export const PLAIN: Markup = {
  text: visible,
  strong: visible,
  struck: (plain) => `[-${visible(plain)}-]`,
  link: (label, uri) => `${visible(label)} (${uri})`,
  quote: (content) => `  ${content}`,
  lineEnd: '\n',
};

/**
 * Everything that can open markup in one line of GitHub's Markdown: code, emphasis, strikethrough, links and images,
 * HTML, character references, and the addresses that are made links without any marks. No more than that, since not
 * every editor hides the backslashes.
 */
const OPENS_MARKUP = /[\\`*_[\]<>~@]|&(?=#?[a-z0-9]{1,32};)|:(?=\/\/)|(?<=www)\./giu;

/** What makes a heading, a list or a rule where it stands first in a line, and the digits before it. */
const OPENS_BLOCK = /^( ?\d{0,9})([-+=#.)])/u;

function escaped(plain: string): string {
  return visible(plain).replace(OPENS_MARKUP, '\\$&').replace(OPENS_BLOCK, '$1\\$2');
}

/**
 * A label shows its brackets as character references: the reader of VS Code takes the backslashes before brackets away
 * and reads the label again, so that `![](https://…)` in a title would become an image.
 */
function labelled(plain: string): string {
  return escaped(plain)
    .trim()
    .replace(/\\([[\]])/gu, (_, bracket: string) => (bracket === '[' ? '&#91;' : '&#93;'));
}

/** Control characters, and those that turn the direction of text around and so could disguise it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** One line: a line break in an article must not end the quotation it is shown in. */
function visible(plain: string): string {
  return plain.replace(INVISIBLE, '').replace(/\s+/gu, ' ');
}

/** Emphasis marks only count where they touch the text, so spaces at its edges go outside. */
function around(mark: string, plain: string): string {
  const text = visible(plain);
  const inner = text.trim();
  if (inner === '') return text;
  const before = text.slice(0, text.indexOf(inner));
  const after = text.slice(before.length + inner.length);
  return `${before}${mark}${escaped(inner)}${mark}${after}`;
}
