/** Reads a draft: which parts of its text are prose, by the language it is written in. */

import { readFrontMatter } from '../text/frontMatter.ts';
import { toIsoDate } from '../text/isoDate.ts';
import type { Draft, DraftLanguage } from './draft.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plainText.ts';

/** Editors' language ids and file extensions that are read as Markdown. Every other one is plain text. */
const MARKDOWN: ReadonlySet<string> = new Set([
  'markdown',
  'md',
  'mkd',
  'mdown',
  'gfm',
  'mdx',
  'quarto',
  'qmd',
  'rmd',
]);

/**
 * The draft of `text`, the whole file without a byte-order mark. `languageId` is an editor's language id or a file
 * extension without its full stop; an unknown one is plain text. Any text is accepted.
 */
export function readDraft(path: string, languageId: string, text: string): Draft {
  const language: DraftLanguage = MARKDOWN.has(languageId.toLowerCase()) ? 'markdown' : 'plaintext';
  switch (language) {
    case 'markdown':
      return { path, language, text, ...readMarkdown(text), published: publishedIn(text) };
    case 'plaintext':
      return { path, language, text, ...readPlainText(text), published: null };
  }
}

/** The date of the front matter. YAML 1.2 leaves `2020-01-01` a string. */
function publishedIn(text: string): Draft['published'] {
  const date = readFrontMatter(text)?.fields.date;
  return typeof date === 'string' ? toIsoDate(date) : null;
}
