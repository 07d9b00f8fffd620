/** Tests that a sentence read by itself has the tokens that it has among the others, in any text. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Stretch, splitSentences, tokensOfSentence } from '../../../server/src/text/sentences.ts';

/** Pieces on whose neighbours the reading of a token depends. */
const PIECES = [
  ...['U.S', 'a.m.', 'J.F.K', 'Mr. Lee', 'it’s', 'dogs’', '’s', "'", '“', '”', '’', '(', ')', '[', ']'],
  ...['.', '...', '…', '!', '?', '.5', '5,000', '2.1', '82nd', ',000', ' ', '\n', '\n\n', '\n- ', '-', '—'],
  ...['said', 'Embassy', 'I', 'é', 'ﬁ', '😀', '\u00ad', '\u200b', '́', '漢字', 'A.B', 'www.a.org/b'],
];

const textOf = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), { maxLength: 60 })
  .map((pieces) => pieces.join(''));

/** The whole of a text as stretches and holes, cut at the given shares of its length. */
function stretchesOf(text: string, cuts: readonly number[]): Stretch[] {
  const at = [...new Set(cuts.map((share) => Math.floor(share * text.length)))].sort((a, b) => a - b);
  const edges = [0, ...at.filter((edge) => edge > 0 && edge < text.length), text.length];
  const spans = edges.slice(1).map((end, index) => ({ start: edges[index] ?? 0, end }));
  const stretches: Stretch[] = [];
  for (let index = 0; index < spans.length; index += 3) {
    const [first, hole, last] = spans.slice(index, index + 3);
    if (first === undefined) break;
    stretches.push({ start: first.start, end: (last ?? first).end, holes: hole && last ? [hole] : [] });
  }
  return stretches;
}

test('a sentence read by itself has the tokens that it has among the others', () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
  fc.assert(
    fc.property(textOf, shares, (text, cuts) => {
      const stretches = stretchesOf(text, cuts);
      for (const sentence of splitSentences(text, stretches)) {
        assert.deepEqual(tokensOfSentence(text, stretches, sentence), sentence.tokens);
      }
    }),
    { numRuns: 2_000 },
  );
});
