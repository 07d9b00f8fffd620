/** Hostile input: text made to be slow. Each case takes well under a second when time is linear, and hours when not. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findAttributions } from '../../../server/src/claims/attribution.ts';
import { findQuotes } from '../../../server/src/claims/quote.ts';
import { splitSentences } from '../../../server/src/text/sentences.ts';
import { article, check, corpus } from './article.ts';

/** Milliseconds that no case comes near on a slow machine; twice the input with squared time would pass it by far. */
const LIMIT = 20_000;
const SIZE = 1_000_000;

async function within(work: () => unknown): Promise<void> {
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  assert.ok(ms < LIMIT, `${ms.toFixed(0)} ms`);
}

describe('a megabyte of', () => {
  for (const unit of [
    '"',
    '“',
    '”',
    "'",
    '‘a',
    '„',
    '« ',
    ' "a',
    '"a" ',
    '“a” ',
    "a's ",
    '"a," Bob Lee said, ',
    '"a," he said. ',
    '“a” he told Bob Lee and Ann Poe, ',
  ]) {
    test(`${JSON.stringify(unit)} is read`, () =>
      within(() => {
        const text = unit.repeat(Math.floor(SIZE / unit.length));
        const block = { kind: 'paragraph' as const, start: 0, end: text.length, holes: [] };
        const sentences = splitSentences(text, [block]);
        const quotes = findQuotes(text, [block], sentences);
        findAttributions(text, sentences, quotes);
      }));
  }
});

describe('a quote of 50,000 words', () => {
  const words = Array.from({ length: 50_000 }, (_, index) => `w${((index * 7919) % 3001).toString(36)}`);
  const source = corpus(article(`“${words.join(' ')},” Bob Lee said.`));

  test('is found', () =>
    within(async () => {
      const [finding] = await check(`“${words.join(' ')},” Bob Lee said.`, source);
      assert.equal(finding?.verdict, 'supported');
    }));

  test('is found altered by one word near its end', () =>
    within(async () => {
      const changed = words.with(49_000, 'another');
      const [finding] = await check(`“${changed.join(' ')},” Bob Lee said.`, source);
      assert.equal(finding?.code, 'quote-altered');
      assert.equal(finding.diff.filter((part) => part.text === 'another').length, 1);
    }));

  test('of words that no article has is not found', () =>
    within(async () => {
      const [finding] = await check(`“${words.map((word) => `x${word}`).join(' ')},” Bob Lee said.`, source);
      assert.equal(finding?.code, 'quote-not-found');
    }));
});

test('twenty thousand quotes are checked', () =>
  within(async () => {
    const findings = await check(
      '"a ferry" '.repeat(20_000),
      corpus(article('“A ferry left,” Bob Lee said.')),
    );
    assert.equal(findings.length, 20_000);
  }));
