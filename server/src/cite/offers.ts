/** Offers: the sources that a citation which is being typed may name, and what naming one needs besides. */

import type { Edit } from '../check/finding.ts';
import type { Draft } from '../draft/draft.ts';
import { type Bibliography, referencesOf } from './bibliography/bibliography.ts';
import type { CitationPrefix } from './citationPrefix.ts';
import { createNames } from './names.ts';
import { notationOf } from './notation/notations.ts';
import { definitionsOf } from './plan.ts';
import { isSameWork, type Reference } from './reference.ts';
import type { ResolvedDraft } from './resolve.ts';
import type { CitedSource } from './source.ts';

/** One source under its label or key. */
export interface Offer {
  readonly name: string;
  /** The article, where the corpus has it. */
  readonly source: CitedSource | null;
  /** What the draft or its bibliography says of it, where it has it already. */
  readonly known: Reference | { readonly note: string } | null;
  /** Edits of the draft that define a new name. */
  readonly edits: readonly Edit[];
  /** Whether the name must be added to a bibliography file. */
  readonly isForFile: boolean;
}

/**
 * The offers for a label or key: `sources` in their order, then what the draft can cite already and no source is. Names
 * of new sources do not depend on each other, since only one is taken.
 */
export function offersFor(
  draft: Draft,
  resolved: ResolvedDraft,
  bibliography: Bibliography,
  prefix: CitationPrefix,
  sources: readonly CitedSource[],
): readonly Offer[] {
  const style = prefix.kind === 'note' ? 'footnote' : 'citekey';
  const notation = notationOf(draft, resolved, style, null);
  if (notation === null) return [];
  const own = sources.map((source): Offer => {
    // What is typed itself is no name that is taken.
    const others = resolved.citations.filter(({ citation }) => citation.start !== prefix.start);
    const names = createNames(draft, { ...resolved, citations: others }, bibliography, notation);
    const mark = names.mark(source);
    const known = referencesOf(bibliography).find(({ key }) => key === mark.name) ?? null;
    if (!mark.isFirst) return { name: mark.name, source, known, edits: [], isForFile: false };
    const edits = definitionsOf(draft, names.added, notation, bibliography);
    return { name: mark.name, source, known, edits: edits ?? [], isForFile: edits === null };
  });
  return [...own, ...others(resolved, bibliography, prefix, sources, own)];
}

function others(
  { definitions }: ResolvedDraft,
  bibliography: Bibliography,
  prefix: CitationPrefix,
  sources: readonly CitedSource[],
  own: readonly Offer[],
): readonly Offer[] {
  const taken = new Set(own.map(({ name }) => name));
  const notes = definitions
    .filter(({ definition }) => definition.kind === prefix.kind && !taken.has(definition.label))
    .map(({ definition }) => ({ name: definition.label, known: { note: definition.body } }));
  const entries = prefix.kind === 'note' ? [] : referencesOf(bibliography);
  const references = entries
    .filter((entry) => !taken.has(entry.key) && !sources.some((source) => isSameWork(entry, source)))
    .map((reference) => ({ name: reference.key, known: reference }));
  return [...notes, ...references].map((each) => ({ ...each, source: null, edits: [], isForFile: false }));
}
