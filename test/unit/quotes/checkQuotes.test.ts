/** Verdicts on quotes: what must hold whatever the words are. The cases one by one stand in test/spec/quotes.md. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Edit, Finding } from '../../../server/src/check/finding.ts';
import { CHANGES, type Change, change, seeded } from '../../eval/quoteChanges.ts';
import { article, check, corpus } from './article.ts';

const QUOTES: readonly string[] = [
  'We have moved the ferry to the southern pier, and it will not leave before the storm has passed',
  'Nobody told the captains that Meren would close 14 of its piers in March',
  'The crane never lifts more than nine tonnes, whatever Ada Brandt may have said to you',
  'It’s our harbour, and we’ll decide who ties up here and who doesn’t',
];
const ARTICLE = QUOTES.map((quote) => `“${quote},” harbour master Ines Calder said on Monday.`).join('\n\n');
const OTHERS = 'quickly silver Varga lantern seldom Reyes copper window Brandt orchard'.split(' ');
const CORPUS = corpus(
  article(ARTICLE),
  article('The market in Meren opened late. Nobody minded.', 'other.txt'),
);

function apply(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const edit of [...edits].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, edit.start) + edit.newText + result.slice(edit.end);
  }
  return result;
}

async function only(draft: string): Promise<Finding> {
  const findings = await check(draft, CORPUS);
  assert.equal(findings.length, 1, draft);
  const [finding] = findings;
  assert.ok(finding !== undefined);
  return finding;
}

/** The layouts of a quotation with its speaker. */
const LAYOUTS: readonly ((quote: string) => string)[] = [
  (quote) => `Ines Calder said: “${quote}.”`,
  (quote) => `"${quote}," Calder told reporters.`,
  (quote) => {
    const words = quote.split(' ');
    const half = words.length >> 1;
    return `“${words.slice(0, half).join(' ')},” Calder said, “${words.slice(half).join(' ')}.”`;
  },
];

describe('words as they stand in the article', () => {
  for (const [number, layout] of LAYOUTS.entries()) {
    test(`are supported in layout ${number + 1}`, async () => {
      for (const quote of QUOTES) {
        const finding = await only(layout(quote));
        assert.equal(finding.verdict, 'supported', finding.message);
        assert.equal(finding.code, null, finding.message);
        assert.ok(finding.evidence.length > 0);
      }
    });
  }

  test('are supported in part', async () => {
    for (const quote of QUOTES) {
      const finding = await only(`Calder said “${quote.split(' ').slice(2, 9).join(' ')}” on Monday.`);
      assert.equal(finding.verdict, 'supported', finding.message);
    }
  });
});

test('every change of words is found, and its fix restores what the article has', async () => {
  const kinds = CHANGES.filter((kind): kind is Change => kind !== 'elide a negation');
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...QUOTES),
      fc.constantFrom(...kinds),
      fc.constantFrom(...LAYOUTS),
      fc.integer({ min: 1, max: 1e6 }),
      async (quote, kind, layout, seed) => {
        const other = change(quote, kind, OTHERS, seeded(seed));
        if (other === null) return;
        changed += 1;
        const draft = layout(other);
        const finding = await only(draft);
        assert.equal(finding.code, 'quote-altered', `${kind}: ${draft}`);
        const [fix] = finding.fixes;
        assert.ok(fix !== undefined);
        const restored = apply(draft, fix.edits);
        const again = await only(restored);
        assert.equal(again.verdict, 'supported', `${kind}: ${draft}\n${restored}\n${again.message}`);
      },
    ),
    { numRuns: 300, seed: 20200101 },
  );
  assert.ok(changed > 150);
});

test('the diff turns the article’s words into the draft’s', async () => {
  const finding = await only(
    'Calder said: “We have moved the ferry to the old pier, and it will leave before the storm.”',
  );
  assert.deepEqual(
    finding.diff.map((part) => `${part.kind}: ${part.text}`),
    [
      'same: We have moved the ferry to the',
      'deleted: southern',
      'inserted: old',
      'same: pier, and it will',
      'deleted: not',
      'same: leave before the storm',
    ],
  );
});

test('evidence holds the sentence, the words that differ and the line', async () => {
  const finding = await only('“Nobody told the sailors that Meren would close,” Calder said.');
  const [evidence] = finding.evidence;
  assert.ok(evidence !== undefined);
  assert.equal(evidence.line, 3);
  assert.match(evidence.text, /^“Nobody told the captains .* said on Monday\.$/);
  assert.deepEqual(
    evidence.marks.map(({ start, end }) => ARTICLE.slice(start, end)),
    ['captains'],
  );
  assert.equal(evidence.agrees, false);
});

test('the fix keeps the draft’s apostrophes', async () => {
  const draft = `Calder said: "It's our harbour, and we'll decide who ties up here and who can"`;
  const finding = await only(draft);
  const [fix] = finding.fixes;
  assert.ok(fix !== undefined);
  assert.match(apply(draft, fix.edits), /and who doesn't"/);
});

test('what is said stays the same for the same draft and articles', async () => {
  const draft = QUOTES.map((quote) => `“${quote.replace('the', 'a')},” Tom Varga said.`).join('\n\n');
  assert.deepEqual(await check(draft, CORPUS), await check(draft, CORPUS));
});

test('a check that is no longer wanted is given up', async () => {
  const { checkQuotes } = await import('../../../server/src/check/quotes/checkQuotes.ts');
  const { findQuotes } = await import('../../../server/src/claims/quote.ts');
  const { splitSentences } = await import('../../../server/src/text/sentences.ts');
  const draft = '“We have moved the ferry,” Calder said.';
  const block = { kind: 'paragraph' as const, start: 0, end: draft.length, holes: [] };
  const claims = findQuotes(draft, [block], splitSentences(draft, [block]));
  await assert.rejects(
    checkQuotes(
      draft,
      claims,
      CORPUS,
      { severities: {}, today: '2020-01-10' },
      { isCancellationRequested: true },
    ),
    { name: 'CancelledError' },
  );
});
