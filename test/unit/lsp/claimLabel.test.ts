/** Labels of claims: short, on one line, the claim at their beginning. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Claim, QuoteClaim } from '../../../server/src/claims/claim.ts';
import { quantityClaim } from '../../../server/src/claims/quantityClaim.ts';
import { claimLabel } from '../../../server/src/lsp/claimLabel.ts';
import { findQuantities } from '../../../server/src/quantity/findQuantities.ts';
import { splitSentences } from '../../../server/src/text/sentences.ts';

/** The claim of the first figure or date of `text`. */
function figureIn(text: string): Claim {
  for (const sentence of splitSentences(text, [{ start: 0, end: text.length }])) {
    const [quantity] = findQuantities(sentence.tokens, text, null);
    if (quantity !== undefined) return quantityClaim(text, { sentence, terms: [], quantities: [] }, quantity);
  }
  return assert.fail('the text has a figure');
}

function quoteOf(text: string, start: number, end: number): QuoteClaim {
  const sentence = { start: 0, end: text.length, index: 0, paragraph: 0, tokens: [] };
  const words = text.slice(start, end);
  return { kind: 'quote', start, end, text: words, sentence, parts: [{ start, end }], attribution: null };
}

describe('the label of a claim', () => {
  it('is a figure with its bound and the words that follow', () => {
    const text = 'The blast killed at least 55\nfighters and wounded many.';
    assert.equal(claimLabel(text, figureIn(text), 80), 'at least 55 fighters and wounded many');
    assert.equal(claimLabel(text, figureIn(text), 24), 'at least 55 fighters and…');
  });

  it('is a quotation in quotation marks, cut at a word', () => {
    const text = 'He said: "We lost sixty houses in a single night."';
    assert.equal(claimLabel(text, quoteOf(text, 10, 49), 80), '“We lost sixty houses in a single night”');
    assert.equal(claimLabel(text, quoteOf(text, 10, 49), 20), '“We lost sixty houses…”');
  });

  it('never turns the direction of a line around, and is never long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const label = claimLabel(text, quoteOf(text, 0, text.length), 30);
        assert.doesNotMatch(label, /[\p{Cc}\u2028\u202a-\u202e\u2066-\u2069]/u);
        assert.ok(label.length <= 33);
      }),
    );
  });
});
