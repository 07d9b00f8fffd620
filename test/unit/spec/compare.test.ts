/** The judge of specifications: it must fail where a check says less, more or something else than expected. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Finding } from '../../../server/src/check/finding.ts';
import { differences } from '../../spec/compare.ts';
import { parseSpec, type SpecDraft, SpecError } from '../../spec/parse.ts';
import { sampleReport } from '../report/sampleReport.ts';

const FENCE = '```';

/** The findings of the sample report: `850` refuted with a fix, `25` supported. */
const FINDINGS: readonly Finding[] = sampleReport().drafts[0]?.findings ?? [];

/** The sample report's draft with assertion lines under its last line. */
function expecting(...assertions: readonly string[]): SpecDraft {
  const lines = ['# Troops', '', 'Washington sent 850 soldiers; 25 people died.', ...assertions];
  const [spec] = parseSpec(
    `${FENCE}article\nA\n${FENCE}\n\n${FENCE}draft\n${lines.join('\n')}\n${FENCE}\n`,
    'x',
  );
  assert.ok(spec !== undefined);
  return spec.draft;
}

const RIGHT = '                ^^^ figure-mismatch "about 750" => "750"';

suite('met', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'by the code': [RIGHT],
    'by the verdict': ['                ^^^ refuted'],
    'by a passage': ['                ^^^ refuted "The Pentagon sent"'],
    'by an overlap': ['              ~~~~~ figure-mismatch'],
    'for a supported claim, with nothing to report': [RIGHT, '                              ^^ supported'],
    'where there is no claim': [RIGHT, '    ^^^^ no-claim'],
  };
  for (const [name, assertions] of Object.entries(cases)) {
    test(name, () => assert.equal(differences(expecting(...assertions), FINDINGS), ''));
  }
});

suite('not met', () => {
  const cases: Readonly<Record<string, readonly [assertion: string, missing: number, unexpected: number]>> = {
    'another span': ['               ^^^^ figure-mismatch', 1, 1],
    'another code': ['                ^^^ unit-mismatch', 1, 1],
    'other words': ['                ^^^ figure-mismatch "about 900"', 1, 1],
    'another fix': ['                ^^^ figure-mismatch => "about 750"', 1, 1],
    'a claim where none should be': ['                ^^^ no-claim', 1, 1],
    'nothing there': ['^^^ refuted', 1, 1],
  };
  for (const [name, [assertion, missing, unexpected]] of Object.entries(cases)) {
    test(name, () => {
      const shown = differences(expecting(assertion), FINDINGS);
      assert.equal(shown.split('Not found (false negatives):').length - 1, missing, shown);
      assert.equal(shown.split('Unexpected (false positives):').length - 1, unexpected, shown);
    });
  }

  test('a finding that nothing expects is shown under its line of the specification', () => {
    assert.equal(
      differences(expecting(), FINDINGS),
      [
        'Unexpected (false positives):',
        '  8 | Washington sent 850 soldiers; 25 people died.',
        '    |                 ^^^ “850” refuted (figure-mismatch, warning): Gulf Wire (1 January 2020) says about 750, not 850. => "750"',
        '      about 750 in “The Pentagon sent about 750 soldiers.”',
      ].join('\n'),
    );
  });

  test('a label that means nothing is a mistake of the specification', () => {
    assert.throws(() => differences(expecting('^^^ figure-mismach'), FINDINGS), SpecError);
  });
});
