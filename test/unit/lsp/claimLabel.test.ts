/** Labels of claims: short, on one line, with the claim where the mark says. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { claimLabel } from '../../../server/src/lsp/claimLabel.ts';

function labelOf(text: string, words: string) {
  const start = text.indexOf(words);
  return claimLabel(text, { start: 0, end: text.length }, { start, end: start + words.length });
}

describe('the label of a claim', () => {
  it('is the sentence, where that is short', () => {
    const { text, mark } = labelOf('The sea took 62\nhouses.', '62');
    assert.equal(text, 'The sea took 62 houses.');
    assert.equal(text.slice(mark.start, mark.end), '62');
  });

  it('begins a few words before a claim that stands further on, and ends at a word', () => {
    const sentence = `After a night of storms the council said it would send 750 volunteers ${'and more '.repeat(20)}.`;
    const { text, mark } = labelOf(sentence, '750');
    assert.ok(text.startsWith('…it would send 750 volunteers and'), text);
    assert.ok(text.endsWith(' more…') || text.endsWith(' and…'), text);
    assert.equal(text.slice(mark.start, mark.end), '750');
  });

  it('never turns the direction of a line around', () => {
    const { text } = labelOf('It took \u202e62\u2066 houses\u0007.', '62');
    assert.doesNotMatch(text, /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });

  it('marks the claim in any sentence, or as much of it as is shown', () => {
    const spans = fc.tuple(fc.string(), fc.string({ minLength: 1 }), fc.string());
    fc.assert(
      fc.property(spans, ([before, words, after]) => {
        const text = before + words + after;
        const claim = { start: before.length, end: before.length + words.length };
        const label = claimLabel(text, { start: 0, end: text.length }, claim);
        const shown = label.text.slice(label.mark.start, label.mark.end);
        assert.ok(shown.length > 0 && words.replace(/[\s\p{Cc}]/gu, ' ').startsWith(shown));
        assert.ok(label.text.length <= 92);
      }),
    );
  });
});
