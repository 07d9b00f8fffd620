/** The analysis of a draft: block by block and from memory it is what the whole text gives at once. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AnalysedSentence } from '../../../server/src/corpus/index/corpusIndex.ts';
import { analyseDraft, createAnalysisMemory, type DraftSentence } from '../../../server/src/draft/analyse.ts';
import type { Draft } from '../../../server/src/draft/draft.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { findQuantities } from '../../../server/src/quantity/findQuantities.ts';
import { splitSentences } from '../../../server/src/text/sentences.ts';
import { termsOf } from '../../../server/src/text/terms.ts';
import { draftOf } from '../../bench/generate.ts';
import { applied, draftText, edit } from './edits.ts';

const languages = ['markdown', 'plaintext'] as const;

/** The analysis by its definition: sentences of the whole text, each with its terms and quantities. */
function atOnce({ text, blocks, published }: Draft): AnalysedSentence[] {
  return splitSentences(text, blocks).map((sentence) => ({
    sentence,
    terms: termsOf(sentence),
    quantities: findQuantities(sentence.tokens, text, published),
  }));
}

/** As plain objects, without the numbers of the contents. */
function plain(sentences: readonly DraftSentence[]): AnalysedSentence[] {
  return sentences.map(({ sentence: { index, paragraph, start, end, tokens }, terms, quantities }) => ({
    sentence: { index, paragraph, start, end, tokens },
    terms,
    quantities,
  }));
}

test('is that of the whole text, after any edits, with and without memory', () => {
  fc.assert(
    fc.property(
      draftText,
      fc.array(edit, { maxLength: 6 }),
      fc.constantFrom(...languages),
      (start, edits, language) => {
        const memory = createAnalysisMemory();
        let text = start;
        for (const change of [null, ...edits]) {
          if (change !== null) text = applied(text, change);
          const draft = readDraft('draft.md', language, text);
          const expected = atOnce(draft);
          assert.deepEqual(plain(analyseDraft(draft, memory)), expected);
          assert.deepEqual(plain(analyseDraft(draft)), expected);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('the same number means the same words and quantities', () => {
  fc.assert(
    fc.property(draftText, fc.array(edit, { maxLength: 4 }), (start, edits) => {
      const memory = createAnalysisMemory();
      const seen = new Map<number, string>();
      let text = start;
      for (const change of [null, ...edits]) {
        if (change !== null) text = applied(text, change);
        for (const analysed of analyseDraft(readDraft('draft.md', 'markdown', text), memory)) {
          const words = JSON.stringify([
            analysed.sentence.tokens.map((token) => [token.text, token.start - analysed.sentence.start]),
            analysed.terms,
            analysed.quantities.map((quantity) => ({ ...quantity, start: 0, end: 0, extent: null })),
          ]);
          assert.equal(seen.get(analysed.content) ?? words, words);
          seen.set(analysed.content, words);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('what stands where it stood is the same object', () => {
  const memory = createAnalysisMemory();
  const text = draftOf(1, 4, 400);
  const first = analyseDraft(readDraft('draft.md', 'markdown', text), memory);
  const again = analyseDraft(readDraft('draft.md', 'markdown', text), memory);
  assert.ok(first.length > 20);
  assert.ok(again.every((sentence, index) => sentence === first[index]));
  const longer = analyseDraft(readDraft('draft.md', 'markdown', `${text}\nOne more.`), memory);
  assert.ok(first.every((sentence, index) => sentence === longer[index]));
});

test('an edit changes the number of the sentence it is in and of no other', () => {
  const memory = createAnalysisMemory();
  const text = 'One man came. Two men left the village. Three stayed there.\n\nFour slept.\n';
  const before = analyseDraft(readDraft('draft.md', 'markdown', text), memory).map(({ content }) => content);
  const changed = text.replace('men left', 'young men left');
  const after = analyseDraft(readDraft('draft.md', 'markdown', changed), memory).map(
    ({ content }) => content,
  );
  assert.deepEqual(
    after.map((content, index) => content === before[index]),
    [true, false, true, true],
  );
});
