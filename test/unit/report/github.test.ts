/** GitHub reports: workflow commands, which nothing in a text can forge. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { CheckReport } from '../../../server/src/report/checkReport.ts';
import { githubReport } from '../../../server/src/report/github.ts';
import { sampleReport } from './sampleReport.ts';

const shown = (path: string): string => path.replace('/desk/', '');

/** What the runner of GitHub reads out of a line (actions/runner, ActionCommand.TryParseV2). */
function readCommand(line: string): { name: string; properties: Map<string, string>; message: string } {
  const end = line.indexOf('::', 2);
  const head = line.slice(2, end);
  const blank = head.indexOf(' ');
  const listed = head
    .slice(blank + 1)
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
  return {
    name: head.slice(0, blank),
    properties: new Map(listed.map(([key, value]) => [key, unescaped(value)])),
    message: unescaped(line.slice(end + 2)),
  };
}

function unescaped(text: string): string {
  const marks = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' };
  return text.replace(/%(?:0D|0A|3A|2C|25)/g, (mark) => new Map(Object.entries(marks)).get(mark) ?? mark);
}

suite('a GitHub report', () => {
  test('has an annotation on the claim, with what the articles say, the passage and the fix', () => {
    const [first = ''] = githubReport(sampleReport(), shown).split('\n');
    const { name, properties, message } = readCommand(first);
    assert.equal(name, 'warning');
    assert.deepEqual(Object.fromEntries(properties), {
      file: 'draft.md',
      line: '3',
      endLine: '3',
      col: '17',
      endColumn: '20',
      title: 'figure-mismatch',
    });
    assert.equal(
      message,
      [
        'Gulf Wire (1 January 2020) says about 750, not 850.',
        'Gulf Wire, 1 January 2020 (corpus/wire.txt:2): The Pentagon sent about 750 soldiers.',
        'Fix: Change to 750',
      ].join('\n'),
    );
  });

  test('tells what could not be read, and sums up without a command', () => {
    const lines = githubReport(sampleReport(), shown).trimEnd().split('\n');
    assert.deepEqual(lines.slice(1), [
      '::warning file=corpus/a.pdf,title=Article not read::encrypted',
      '2 claims: 1 supported, 1 refuted; checked against 4 articles',
    ]);
  });

  test('says nothing of findings that are not reported', () => {
    const report = sampleReport();
    const quiet: CheckReport = {
      corpus: { articles: 4, skipped: [] },
      drafts: report.drafts.map(({ draft, findings }) => ({
        draft,
        findings: findings.filter(({ severity }) => severity === null),
      })),
    };
    assert.equal(githubReport(quiet, shown), '1 claim: 1 supported; checked against 4 articles\n');
  });

  test('keeps every line of a text within its command', () => {
    const outlet = 'Wire\n::error file=x::forged\r\n::stop-commands::100%,a:b';
    const lines = githubReport(sampleReport(outlet), shown).trimEnd().split('\n');
    assert.equal(lines.length, 3);
    assert.ok(!lines.join('').includes('\r'));
    const { name, message } = readCommand(lines[0] ?? '');
    assert.equal(name, 'warning');
    assert.ok(message.startsWith(`${outlet} (1 January 2020) says about 750`));
  });

  test('keeps commas and colons of a path within its property', () => {
    const [first = ''] = githubReport(sampleReport(), () => 'a,line=9::b%2C.md').split('\n');
    assert.equal(readCommand(first).properties.get('file'), 'a,line=9::b%2C.md');
    assert.equal(readCommand(first).properties.get('line'), '3');
  });
});
