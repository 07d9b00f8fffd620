/** Reads the citations of a draft: by the notations of its language, and only where its prose is. */

import type { Draft, DraftLanguage } from '../../draft/draft.ts';
import { lastStartingBefore, type Span } from '../../text/span.ts';
import type { Citation, DraftCitations } from '../citation.ts';
import { ASCIIDOC_CITATIONS, ASCIIDOC_DEFINITIONS } from './asciidoc.ts';
import { HTML_CITATIONS } from './html.ts';
import { LATEX_CITATIONS, LATEX_DEFINITIONS } from './latex.ts';
import { MARKDOWN_CITATIONS, MARKDOWN_DEFINITIONS, MARKDOWN_KEYS_IN_TEXT } from './markdown.ts';
import { type CitationPattern, type DefinitionPattern, findCitations, findDefinitions } from './pattern.ts';
import { AUTHOR_DATE, BARE_ADDRESS } from './plainText.ts';
import { RESTRUCTUREDTEXT_CITATIONS, RESTRUCTUREDTEXT_DEFINITIONS } from './restructuredText.ts';
import { TYPST_CITATIONS, TYPST_DEFINITIONS, TYPST_REFERENCES } from './typst.ts';

/** The citations that stand in the prose of `draft`, and what it defines itself. Never throws. */
export function readCitations(draft: Draft): DraftCitations {
  const { citations, definitions } = notationsOf(draft.language);
  const cited = findCitations(draft.text, citations);
  const defined = findDefinitions(draft.text, definitions);
  if (cited.length + defined.length === 0) return { citations: [], definitions: [] };
  const code = codeSpans(draft);
  return {
    citations: cited.filter((each) => isInProse(draft, each, code)),
    definitions: defined.filter(
      ({ start, end }) => !isWithin(draft.comments, { start, end }) && !isWithin(code, { start, end }),
    ),
  };
}

interface Notations {
  readonly citations: readonly CitationPattern[];
  readonly definitions: readonly DefinitionPattern[];
}

function notationsOf(language: DraftLanguage): Notations {
  const anywhere = [AUTHOR_DATE, BARE_ADDRESS];
  switch (language) {
    case 'markdown':
    case 'quarto':
    case 'mdx':
      return {
        citations: [...MARKDOWN_CITATIONS, ...anywhere, ...MARKDOWN_KEYS_IN_TEXT],
        definitions: MARKDOWN_DEFINITIONS,
      };
    case 'latex':
      return { citations: [...LATEX_CITATIONS, AUTHOR_DATE], definitions: LATEX_DEFINITIONS };
    case 'typst':
      return {
        citations: [...TYPST_CITATIONS, ...anywhere, ...TYPST_REFERENCES],
        definitions: TYPST_DEFINITIONS,
      };
    case 'asciidoc':
      return { citations: [...ASCIIDOC_CITATIONS, ...anywhere], definitions: ASCIIDOC_DEFINITIONS };
    case 'restructuredtext':
      return {
        citations: [...RESTRUCTUREDTEXT_CITATIONS, ...anywhere],
        definitions: RESTRUCTUREDTEXT_DEFINITIONS,
      };
    case 'html':
      return { citations: [...HTML_CITATIONS, AUTHOR_DATE], definitions: [] };
    case 'plaintext':
      return { citations: anywhere, definitions: [] };
  }
}

/** Within a block of prose or right behind one, where a reader of the language leaves the notes that close it. */
function isInProse({ blocks, text, comments }: Draft, { whole }: Citation, code: readonly Span[]): boolean {
  if (isWithin(comments, whole) || isWithin(code, whole)) return false;
  const block = blocks[lastStartingBefore(blocks, whole.start)];
  if (block === undefined) return false;
  return whole.start < block.end || !text.slice(block.end, whole.start).includes('\n');
}

function isWithin(spans: readonly Span[], { start, end }: Span): boolean {
  const span = spans[lastStartingBefore(spans, start)];
  return span !== undefined && end <= span.end;
}

/**
 * Fenced code, and the holes that a mark of code opens: whatever stands in these is shown as it is written. In order;
 * fences and holes never meet.
 */
function codeSpans({ text, language, blocks }: Draft): readonly Span[] {
  const holes = blocks.flatMap((block) =>
    block.holes.filter(({ start, end }) => CODE_MARK.test(text.slice(start, Math.min(end, start + 12)))),
  );
  return [...holes, ...fencesOf(text, FENCES[language])].sort((a, b) => a.start - b.start);
}

const CODE_MARK = /^(?:`|\\verb|\\lstinline|<code|<kbd|<pre)/u;

/** A line that opens or closes code, with its mark in the first group. */
const TICKS = /^[ \t]{0,3}(`{3,}|~{3,})/gmu;
const FENCES: Readonly<Record<DraftLanguage, RegExp | null>> = {
  markdown: TICKS,
  quarto: TICKS,
  mdx: TICKS,
  typst: TICKS,
  asciidoc: /^(-{4,}|\.{4,})(?=[ \t\r]*$)/gmu,
  latex: null,
  restructuredtext: null,
  html: null,
  plaintext: null,
};

/** What stands between two lines of the same mark. What is not closed runs to the end. */
function fencesOf(text: string, fence: RegExp | null): readonly Span[] {
  const spans: Span[] = [];
  let open: { readonly mark: string; readonly start: number } | null = null;
  for (const match of fence === null ? [] : text.matchAll(fence)) {
    const mark = match[1] ?? '';
    if (open === null) open = { mark, start: match.index };
    else if (mark.startsWith(open.mark)) {
      spans.push({ start: open.start, end: match.index + match[0].length });
      open = null;
    }
  }
  return open === null ? spans : [...spans, { start: open.start, end: text.length }];
}
