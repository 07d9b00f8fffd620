/** The report for people: what it shows, its colours, and that no article can write to the terminal. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { type PrettyStyle, prettyReport } from '../../../server/src/report/pretty.ts';
import { sampleReport } from './sampleReport.ts';

const STYLE: PrettyStyle = { colour: 'off', width: 80, shownPath: (path) => path.replace('/desk/', '') };

const EXPECTED = `draft.md:3:17 warning figure-mismatch
  Gulf Wire (1 January 2020) says about 750, not 850.
  3 │ Washington sent 850 soldiers; 25 people died.
    │                 ^^^
  Gulf Wire, 1 January 2020: Troops leave
  corpus/wire.txt:2
    │ The Pentagon sent about 750 soldiers.
    │                   ^^^^^^^^^
  fix: Change to 750

2 claims: 1 supported, 1 refuted; checked against 4 articles
1 file could not be read:
  corpus/a.pdf: encrypted
`;

test('each finding with the line, the passage and the fix, then one line that sums up', () => {
  assert.equal(prettyReport(sampleReport(), STYLE), EXPECTED);
});

test('colours change nothing but the colours', () => {
  const coloured = prettyReport(sampleReport(), { ...STYLE, colour: 'on' });
  assert.notEqual(coloured, EXPECTED);
  assert.equal(stripVTControlCharacters(coloured), EXPECTED);
});

test('a report without findings is its summary', () => {
  const empty = { corpus: { articles: 1, skipped: [] }, drafts: [] };
  assert.equal(prettyReport(empty, STYLE), '0 claims; checked against 1 article\n');
});

test('escape sequences of an article are shown, not obeyed', () => {
  const hostile = '\u001b]0;owned\u0007\u001b[2J\u009b31mWire\u202e\r\n';
  const printed = prettyReport(sampleReport(hostile), STYLE);
  assert.doesNotMatch(printed.replaceAll('\n', ''), /[\p{Cc}\u202e]/u);
  assert.equal(printed.split('\n').length, EXPECTED.split('\n').length);
  assert.match(printed, /␛\]0;owned␇␛\[2J�31mWire�/);
});

test('of many skipped files the first are named and the rest counted', () => {
  const skipped = Array.from({ length: 13 }, (_, index) => ({ path: `/desk/${index}.txt`, reason: 'empty' }));
  const printed = prettyReport({ corpus: { articles: 1, skipped }, drafts: [] }, STYLE);
  assert.match(printed, /13 files could not be read:/);
  assert.match(printed, / {2}9\.txt: empty\n {2}and 3 more\n$/);
});
