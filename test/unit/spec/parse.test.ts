/** The reader of specifications: what it takes from a file, and the mistakes that it does not let pass. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseSpec, SpecError } from '../../spec/parse.ts';

const FENCE = '```';

/** A specification of one case with the given draft block. */
function withDraft(draft: string, info = ''): string {
  return `${FENCE}article name=a.txt outlet="Gulf Wire" date=2020-01-01\nSome 750 came.\n${FENCE}\n\n${FENCE}draft${info}\n${draft}\n${FENCE}\n`;
}

test('headings start cases; articles come with their attributes; other blocks are prose', () => {
  const source = `# All\n\nText.\n\n${FENCE}js\n1\n${FENCE}\n\n## One *case*\n\n${withDraft('A')}\n### Two\n\n${withDraft('B', ' language=plaintext')}`;
  const cases = parseSpec(source, 'none');
  assert.deepEqual(
    cases.map(({ name, draft }) => [name, draft.text, draft.language]),
    [
      ['One *case*', 'A\n', 'markdown'],
      ['Two', 'B\n', 'plaintext'],
    ],
  );
  const [article] = cases[0]?.articles ?? [];
  assert.equal(article?.text, 'Some 750 came.');
  assert.deepEqual(Object.fromEntries(article?.attributes ?? []), {
    name: 'a.txt',
    outlet: 'Gulf Wire',
    date: '2020-01-01',
  });
});

test('a case before any heading has the title', () => {
  assert.deepEqual(
    parseSpec(withDraft('A'), 'example').map(({ name }) => name),
    ['example'],
  );
});

test('assertion lines leave the draft and point at the line above', () => {
  const source = withDraft(
    'Some 850 came.\n     ^^^ figure-mismatch "a \\"b\\"" => "750"\n     ~~~ refuted\nOthers 12 left.\n       ^^ no-claim',
  );
  const [spec] = parseSpec(source, 'x');
  assert.equal(spec?.draft.text, 'Some 850 came.\nOthers 12 left.\n');
  assert.deepEqual(spec.draft.sourceLines, [6, 9]);
  assert.deepEqual(spec.draft.expectations, [
    { start: 5, end: 8, match: 'exact', label: 'figure-mismatch', says: 'a "b"', fix: '750', line: 7 },
    { start: 5, end: 8, match: 'overlap', label: 'refuted', says: null, fix: null, line: 8 },
    { start: 22, end: 24, match: 'exact', label: 'no-claim', says: null, fix: null, line: 10 },
  ]);
});

suite('mistakes', () => {
  const mistakes: Readonly<Record<string, string>> = {
    'a mark beyond the line above': withDraft('Some\n      ^^^ refuted'),
    'a mark without a label': withDraft('Some 850 came.\n     ^^^'),
    'a quotation mark that is not closed': withDraft('Some 850 came.\n     ^^^ refuted "about'),
    'words that are no attribute': withDraft('A', ' plaintext'),
    'an unknown language': withDraft('A', ' language=troff'),
    'a draft without articles': `${FENCE}draft\nA\n${FENCE}\n`,
    'an article without a draft': `${FENCE}article\nA\n${FENCE}\n`,
    'two drafts': `${withDraft('A')}\n${withDraft('B')}`,
  };
  for (const [name, source] of Object.entries(mistakes)) {
    test(name, () => assert.throws(() => parseSpec(source, 'x'), SpecError));
  }
});
