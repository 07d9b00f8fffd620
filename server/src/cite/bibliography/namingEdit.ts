/** Names a new bibliography in the draft, so that the tool which sets it finds the entries. */

import type { Edit } from '../../check/finding.ts';
import type { Draft } from '../../draft/draft.ts';
import { lineBreakOf } from '../../draft/lineBreak.ts';
import { namedBibliographies } from './named.ts';

/**
 * The edit that names the file at `path`, beside the draft, before the end of the document. Null for drafts that name
 * one already, parts of a larger document, and languages in which nothing is named.
 */
export function namingEdit(draft: Draft, path: string): Edit | null {
  const { language, text } = draft;
  if (namedBibliographies(draft).length > 0) return null;
  const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const feed = lineBreakOf(text);
  if (language === 'latex') {
    const end = text.lastIndexOf('\\end{document}');
    const name = file.replace(/\.bib$/u, '');
    const lines = ['\\bibliographystyle{plain}', `\\bibliography{${name}}`, '', ''].join(feed);
    return end < 0 ? null : { start: end, end, newText: lines };
  }
  if (language !== 'typst') return null;
  const written = text.trimEnd().length;
  return {
    start: written,
    end: text.length,
    newText: `${feed}${feed}#bibliography(${JSON.stringify(file)})${feed}`,
  };
}
