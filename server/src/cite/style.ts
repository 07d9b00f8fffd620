/** Which style a draft is cited in: what it uses already, else the setting, else what is usual in its language. */

import type { Draft, DraftLanguage } from '../draft/draft.ts';
import type { Bibliography } from './bibliography/bibliography.ts';
import type { CitationStyle } from './notation/notation.ts';
import type { ResolvedCitation, ResolvedDraft } from './resolve.ts';

/** The setting `corroborate.citation.style`. */
export type StyleSetting = 'auto' | CitationStyle;

/** The style for new citations of `draft`. */
export function styleOf(
  draft: Draft,
  resolved: ResolvedDraft,
  bibliography: Bibliography,
  setting: StyleSetting,
): CitationStyle {
  const ofArticles = resolved.citations.filter(({ articles }) => articles.length > 0);
  const used = mostUsed(draft, ofArticles);
  if (used !== null) return used;
  if (setting !== 'auto') return setting;
  if (bibliography.own !== null || bibliography.files.some(({ text }) => text !== null)) return 'citekey';
  return mostUsed(draft, resolved.citations) ?? usualStyle(draft.language);
}

/** The style that is usual in a language. */
export function usualStyle(language: DraftLanguage): CitationStyle {
  switch (language) {
    case 'markdown':
    case 'mdx':
    case 'asciidoc':
    case 'restructuredtext':
      return 'footnote';
    case 'quarto':
    case 'latex':
    case 'typst':
      return 'citekey';
    case 'html':
      return 'link';
    case 'plaintext':
      return 'author-date';
  }
}

function mostUsed(draft: Draft, citations: readonly ResolvedCitation[]): CitationStyle | null {
  const uses = new Map<CitationStyle, number>();
  for (const { citation } of citations) {
    const style = styleOfCitation(draft, citation);
    uses.set(style, (uses.get(style) ?? 0) + 1);
  }
  return [...uses].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function styleOfCitation({ text }: Draft, { kind, whole }: ResolvedCitation['citation']): CitationStyle {
  switch (kind) {
    case 'note':
      return 'footnote';
    case 'key':
      return 'citekey';
    case 'link':
      return 'link';
    case 'text':
      return text.charAt(whole.start) === '(' ? 'author-date' : 'footnote';
  }
}
