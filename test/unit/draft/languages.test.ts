/** What holds of a draft in every language, whatever is written in it, and how long reading it may take. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { analyseDraft } from '../../../server/src/draft/analyse.ts';
import type { Draft, DraftLanguage } from '../../../server/src/draft/draft.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { readingOf } from '../../../server/src/draft/reading.ts';
import { contains, type Span } from '../../../server/src/text/span.ts';
import { MARKS } from './languages.ts';

const WORDS = [
  'They counted 750 people',
  ' and ',
  '12',
  '5,000',
  ' “we will” ',
  '. ',
  '\n',
  '\n\n',
  '  ',
  '\r\n',
  '\t',
  "'s",
];

/** Milliseconds that no text here comes near; what takes time with the square of its length takes minutes. */
const LONGEST_READING = 20_000;

function drafts(marks: readonly string[]): fc.Arbitrary<string> {
  const part = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...marks) },
    { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  );
  return fc.array(part, { maxLength: 40 }).map((parts) => parts.join(''));
}

/** Throws unless the spans are in order, apart, and within the text. */
function assertOrdered(text: string, spans: readonly Span[], what: string): void {
  let at = 0;
  for (const { start, end } of spans) {
    assert.ok(at <= start && start <= end && end <= text.length, `${what} ${start}-${end} after ${at}`);
    at = end;
  }
}

function assertSound(draft: Draft): void {
  const { text, blocks, headings, comments, replacements } = draft;
  assertOrdered(text, blocks, 'block');
  assertOrdered(text, headings, 'heading');
  assertOrdered(text, comments, 'comment');
  assertOrdered(text, replacements, 'replacement');
  for (const block of blocks) {
    assertOrdered(text, block.holes, 'hole');
    assert.ok(block.end > block.start, 'a block without words');
  }
  for (const replacement of replacements) {
    const block = blocks.find((each) => contains(each, replacement));
    assert.ok(
      block?.holes.some((hole) => contains(hole, replacement)),
      `loose replacement ${replacement.start}`,
    );
  }
}

/** Every word of the reading is found in the draft: as it stands, or where something else is written for it. */
function assertReadable(draft: Draft): void {
  const reading = readingOf(draft);
  const read = reading?.draft ?? draft;
  assertOrdered(read.text, read.blocks, 'block of the reading');
  for (const { sentence } of analyseDraft(read)) {
    const places = sentence.tokens.map((token) => reading?.toSource(token) ?? token);
    assertOrdered(draft.text, places, 'token');
    for (const [index, place] of places.entries()) {
      const written = draft.text.slice(place.start, place.end);
      const token = sentence.tokens[index]?.text;
      const isReplaced = draft.replacements.some((each) => each.start < place.end && each.end > place.start);
      assert.ok(written === token || isReplaced, `${written} for ${token}`);
    }
  }
}

/** Texts that once gave a block that ended before it began: a row of a table with nothing but an escape. */
const FOUND_BEFORE: [string][] = [['== ==\n    \\']];

for (const [language, marks] of MARKS) {
  suite(language, () => {
    test('any text gives blocks, headings and comments that lie in it in order', () => {
      fc.assert(
        fc.property(drafts(marks), (text) => {
          const draft = readDraft('draft', language, text);
          assert.equal(draft.language, language);
          assertSound(draft);
          assertReadable(draft);
        }),
        { numRuns: Number(process.env.FUZZ_RUNS ?? 300), examples: FOUND_BEFORE },
      );
    });

    test('reading takes time in proportion to the text', () => {
      for (const mark of marks) assertReadAtLength(language, mark, 100_000);
      assertReadAtLength(language, `${marks.join(' 12 ')}\n`, 1_000_000);
    });
  });
}

function assertReadAtLength(language: DraftLanguage, part: string, length: number): void {
  const text = part.repeat(Math.ceil(length / part.length));
  const started = performance.now();
  const draft = readDraft('draft', language, text);
  const ms = performance.now() - started;
  assert.ok(ms < LONGEST_READING, `${ms.toFixed(0)} ms for ${JSON.stringify(part.slice(0, 20))}`);
  assertOrdered(draft.text, draft.blocks, 'block');
}
