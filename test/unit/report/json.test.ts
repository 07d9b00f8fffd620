/** The JSON report, key by key as programs rely on it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonReport } from '../../../server/src/report/json.ts';
import { sampleReport } from './sampleReport.ts';

test('a kind of finding that is turned off has no code: there is nothing to report', () => {
  const { drafts, ...report } = sampleReport();
  const off = drafts.map(({ draft, findings }) => ({
    draft,
    findings: findings.map((finding) => ({ ...finding, severity: null })),
  }));
  const { drafts: printed } = JSON.parse(jsonReport({ ...report, drafts: off }, (path) => path));
  const [{ verdict, code, severity }] = printed[0].claims;
  assert.deepEqual([verdict, code, severity], ['refuted', null, null]);
});

test('version 1 of the format', () => {
  const text = jsonReport(sampleReport(), (path) => path.replace('/desk/', ''));
  const evidence = {
    article: 'wire.txt',
    path: 'corpus/wire.txt',
    title: 'Troops leave',
    published: '2020-01-01',
  };
  assert.deepEqual(JSON.parse(text), {
    version: 1,
    corpus: { articles: 4, skipped: [{ path: 'corpus/a.pdf', reason: 'encrypted' }] },
    drafts: [
      {
        path: 'draft.md',
        claims: [
          {
            kind: 'figure',
            start: 26,
            end: 29,
            line: 3,
            column: 17,
            text: '850',
            verdict: 'refuted',
            code: 'figure-mismatch',
            severity: 'warning',
            message: 'Gulf Wire (1 January 2020) says about 750, not 850.',
            evidence: [
              {
                ...evidence,
                start: 22,
                end: 59,
                text: 'The Pentagon sent about 750 soldiers.',
                value: 'about 750',
              },
            ],
            fixes: [{ title: 'Change to 750', edits: [{ start: 26, end: 29, newText: '750' }] }],
          },
          {
            kind: 'figure',
            start: 40,
            end: 42,
            line: 3,
            column: 31,
            text: '25',
            verdict: 'supported',
            code: null,
            severity: null,
            message: 'ok',
            evidence: [{ ...evidence, start: 60, end: 82, text: 'In all 25 people died.', value: '25' }],
            fixes: [],
          },
        ],
      },
    ],
    summary: { supported: 1, refuted: 1, 'conflicting-evidence': 0, 'not-enough-evidence': 0 },
  });
  assert.ok(text.endsWith('}\n'));
});
