/** Sections: which heading of a draft each claim stands under, and how many claims of a section are supported. */

import type { Heading } from '../draft/draft.ts';
import type { Span } from '../text/span.ts';
import { lastStartingBefore } from '../text/span.ts';

/** A heading and what stands below it up to the next heading of its level or of one above, subsections included. */
export interface Section extends Span {
  readonly heading: Heading;
  /** Index of the section that this one lies in; null for an outermost one. */
  readonly parent: number | null;
}

/** The sections of a text of `length` UTF-16 units. `headings` are in order; so are the sections, one each. */
export function sectionsOf(headings: readonly Heading[], length: number): readonly Section[] {
  const open: number[] = [];
  const ends = headings.map(() => length);
  const parents = headings.map((heading, index) => {
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      if ((headings[last]?.level ?? 0) < heading.level) break;
      ends[last] = heading.start;
      open.pop();
    }
    const parent = open.at(-1) ?? null;
    open.push(index);
    return parent;
  });
  return headings.map((heading, index) => ({
    heading,
    start: heading.start,
    end: ends[index] ?? length,
    parent: parents[index] ?? null,
  }));
}

/** Index of the innermost section that holds `offset`; null before the first heading. A heading is in its section. */
export function sectionAt(sections: readonly Section[], offset: number): number | null {
  const index = lastStartingBefore(sections, offset);
  return index === -1 ? null : index;
}

/** Counts of a section and all that lies in it. */
export interface SectionCounts {
  readonly claims: number;
  readonly supported: number;
}

/** One of `sections` after the other: how many of `claims` (where they start, and whether supported) it holds. */
export function countSections(
  sections: readonly Section[],
  claims: readonly { readonly start: number; readonly isSupported: boolean }[],
): readonly SectionCounts[] {
  const counts = sections.map(() => ({ claims: 0, supported: 0 }));
  for (const { start, isSupported } of claims) {
    for (const index of around(sections, start)) {
      const count = counts[index];
      if (count === undefined) continue;
      count.claims += 1;
      if (isSupported) count.supported += 1;
    }
  }
  return counts;
}

/** Indices of the sections that hold `offset`, the innermost first. */
function* around(sections: readonly Section[], offset: number): Generator<number> {
  let index = sectionAt(sections, offset);
  while (index !== null) {
    yield index;
    index = sections[index]?.parent ?? null;
  }
}

/** The words of a heading on one line; `(untitled)` where it has none. */
export function headingTitle(text: string, heading: Heading): string {
  const title = text.slice(heading.start, heading.end).replace(/\s+/gu, ' ').trim();
  return title === '' ? '(untitled)' : title;
}
