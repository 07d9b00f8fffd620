/** The alignment of words, against a plain reference and by what its steps must add up to. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { align, type QueryWord } from '../../../server/src/match/align.ts';
import { alignLong, LONGEST_PIECE } from '../../../server/src/match/alignLong.ts';

function words(text: string): QueryWord[] {
  let afterEllipsis = false;
  return text.split(' ').flatMap((word) => {
    if (word === '…') {
      afterEllipsis = true;
      return [];
    }
    const one = { key: word.replace(/[[\]]/g, ''), afterEllipsis, bracketed: word.startsWith('[') };
    afterEllipsis = false;
    return [one];
  });
}

function shown(query: string, target: string): string {
  const own = words(query);
  const theirs = target.split(' ');
  return align(own, theirs)
    .steps.map((step) => {
      const left = own[step.query]?.key ?? '';
      const right = theirs[step.target] ?? '';
      return { match: left, change: `${right}→${left}`, insert: `+${left}`, delete: `-${right}` }[step.kind];
    })
    .join(' ');
}

describe('shows', () => {
  for (const [name, query, target, expected] of [
    ['equal words inside a text', 'the ferry left', 'then the ferry left again', 'the ferry left'],
    ['one changed word', 'the boat left', 'then the ferry left again', 'the ferry→boat left'],
    [
      'a changed last word',
      'we want them to stay',
      'and we want them to leave soon',
      'we want them to leave→stay',
    ],
    ['a changed first word', 'some crews left early', 'all crews left early', 'all→some crews left early'],
    ['a word left out', 'the crew not left', 'the crew has not left', 'the crew -has not left'],
    ['a word put in', 'the crew has never left', 'the crew has left', 'the crew has +never left'],
    [
      'an ellipsis over many words',
      'the crew … at noon',
      'the crew of the old grey ferry went ashore at noon',
      'the crew -of -the -old -grey -ferry -went -ashore at noon',
    ],
    ['a bracket for several words', 'he [Varga] left', 'he and all left', 'he -and all→Varga left'],
  ] as const) {
    test(name, () => assert.equal(shown(query, target), expected));
  }
});

/** Scores as documented in align.ts, for the reference. */
const SCORES = { match: 2, change: -0.9, insert: -1, first: -3, next: -0.2 };

/** The best score of aligning all of `query` with a stretch of `target`, by trying every way; exponential. */
function best(query: readonly string[], target: readonly string[]): number {
  const from = (i: number, j: number, gap: boolean): number => {
    if (i === query.length) return 0;
    let score = SCORES.insert + from(i + 1, j, false);
    if (j < target.length) {
      const pair = query[i] === target[j] ? SCORES.match : SCORES.change;
      score = Math.max(score, pair + from(i + 1, j + 1, false));
      if (i > 0) score = Math.max(score, (gap ? SCORES.next : SCORES.first) + from(i, j + 1, true));
    }
    return score;
  };
  return Math.max(...Array.from({ length: target.length + 1 }, (_, start) => from(0, start, false)));
}

const letters = (maxLength: number) => fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength });
const plain = (keys: readonly string[]): QueryWord[] =>
  keys.map((key) => ({ key, afterEllipsis: false, bracketed: false }));

test('no way of aligning scores better', () => {
  fc.assert(
    fc.property(letters(5), letters(6), (query, target) => {
      assert.ok(Math.abs(align(plain(query), target).score - best(query, target)) < 1e-3);
    }),
    { numRuns: 300 },
  );
});

test('steps take every word of the quote once and those of the article in order', () => {
  fc.assert(
    fc.property(letters(30), letters(60), (query, target) => {
      const { steps, matches } = align(plain(query), target);
      assert.deepEqual(
        steps.filter((step) => step.query >= 0).map((step) => step.query),
        query.map((_, index) => index),
      );
      const targets = steps.filter((step) => step.target >= 0).map((step) => step.target);
      for (const [index, at] of targets.entries()) assert.equal(at, (targets[0] ?? 0) + index);
      assert.equal(matches, steps.filter((step) => step.kind === 'match').length);
      for (const step of steps) {
        if (step.kind === 'match') assert.equal(query[step.query], target[step.target]);
      }
    }),
  );
});

test('a long quote aligns as a short one does', () => {
  const target = Array.from({ length: 5 * LONGEST_PIECE }, (_, index) => `w${(index * 7919) % 1009}`);
  const query = target.slice(30, 30 + 3 * LONGEST_PIECE);
  query[400] = 'other';
  query.splice(500, 3);
  const { steps } = alignLong(plain(query), target);
  const kinds = steps.filter((step) => step.kind !== 'match').map((step) => step.kind);
  assert.deepEqual(kinds, ['change', 'delete', 'delete', 'delete']);
  assert.equal(steps.length, query.length + 3);
});

describe('a long quote', () => {
  const target = Array.from({ length: 10 * LONGEST_PIECE }, (_, index) => `w${(index * 7919) % 1009}`);

  test('that stands word for word is all matches', () => {
    const { steps, matches } = alignLong(plain(target), target);
    assert.equal(matches, target.length);
    assert.ok(steps.every((step, index) => step.query === index && step.target === index));
  });

  test('changed at every tenth word has those changes and no others', () => {
    const query = target.map((word, index) => (index % 10 === 9 ? 'other' : word));
    const { steps } = alignLong(plain(query), target);
    const changed = steps.filter((step) => step.kind !== 'match');
    assert.deepEqual([...new Set(changed.map((step) => step.kind))], ['change']);
    assert.equal(changed.length, query.length / 10);
  });

  test('with a sentence left out after a long run has it left out there', () => {
    const query = target.toSpliced(1_000, 20);
    const { steps } = alignLong(plain(query), target);
    const left = steps.filter((step) => step.kind !== 'match');
    assert.deepEqual([...new Set(left.map((step) => step.kind))], ['delete']);
    assert.deepEqual([left.length, left[0]?.target], [20, 1_000]);
  });

  test('that begins as another text is given up', () => {
    const query = target.map((word, index) => (index < 5 * LONGEST_PIECE ? `x${word}` : word));
    const { steps, matches } = alignLong(plain(query), target);
    assert.equal(matches, 0);
    assert.equal(steps.length, query.length);
  });
});
