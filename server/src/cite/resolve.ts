/** Resolves citations: which entry, note and articles each citation of a draft means. */

import type { Draft, DraftLanguage } from '../draft/draft.ts';
import type { Span } from '../text/span.ts';
import type { ArticleFinder } from './articleFinder.ts';
import type { Bibliography } from './bibliography/bibliography.ts';
import { referencesOf } from './bibliography/bibliography.ts';
import type { Citation, Definition, DraftCitations } from './citation.ts';
import { readCitations } from './recognise/readCitations.ts';
import type { Reference } from './reference.ts';

export interface ResolvedCitation {
  readonly citation: Citation;
  /** The note or the entry in the draft that it refers to. */
  readonly definition: Definition | null;
  /** The entry of a bibliography that it refers to. */
  readonly reference: Reference | null;
  /** Ids of the articles that are cited; empty when it is none of the corpus or not known. */
  readonly articles: readonly string[];
}

/** What a draft defines itself, with the articles that are meant. */
export interface ResolvedDefinition {
  readonly definition: Definition;
  readonly articles: readonly string[];
}

export interface ResolvedDraft {
  /** In order. Handles and addresses that turn out to be no citation are left out. */
  readonly citations: readonly ResolvedCitation[];
  readonly definitions: readonly ResolvedDefinition[];
}

/** The citations of `draft` and what they mean; `readCitations` of it, where they were read before. */
export function resolveCitations(
  draft: Draft,
  bibliography: Bibliography,
  finder: ArticleFinder,
  { citations, definitions }: DraftCitations = readCitations(draft),
): ResolvedDraft {
  const resolved = definitions.map((definition) => ({
    definition,
    articles: idsOf(finder.ofWords(plainWords(definition.body, draft.language))),
  }));
  const local = new Map(resolved.map((each) => [nameOf(each.definition), each]));
  const known = remembering(finder);
  const entries = new Map(referencesOf(bibliography).map((reference) => [reference.key, reference]));
  return {
    citations: citations
      .map((citation) => resolve(citation, local, entries, known, draft.language))
      .filter((each) => isCitation(each)),
    definitions: resolved,
  };
}

/** Drafts cite the same sources again and again. */
function remembering(finder: ArticleFinder): ArticleFinder {
  const words = new Map<string, ReturnType<ArticleFinder['ofWords']>>();
  return {
    ...finder,
    ofWords(text) {
      const found = words.get(text) ?? finder.ofWords(text);
      words.set(text, found);
      return found;
    },
  };
}

function nameOf({ kind, label }: Definition): string {
  return `${kind} ${label.toLowerCase()}`;
}

function resolve(
  citation: Citation,
  local: ReadonlyMap<string, ResolvedDefinition>,
  entries: ReadonlyMap<string, Reference>,
  finder: ArticleFinder,
  language: DraftLanguage,
): ResolvedCitation {
  switch (citation.kind) {
    case 'note':
    case 'key': {
      const own = local.get(`${citation.kind} ${citation.value.toLowerCase()}`);
      const reference = citation.kind === 'key' ? (entries.get(citation.value) ?? null) : null;
      const articles =
        own === undefined && reference !== null
          ? idsOf(finder.ofReference(reference))
          : (own?.articles ?? []);
      return { citation, definition: own?.definition ?? null, reference, articles };
    }
    case 'text':
      return {
        citation,
        definition: null,
        reference: null,
        articles: idsOf(finder.ofWords(plainWords(citation.value, language))),
      };
    case 'link':
      return {
        citation,
        definition: null,
        reference: null,
        articles: idsOf(finder.atAddress(plainAddress(citation.value, language))),
      };
  }
}

/** Words with the characters that the language writes as commands or references; other marks matter to no comparison. */
function plainWords(written: string, language: DraftLanguage): string {
  switch (language) {
    case 'latex':
      return written.replace(/\\text[a-z]{1,20}\{\}/gu, ' ').replace(/\\(?=[#$%&_{}])/gu, '');
    case 'html':
    case 'asciidoc':
      return written.replace(
        /&#(\d{2,6});/gu,
        (reference, code: string) => characterOf(Number(code)) ?? reference,
      );
    default:
      return written;
  }
}

function characterOf(code: number): string | null {
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** An address as it is meant: the escapes that the language needs in one are taken out. */
function plainAddress(written: string, language: DraftLanguage): string {
  return language === 'html'
    ? written.replace(/&(?:amp|#38);/giu, '&')
    : written.replace(/\\(?=[!-/:-@[-`{-~])/gu, '');
}

/** A handle without an entry, words in brackets that name no article and links to elsewhere are no citations. */
function isCitation({ citation, definition, reference, articles }: ResolvedCitation): boolean {
  if (articles.length > 0 || definition !== null || reference !== null) return true;
  return citation.isApart && (citation.kind !== 'text' || !citation.value.includes(', '));
}

function idsOf(articles: readonly { readonly id: string }[]): readonly string[] {
  return articles.map(({ id }) => id);
}

/**
 * The citations that belong to a sentence: those in it, and notes and keys behind its last mark, as `… 750.[^1]` has
 * them. `citations` are in order.
 */
export function citationsOfSentence(
  text: string,
  sentence: Span,
  citations: readonly ResolvedCitation[],
): readonly ResolvedCitation[] {
  const own: ResolvedCitation[] = [];
  let end = sentence.end;
  for (let at = firstFrom(citations, sentence.start); at < citations.length; at += 1) {
    const each = citations[at];
    if (each === undefined) break;
    const { whole, isApart } = each.citation;
    const isWithin = whole.start < sentence.end;
    if (!isWithin && !(isApart && closesWith(text.slice(end, whole.start)))) {
      if (whole.start > end) break;
      continue;
    }
    own.push(each);
    end = Math.max(end, whole.end);
  }
  return own;
}

/** Index of the first citation that starts at or behind `offset`. */
function firstFrom(citations: readonly ResolvedCitation[], offset: number): number {
  let low = 0;
  let high = citations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((citations[middle]?.citation.whole.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What may stand between a sentence and the citations behind it: the marks that close emphasis, and one blank. */
function closesWith(between: string): boolean {
  return /^[*_~})\]”’"'»]{0,8}[ \u00a0~]?$/u.test(between);
}
