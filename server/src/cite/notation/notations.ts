/** The notations of every language, and of a draft in one of them. */

import type { Draft, DraftLanguage } from '../../draft/draft.ts';
import type { ResolvedDraft } from '../resolve.ts';
import { ASCIIDOC } from './asciidoc.ts';
import { HTML, PLAIN_TEXT } from './html.ts';
import { latexNotations } from './latex.ts';
import { MARKDOWN } from './markdown.ts';
import type { CitationStyle, LanguageNotations, Notation } from './notation.ts';
import { RESTRUCTUREDTEXT } from './restructuredText.ts';
import { type Template, templateNotation } from './template.ts';
import { TYPST } from './typst.ts';

/** The notation of `style` in the language of `draft`, or null where that language has no such style. */
export function notationOf(
  draft: Draft,
  resolved: ResolvedDraft,
  style: CitationStyle,
  template: Template | null,
): Notation | null {
  const notations = languageNotations(draft.language, commandOf(draft, resolved));
  switch (style) {
    case 'footnote':
      return notations.footnote;
    case 'citekey':
      return notations.citekey;
    case 'link':
      return notations.link;
    case 'author-date':
      return notations.authorDate;
    case 'template':
      return template === null ? null : templateNotation(template, notations);
  }
}

function languageNotations(language: DraftLanguage, command: string): LanguageNotations {
  switch (language) {
    case 'markdown':
    case 'quarto':
    case 'mdx':
      return MARKDOWN;
    case 'latex':
      return latexNotations(command);
    case 'typst':
      return TYPST;
    case 'asciidoc':
      return ASCIIDOC;
    case 'restructuredtext':
      return RESTRUCTUREDTEXT;
    case 'html':
      return HTML;
    case 'plaintext':
      return PLAIN_TEXT;
  }
}

/** Words of an article as text of the draft’s language in which they are nothing but words. */
export function proseWords(language: DraftLanguage, plain: string): string {
  return languageNotations(language, 'cite').words(plain);
}

/** The command that a LaTeX draft cites by most often. */
function commandOf({ text }: Draft, { citations }: ResolvedDraft): string {
  const uses = new Map<string, number>();
  for (const { citation } of citations) {
    if (citation.kind !== 'key') continue;
    const command = /^\\([a-z]{1,20})/iu.exec(text.slice(citation.whole.start, citation.whole.end))?.[1];
    if (command !== undefined) uses.set(command, (uses.get(command) ?? 0) + 1);
  }
  return [...uses].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'cite';
}
