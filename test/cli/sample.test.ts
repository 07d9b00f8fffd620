/** The sample drafts: the report has exactly the findings that docs/sample/README.md lists, its corrected copy none. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import * as z from 'zod';

const ROOT = resolve(import.meta.dirname, '../..');

const outputSchema = z.object({
  corpus: z.object({ articles: z.number(), skipped: z.array(z.unknown()) }),
  drafts: z.array(
    z.object({
      claims: z.array(
        z.object({
          kind: z.string(),
          line: z.number(),
          text: z.string(),
          verdict: z.string(),
          code: z.string().nullable(),
          message: z.string(),
          severity: z.string().nullable(),
          evidence: z.array(z.object({ path: z.string(), text: z.string() })),
        }),
      ),
    }),
  ),
});

/** One row of the table. */
interface Row {
  readonly line: number;
  /** What the draft says. */
  readonly words: string;
  /** Outlet and date, as the message names them. */
  readonly source: string;
  /** The code in backticks, or the verdict where nothing is reported. */
  readonly outcome: string;
}

/** Rows look like `| 15 | broke in on Monday | on Tuesday | Gulf Wire, 1 January 2020 | \`date-mismatch\` |`. */
function listedRows(): Row[] {
  const table = readFileSync(resolve(ROOT, 'docs/sample/README.md'), 'utf8');
  return table.split('\n').flatMap((row) => {
    const [, first, words = '', , where = '', outcome = ''] = row.split('|').map((cell) => cell.trim());
    const line = Number(first);
    const source = where.replace(/, ([^,]+)$/, ' ($1)');
    return Number.isInteger(line) && line > 0 ? [{ line, words, source, outcome }] : [];
  });
}

const VERDICTS: Readonly<Record<string, string>> = {
  supported: 'supported',
  'not found': 'not-enough-evidence',
};

function check(draft: string) {
  const run = spawnSync(
    process.execPath,
    ['scripts/corroborate.ts', 'check', draft, '--corpus', 'corpus', '--format', 'json'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const { corpus, drafts } = outputSchema.parse(JSON.parse(run.stdout));
  assert.deepEqual(corpus.skipped, []);
  const claims = drafts.flatMap((each) => each.claims);
  return { status: run.status, claims, reported: claims.filter(({ severity }) => severity !== null) };
}

describe('the sample report', () => {
  it('has the findings its table lists, line by line', () => {
    const listed = listedRows()
      .filter(({ outcome }) => outcome.startsWith('`'))
      .map(({ line, source, outcome }) => ({ line, source, outcome }));
    assert.ok(listed.length >= 10, 'the table is read');
    const { status, reported } = check('docs/sample/report.md');
    assert.deepEqual(
      reported.map(({ line, code, message }) => ({
        line,
        source: message.slice(0, message.indexOf(')') + 1),
        outcome: `\`${code}\``,
      })),
      listed,
    );
    assert.equal(status, 1);
  });

  it('is printed as README.md shows it', () => {
    const readme = readFileSync(resolve(ROOT, 'README.md'), 'utf8');
    const shown = /```text\n(.+?)```/s.exec(readme)?.[1] ?? '';
    assert.match(shown, /^docs\/sample\/report\.md:/);
    const args = ['scripts/corroborate.ts', 'check', 'docs/sample/report.md', '--corpus', 'corpus'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    assert.ok(stdout.includes(shown), stdout);
  });

  it('leaves the other rows of the table at the verdict that stands there', () => {
    const listed = listedRows().filter(({ outcome }) => !outcome.startsWith('`'));
    assert.equal(listed.length, 2);
    const { claims } = check('docs/sample/report.md');
    const told = listed.map(({ line, words }) =>
      claims.find((claim) => claim.line === line && words.startsWith(claim.text)),
    );
    assert.deepEqual(
      told.map((claim) => [claim?.verdict, claim?.severity]),
      listed.map(({ outcome }) => [VERDICTS[outcome], null]),
    );
  });

  it('has nothing to report once it is put right', () => {
    const { status, reported } = check('docs/sample/clean.md');
    assert.deepEqual(reported, []);
    assert.equal(status, 0);
  });

  it('finds nine in ten of its figures and all of its quotes in the articles', () => {
    const { claims } = check('docs/sample/clean.md');
    const quotes = claims.filter(({ kind }) => kind === 'quote');
    assert.deepEqual(
      quotes.map(({ verdict }) => verdict),
      ['supported', 'supported', 'supported', 'supported', 'supported'],
    );
    const figures = claims.filter(({ kind }) => kind === 'figure');
    const supported = figures.filter(({ verdict }) => verdict === 'supported');
    assert.ok(figures.length >= 35, `${figures.length} figures`);
    assert.ok(supported.length >= figures.length * 0.9, `${supported.length} of ${figures.length} supported`);
  });

  it('takes no claim from code, link addresses, numbers of headings or names', () => {
    const lines = readFileSync(resolve(ROOT, 'docs/sample/clean.md'), 'utf8').split('\n');
    const { claims } = check('docs/sample/clean.md');
    assert.deepEqual(
      claims.filter(({ line }) => lines[line - 1]?.startsWith('## ')),
      [],
    );
    const texts = claims.map(({ text }) => text);
    for (const text of ['2019', 'votes-2019', '15', '15E', '82nd']) assert.ok(!texts.includes(text), text);
  });
});
