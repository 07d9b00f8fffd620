/** Names of what is cited: the label or key that a source has in a draft, or a new one that nothing else has. */

import type { Draft } from '../draft/draft.ts';
import { type Bibliography, referencesOf } from './bibliography/bibliography.ts';
import type { Definition } from './citation.ts';
import { citationKey } from './key.ts';
import type { Mark, Notation } from './notation/notation.ts';
import { locatorText, locatorTextIn } from './notation/parts.ts';
import { isSameWork } from './reference.ts';
import type { ResolvedDraft } from './resolve.ts';
import type { CitedSource, Locator } from './source.ts';

/** Gives names while citations are planned, in the order in which they are asked for. */
export interface Names {
  /** The source under its name. The same source, in notes at the same page, has the same name each time. */
  mark(source: CitedSource): Mark;
  /** The sources that the draft had no note or entry of, in the order in which they were met. */
  readonly added: readonly Mark[];
  /** The note that the draft had of a source, at its page or for all of it. */
  definitionOf(source: CitedSource): Definition | null;
}

export function createNames(
  draft: Draft,
  resolved: ResolvedDraft,
  bibliography: Bibliography,
  { naming }: Notation,
): Names {
  const given = new Map<string, string>();
  const added: Mark[] = [];
  const taken = new Set([
    ...referencesOf(bibliography).map(({ key }) => key),
    ...resolved.definitions.map(({ definition }) => definition.label),
    ...resolved.citations.map(({ citation }) => citation.value),
  ]);
  const definitionOf = ({ id, locator }: CitedSource): Definition | null => {
    const kind = naming.kind === 'note' ? 'note' : 'key';
    const own = resolved.definitions
      .filter(({ definition, articles }) => definition.kind === kind && articles.includes(id))
      .map(({ definition }) => definition);
    return kind === 'note' ? noteAt(own, locator) : (own[0] ?? null);
  };
  /** A note says its page, so that each page of a source has one of its own. */
  const identityOf = ({ id, locator }: CitedSource): string =>
    naming.kind === 'note' && locator !== null ? `${id}\n${locatorText(locator)}` : id;
  const known = (source: CitedSource): string | null => {
    const own = definitionOf(source)?.label ?? null;
    if (own !== null || naming.kind !== 'entry') return own;
    return referencesOf(bibliography).find((reference) => isSameWork(reference, source))?.key ?? null;
  };
  const freshName = (source: CitedSource): string => {
    if (naming.kind === 'entry') return citationKey(source, taken);
    if (naming.kind === 'note' && isMarkdown(draft)) return nextNumber(draft.text, taken);
    return naming.kind === 'note' ? freshLabel(source, taken, naming.label) : '';
  };
  return {
    added,
    definitionOf,
    mark(source) {
      if (naming.kind === 'none') return { source, name: '', isFirst: false };
      const name = given.get(identityOf(source)) ?? known(source);
      if (name !== null) {
        given.set(identityOf(source), name);
        return { source, name, isFirst: false };
      }
      const fresh = { source, name: freshName(source), isFirst: true };
      taken.add(fresh.name);
      given.set(identityOf(source), fresh.name);
      added.push(fresh);
      return fresh;
    },
  };
}

/** Of the notes of a source the one that says this place, else one that says none, which stands for all of it. */
function noteAt(notes: readonly Definition[], locator: Locator | null): Definition | null {
  const saying = (place: string | null): Definition | undefined =>
    notes.find(({ body }) => locatorTextIn(body) === place);
  if (locator === null) return saying(null) ?? notes[0] ?? null;
  return saying(locatorText(locator)) ?? saying(null) ?? null;
}

function isMarkdown({ language }: Draft): boolean {
  return language === 'markdown' || language === 'quarto' || language === 'mdx';
}

/** One more than the highest number in use. Every reference counts, defined or not, so that none is caught by accident. */
function nextNumber(text: string, taken: ReadonlySet<string>): string {
  const written = [...text.matchAll(/\[\^(\d{1,9})\]/gu)].map(([, digits]) => Number(digits));
  const given = [...taken].filter((label) => /^\d{1,9}$/u.test(label)).map(Number);
  return String([...written, ...given].reduce((most, number) => Math.max(most, number), 0) + 1);
}

/** Labels begin with a mark of their kind, so a key is taken when the label made from it is. */
function freshLabel(source: CitedSource, taken: ReadonlySet<string>, label: (key: string) => string): string {
  const mark = label('');
  const keys = [...taken].map((name) => (name.startsWith(mark) ? name.slice(mark.length) : name));
  return label(citationKey(source, keys));
}
