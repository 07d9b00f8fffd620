/** Reads a draft: which parts of its text are prose, by the language it is written in. */

import type { IsoDate } from '../corpus/article.ts';
import { readFrontMatter } from '../text/frontMatter.ts';
import { toIsoDate } from '../text/isoDate.ts';
import { dateOfAsciidoc, readAsciidoc } from './asciidoc/asciidoc.ts';
import type { Draft, DraftLanguage, Prose } from './draft.ts';
import { dateOfHtml, readHtml } from './html/html.ts';
import { languageOf } from './languages.ts';
import { dateOfLatex, readLatex } from './latex/latex.ts';
import { createKeptPieces, readMarkdown } from './markdown.ts';
import { readMdx } from './mdx.ts';
import { readPlainText } from './plainText.ts';
import { dateOfRestructuredText, readRestructuredText } from './restructuredText/restructuredText.ts';
import { dateOfTypst, readTypst } from './typst/typst.ts';

/**
 * The draft of `text`, the whole file without a byte-order mark. `languageId` is an editor's language id or a file
 * extension without its full stop; an unknown one is plain text. Any text is accepted.
 */
export function readDraft(path: string, languageId: string, text: string): Draft {
  const language = languageOf(languageId);
  return { path, language, text, ...readProse(language, text), published: publishedIn(language, text) };
}

/** Of the Markdown draft that was read last: the next one is most often its next version. */
const keptPieces = createKeptPieces();

function readProse(language: DraftLanguage, text: string): Prose {
  switch (language) {
    case 'markdown':
    case 'quarto':
      return readMarkdown(text, keptPieces);
    case 'mdx':
      return readMdx(text);
    case 'latex':
      return readLatex(text);
    case 'html':
      return readHtml(text);
    case 'typst':
      return readTypst(text);
    case 'asciidoc':
      return readAsciidoc(text);
    case 'restructuredtext':
      return readRestructuredText(text);
    case 'plaintext':
      return readPlainText(text);
  }
}

/** The date that the draft itself states. */
function publishedIn(language: DraftLanguage, text: string): IsoDate | null {
  switch (language) {
    case 'markdown':
    case 'quarto':
    case 'mdx':
      return dateOfFrontMatter(text);
    case 'latex':
      return dateOfLatex(text);
    case 'html':
      return dateOfHtml(text);
    case 'typst':
      return dateOfTypst(text);
    case 'asciidoc':
      return dateOfAsciidoc(text);
    case 'restructuredtext':
      return dateOfRestructuredText(text);
    case 'plaintext':
      return null;
  }
}

/** The date of the front matter. YAML 1.2 leaves `2020-01-01` a string. */
function dateOfFrontMatter(text: string): IsoDate | null {
  const date = readFrontMatter(text)?.fields.date;
  return typeof date === 'string' ? toIsoDate(date) : null;
}
