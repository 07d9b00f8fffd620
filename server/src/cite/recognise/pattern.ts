/** Patterns: how a notation of citations is described, and how its matches become citations. */

import { lastStartingBefore, type Span } from '../../text/span.ts';
import type { Citation, CitationKind, Definition } from '../citation.ts';

/** One notation of a language. Groups are named; `value` or `values` is what names the source. */
export interface CitationPattern {
  readonly kind: CitationKind;
  /** With the flags `d`, `g` and `u`, linear in the length of the text. */
  readonly pattern: RegExp;
  /** Splits the group `values` of one match into keys; without it the group `value` is the one key. */
  readonly each?: RegExp;
  readonly isApart?: boolean;
  /** What stands in every match: a text without it, as most are, is not searched. */
  readonly mark?: string;
}

/** One notation of definitions, with the groups `label` and `body`. */
export interface DefinitionPattern {
  readonly kind: Definition['kind'];
  readonly pattern: RegExp;
  /** `in-text` stands where it is cited first, `indented` runs on over the indented lines below it. */
  readonly runsOn: 'in-text' | 'indented' | 'not';
  /** As in `CitationPattern`. */
  readonly mark?: string;
}

/** All that `patterns` find in `text`, in order of their place. Matches within an earlier one of the list are left out. */
export function findCitations(text: string, patterns: readonly CitationPattern[]): readonly Citation[] {
  const found: Citation[] = [];
  for (const pattern of patterns) {
    if (!text.includes(pattern.mark ?? '')) continue;
    const before = found.map(({ whole }) => whole).sort((a, b) => a.start - b.start);
    const own = [...text.matchAll(pattern.pattern)].flatMap((match) => citationsOf(match, pattern));
    found.push(...own.filter(({ whole }) => !isCovered(before, whole)));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** `wholes` are in order and apart, so only the last that starts before the end of a span can meet it. */
function isCovered(wholes: readonly Span[], { start, end }: Span): boolean {
  const last = wholes[lastStartingBefore(wholes, end - 1)];
  return last !== undefined && last.end > start;
}

function citationsOf(match: RegExpExecArray, { kind, each, isApart = true }: CitationPattern): Citation[] {
  const whole = { start: match.index, end: match.index + match[0].length };
  const [from = whole.start] = match.indices?.groups?.value ?? match.indices?.groups?.values ?? [];
  const written = match.groups?.value ?? match.groups?.values ?? '';
  const parts = each === undefined ? [{ value: written, at: 0 }] : partsOf(written, each);
  return parts.map(({ value, at }) => ({
    kind,
    value,
    start: from + at,
    end: from + at + value.length,
    whole,
    isApart,
  }));
}

function partsOf(written: string, each: RegExp): { value: string; at: number }[] {
  return [...written.matchAll(each)].map((match) => {
    const value = match[1] ?? match[0];
    return { value, at: match.index + match[0].indexOf(value) };
  });
}

/** The definitions that `patterns` find in `text`, in order of their place. */
export function findDefinitions(text: string, patterns: readonly DefinitionPattern[]): readonly Definition[] {
  const found = patterns
    .filter(({ mark = '' }) => text.includes(mark))
    .flatMap((pattern) =>
      [...text.matchAll(pattern.pattern)].map((match) => definitionOf(text, match, pattern)),
    );
  return found.sort((a, b) => a.start - b.start);
}

function definitionOf(text: string, match: RegExpExecArray, { kind, runsOn }: DefinitionPattern): Definition {
  const [start = 0, end = 0] = match.indices?.groups?.label ?? [];
  const [from, to] = match.indices?.groups?.body ?? [match.index, match.index];
  const last = runsOn === 'indented' ? endOfIndented(text, to) : to;
  return {
    kind,
    label: match.groups?.label ?? '',
    labelSpan: { start, end },
    body: text.slice(from, last).replace(/\s+/gu, ' ').trim(),
    start: match.index,
    end: Math.max(last, match.index + match[0].length),
    isCited: runsOn === 'in-text',
  };
}

/** The end of the last indented line below the one that ends at `from`; blank lines may stand in between. */
function endOfIndented(text: string, from: number): number {
  let end = from;
  for (let at = from; at < text.length; ) {
    const next = text.indexOf('\n', at + 1);
    const line = text.slice(at + 1, next < 0 ? text.length : next);
    if (line.trim() !== '') {
      if (!/^[ \t]/u.test(line)) break;
      end = at + 1 + line.trimEnd().length;
    }
    at = next < 0 ? text.length : next;
  }
  return end;
}
