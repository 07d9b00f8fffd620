/** SARIF reports: valid by the format's own schema, with regions that say where the text stands. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Log, Region, Result } from 'sarif';
import type { CheckReport } from '../../../server/src/report/checkReport.ts';
import { type SarifSurroundings, sarifReport } from '../../../server/src/report/sarif.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { sampleReport } from './sampleReport.ts';
import { sarifProblems } from './sarif/schema.ts';

const surroundings: SarifSurroundings = {
  version: '1.2.3',
  locate: (path) =>
    path.startsWith('/desk/')
      ? { uri: path.slice('/desk/'.length), place: 'below' }
      : { uri: `file://${path}`, place: 'elsewhere' },
  digest: (text) =>
    [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7).toString(36),
  rulePage: (code) => `https://example.org/rules/${code}`,
};

function logOf(report: CheckReport, around = surroundings): Log {
  const log = JSON.parse(sarifReport(report, around));
  assert.deepEqual(sarifProblems(log), []);
  return log;
}

function resultsOf(report: CheckReport): readonly Result[] {
  return logOf(report).runs[0]?.results ?? [];
}

/** The text that lines and columns of a region cut out, whose offsets must cut out the same. */
function textAt(text: string, region: Region | undefined): string {
  const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0, charOffset = 0 } = region ?? {};
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
  const cut = text.slice(
    (starts[startLine - 1] ?? 0) + startColumn - 1,
    (starts[endLine - 1] ?? 0) + endColumn - 1,
  );
  assert.equal(text.slice(charOffset, charOffset + (region?.charLength ?? 0)), cut);
  assert.equal(region?.snippet?.text, cut);
  return cut;
}

suite('a SARIF report', () => {
  test('is refused by the schema when it is wrong', () => {
    assert.notDeepEqual(sarifProblems({ version: '2.1.0', runs: [{ results: [] }] }), []);
    assert.notDeepEqual(sarifProblems({ version: '2.2', runs: [] }), []);
  });

  test('holds the reported findings, each with its rule', () => {
    const results = resultsOf(sampleReport());
    assert.equal(results.length, 1);
    const [{ ruleId, ruleIndex = -1, level, message } = { message: {} }] = results;
    assert.deepEqual([ruleId, level], ['figure-mismatch', 'warning']);
    assert.equal(message.text, 'Gulf Wire (1 January 2020) says about 750, not 850.');
    const rules = logOf(sampleReport()).runs[0]?.tool.driver.rules ?? [];
    assert.equal(rules.length, RULES.length);
    assert.equal(rules[ruleIndex]?.id, ruleId);
    assert.equal(rules[ruleIndex]?.helpUri, 'https://example.org/rules/figure-mismatch');
  });

  test('says where the claim and its sentence stand, in the unit of the offsets', () => {
    const report = sampleReport();
    const text = report.drafts[0]?.draft.text ?? '';
    const [result] = resultsOf(report);
    const place = result?.locations?.[0]?.physicalLocation;
    assert.equal(textAt(text, place?.region), '850');
    assert.ok(textAt(text, place?.contextRegion).includes('850 soldiers'));
    assert.deepEqual(place?.artifactLocation, { uri: 'draft.md', uriBaseId: 'SRCROOT', index: 0 });
    assert.equal(logOf(report).runs[0]?.columnKind, 'utf16CodeUnits');
  });

  test('leads to the passages and carries the fix', () => {
    const [result] = resultsOf(sampleReport());
    const [passage] = result?.relatedLocations ?? [];
    assert.equal(passage?.message?.text, 'Gulf Wire, 1 January 2020: Troops leave');
    assert.equal(passage?.physicalLocation?.artifactLocation?.uri, 'corpus/wire.txt');
    assert.deepEqual(passage?.physicalLocation?.region, {
      startLine: 2,
      startColumn: 1,
      endLine: 2,
      endColumn: 38,
      charOffset: 22,
      charLength: 37,
      snippet: { text: 'The Pentagon sent about 750 soldiers.' },
    });
    const [change] = result?.fixes?.[0]?.artifactChanges ?? [];
    assert.equal(change?.artifactLocation.uri, 'draft.md');
    assert.deepEqual(
      change?.replacements.map(({ deletedRegion, insertedContent }) => [
        deletedRegion.snippet?.text,
        insertedContent?.text,
      ]),
      [['850', '750']],
    );
  });

  test('tells of articles that could not be read as notifications, not as results', () => {
    const [invocation] = logOf(sampleReport()).runs[0]?.invocations ?? [];
    const [notification] = invocation?.toolExecutionNotifications ?? [];
    assert.equal(notification?.message.text, 'This article could not be read: encrypted.');
    assert.equal(invocation?.executionSuccessful, true);
  });

  test('knows a finding again when text is put in above it, and tells equal ones apart', () => {
    const report = sampleReport();
    const [draft] = report.drafts;
    assert.ok(draft !== undefined);
    const print = (one: CheckReport): readonly unknown[] =>
      resultsOf(one).map(({ partialFingerprints }) => partialFingerprints);
    const [finding] = draft.findings;
    assert.ok(finding !== undefined);
    const twice = { ...report, drafts: [{ ...draft, findings: [finding, finding] }] };
    const [first, second] = print(twice);
    assert.deepEqual([first], print(report));
    assert.notDeepEqual(first, second);

    const above = 'A new paragraph.\n\n';
    const { claim } = finding;
    const moved = {
      ...claim,
      start: claim.start + above.length,
      end: claim.end + above.length,
      sentence: {
        ...claim.sentence,
        start: claim.sentence.start + above.length,
        end: claim.sentence.end + above.length,
      },
    };
    const later = {
      draft: { ...draft.draft, text: above + draft.draft.text },
      findings: [{ ...finding, claim: moved, fixes: [] }],
    };
    assert.deepEqual(print({ ...report, drafts: [later] }), print(report));
  });

  test('makes no link and no placeholder of an article’s words', () => {
    const [result] = resultsOf(sampleReport('[Wire](https://example.com) {0}'));
    assert.match(result?.message.text ?? '', /^\[Wire\] \(https:\/\/example\.com\) \{\{0\}\} \(1 January/);
  });

  test('gives a file outside the folder its own address', () => {
    const report = sampleReport();
    const skipped = [{ path: '/elsewhere/b.pdf', reason: 'encrypted' }];
    const log = logOf({ ...report, corpus: { articles: 1, skipped } });
    const [notification] = log.runs[0]?.invocations?.[0]?.toolExecutionNotifications ?? [];
    assert.deepEqual(notification?.locations?.[0]?.physicalLocation?.artifactLocation, {
      uri: 'file:///elsewhere/b.pdf',
    });
  });
});
