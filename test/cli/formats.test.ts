/** The formats for programs over the whole sample: the same findings in each, and SARIF valid by its schema. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { suite, test } from 'node:test';
import { promisify } from 'node:util';
import { freshBuild } from '../../scripts/freshBuild.ts';
import { sarifProblems } from '../unit/report/sarif/schema.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** What a check of the sample report prints. */
async function printed(format: string): Promise<string> {
  const args = [await freshBuild(), 'check', 'docs/sample/report.md', '--corpus', 'corpus'];
  const options = { cwd: ROOT, maxBuffer: 16 * 1024 * 1024 };
  const run = await promisify(execFile)(
    process.execPath,
    [...args, '--fail-on', 'never', '--format', format],
    options,
  );
  return run.stdout;
}

interface Claim {
  readonly code: string | null;
  readonly severity: string | null;
  readonly line: number;
  readonly column: number;
}

suite('the sample report', () => {
  test('is told of alike in JSON, SARIF and annotations', async () => {
    const json = JSON.parse(await printed('json'));
    const reported = json.drafts[0].claims
      .filter(({ severity }: Claim) => severity !== null)
      .map(({ code, line, column }: Claim) => `${code} ${line}:${column}`);
    assert.ok(reported.length > 5);

    const log = JSON.parse(await printed('sarif'));
    assert.deepEqual(sarifProblems(log), []);
    assert.deepEqual(
      log.runs[0].results.map(({ ruleId, locations }: { ruleId: string; locations: [object] }) => {
        const { region } = Object(Object(locations[0]).physicalLocation);
        return `${ruleId} ${region.startLine}:${region.startColumn}`;
      }),
      reported,
    );

    const annotations = (await printed('github')).split('\n').filter((line) => line.startsWith('::'));
    assert.deepEqual(
      annotations.map((line) => `${/title=([\w-]+)/.exec(line)?.[1]} ${/line=(\d+)/.exec(line)?.[1]}`),
      reported.map((finding: string) => finding.replace(/:\d+$/, '')),
    );
  });

  test('is printed without any path of the machine', async () => {
    for (const format of ['json', 'sarif', 'github'])
      assert.ok(!(await printed(format)).includes(ROOT), format);
  });
});
