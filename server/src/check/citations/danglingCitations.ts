/** Dangling citations: labels and keys without a note or entry, and notes and entries that nothing refers to. */

import { type Bibliography, isComplete } from '../../cite/bibliography/bibliography.ts';
import type { Citation, Definition } from '../../cite/citation.ts';
import type { ResolvedCitation, ResolvedDraft } from '../../cite/resolve.ts';
import type { CitationClaim } from '../../claims/claim.ts';
import type { Draft, DraftLanguage } from '../../draft/draft.ts';
import { unknownKeyMessage, unknownNoteMessage } from '../../rules/citation-unknown-key.ts';
import { unusedMessage } from '../../rules/citation-unused.ts';
import type { Code } from '../../rules/codes.ts';
import { readFrontMatter } from '../../text/frontMatter.ts';
import type { Span } from '../../text/span.ts';
import type { Finding, Severity } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { severityOf } from '../severity.ts';

/** One finding for each label or key of `draft` that leads nowhere, and for each note that nothing leads to. */
export function danglingCitations(
  draft: Draft,
  resolved: ResolvedDraft,
  bibliography: Bibliography,
  options: CheckOptions,
): readonly Finding[] {
  const unknown = severityOf('citation-unknown-key', options);
  const unused = severityOf('citation-unused', options);
  return [
    ...(unknown === null ? [] : unknownCitations(draft, resolved, bibliography, unknown)),
    ...(unused === null || listsUncited(draft)
      ? []
      : [
          ...unusedDefinitions(draft, resolved, unused),
          ...unusedReferences(draft, resolved, bibliography, unused),
        ]),
  ];
}

function unknownCitations(
  draft: Draft,
  { citations, definitions }: ResolvedDraft,
  bibliography: Bibliography,
  severity: Severity,
): readonly Finding[] {
  const places = bibliography.files.map(({ path }) => fileName(path));
  const hasKeys = isComplete(bibliography) && keysAreEntries(draft.language);
  const labels = new Set(definitions.map(({ definition }) => definition.label));
  return citations.filter(leadsNowhere).flatMap(({ citation }) => {
    const { kind, value } = citation;
    if (kind === 'note')
      return [finding(draft, citation, 'citation-unknown-key', severity, unknownNoteMessage(value))];
    const isSought = hasKeys && isEntryKey(citation) && !labels.has(value) && !isLabel(draft, value);
    if (kind !== 'key' || !isSought) return [];
    return [finding(draft, citation, 'citation-unknown-key', severity, unknownKeyMessage(value, places))];
  });
}

function leadsNowhere({ definition, reference }: ResolvedCitation): boolean {
  return definition === null && reference === null;
}

/** Where a key may also be the name of a section or of a citation in another file, nothing can be said of it. */
function keysAreEntries(language: DraftLanguage): boolean {
  return language !== 'asciidoc' && language !== 'restructuredtext';
}

/** Cross-references of Quarto and pandoc-crossref look like keys: `@fig-map`, `@sec:method`. */
function isEntryKey({ value }: Citation): boolean {
  return !/^(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|chap|app)[:-]/iu.test(value);
}

/** A label in the text, which Typst refers to by the same mark as to entries. */
function isLabel({ language, text }: Draft, value: string): boolean {
  return language === 'typst' && text.includes(`<${value}>`);
}

function unusedDefinitions(
  draft: Draft,
  { citations, definitions }: ResolvedDraft,
  severity: Severity,
): readonly Finding[] {
  const cited = new Set(citations.map(({ definition }) => definition));
  return definitions
    .filter(({ definition }) => !definition.isCited && !cited.has(definition))
    .filter(({ definition }) => !isReferredTo(draft, definition))
    .map(({ definition: { kind, label, labelSpan } }) =>
      finding(draft, labelSpan, 'citation-unused', severity, unusedMessage(kind, label)),
    );
}

/** Entries of the list in the draft’s front matter. */
function unusedReferences(
  draft: Draft,
  { citations }: ResolvedDraft,
  { own }: Bibliography,
  severity: Severity,
): readonly Finding[] {
  const cited = new Set(citations.map(({ citation }) => citation.value));
  const frontMatter = draft.text.slice(0, readFrontMatter(draft.text)?.end ?? 0);
  const ids = [...frontMatter.matchAll(/\bid:[ \t]{1,4}["']?([^\s"']{1,200})/dgu)];
  return (own ?? []).flatMap(({ key }) => {
    const [start, end] = ids.find(([, id]) => id === key)?.indices?.[1] ?? [];
    if (start === undefined || end === undefined || cited.has(key)) return [];
    return [finding(draft, { start, end }, 'citation-unused', severity, unusedMessage('key', key))];
  });
}

/** A reference from outside of the prose, such as a caption or another note, is one too. */
function isReferredTo({ language, text }: Draft, { label, labelSpan }: Definition): boolean {
  const written = referenceTo(language, label);
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
    const isLabel = at <= labelSpan.start && labelSpan.end <= at + written.length;
    const isDefinition = isMarkdown(language) && text.charAt(at + written.length) === ':';
    if (!isLabel && !isDefinition) return true;
  }
  return false;
}

/** What every reference to a label holds. */
function referenceTo(language: DraftLanguage, label: string): string {
  if (isMarkdown(language)) return `[^${label}]`;
  return language === 'restructuredtext' ? `[${label}]_` : label;
}

function isMarkdown(language: DraftLanguage): boolean {
  return language === 'markdown' || language === 'quarto' || language === 'mdx';
}

function listsUncited({ language, text }: Draft): boolean {
  switch (language) {
    case 'latex':
      return text.includes('\\nocite{');
    case 'markdown':
    case 'quarto':
    case 'mdx':
      return readFrontMatter(text)?.fields.nocite !== undefined;
    default:
      return false;
  }
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** A finding on a citation. It speaks of no fact, so it has no evidence, and its sentence is the label itself. */
function finding(
  draft: Draft,
  { start, end }: Span,
  code: Code,
  severity: Severity,
  message: string,
): Finding {
  const text = draft.text.slice(start, end);
  const claim: CitationClaim = {
    kind: 'citation',
    start,
    end,
    text,
    sentence: { index: -1, paragraph: -1, start, end, tokens: [] },
  };
  return {
    claim,
    verdict: 'not-enough-evidence',
    code,
    severity,
    message,
    evidence: [],
    fixes: [],
    diff: [],
    derivation: null,
  };
}
