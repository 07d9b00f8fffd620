/** Sections: how headings nest, what stands under which, and how claims are counted. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countSections, headingTitle, sectionAt, sectionsOf } from '../../../server/src/lsp/sections.ts';

/** Headings of the given levels, ten units apart, the first at 10. */
function headings(...levels: number[]) {
  return levels.map((level, index) => ({ level, start: 10 + index * 10, end: 15 + index * 10 }));
}

describe('sections', () => {
  it('hold those of lower levels up to the next of their own, levels passed over or not', () => {
    const sections = sectionsOf(headings(1, 3, 2, 2, 1), 100);
    assert.deepEqual(
      sections.map(({ start, end, parent }) => [start, end, parent]),
      [
        [10, 50, null],
        [20, 30, 0],
        [30, 40, 0],
        [40, 50, 0],
        [50, 100, null],
      ],
    );
  });

  it('may begin with a low level', () => {
    assert.deepEqual(
      sectionsOf(headings(3, 2, 3), 50).map(({ parent }) => parent),
      [null, null, 1],
    );
  });

  it('count what stands in them and in their subsections; text before the first heading is in none', () => {
    const sections = sectionsOf(headings(1, 2, 1), 50);
    const claims = [5, 12, 16, 25, 35].map((start) => ({ start, isSupported: start !== 25 }));
    assert.deepEqual(
      claims.map(({ start }) => sectionAt(sections, start)),
      [null, 0, 0, 1, 2],
    );
    assert.deepEqual(countSections(sections, claims), [
      { claims: 3, supported: 2 },
      { claims: 1, supported: 0 },
      { claims: 1, supported: 1 },
    ]);
  });

  it('have a title on one line', () => {
    const text = '\nTwo\n lines\n\n';
    assert.equal(headingTitle(text, { level: 1, start: 1, end: 12 }), 'Two lines');
    assert.equal(headingTitle(text, { level: 1, start: 12, end: 13 }), '(untitled)');
  });
});
