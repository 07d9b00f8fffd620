/** The ledger on the command line: `check` honours the nearest one, another or none, and tells of lines it cannot read. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import * as z from 'zod';
import { verify } from '../../server/src/ledger/decide.ts';
import { sha256 } from '../../server/src/ledger/digest.ts';
import { lineOf } from '../../server/src/ledger/parseLedger.ts';
import { ANN, DRAFT, deskOf, VALLEY } from '../unit/ledger/desk.ts';
import { workspaceOf } from './workspace.ts';

const desk = await deskOf();
const finding = await desk.find('850');

/** The ledger's line on the wrong figure, for the draft at `path` from the ledger's folder. */
function lineFor(path: string): string {
  const { draft, findings } = desk;
  const [original = finding] = findings.filter(({ claim }) => claim.text === '850');
  const decision = verify({ draft, path, findings, finding: original }, ANN, 'Told by the council', sha256);
  return lineOf(decision ?? assert.fail('none of the findings'));
}

const FILES = { 'desk/draft.md': DRAFT, 'corpus/valley.md': VALLEY };
const CHECK = ['check', 'desk/draft.md', '--corpus', 'corpus'];

const reportSchema = z.object({
  drafts: z.array(
    z.object({
      claims: z.array(
        z.object({
          text: z.string(),
          verdict: z.string(),
          code: z.string().nullable(),
          severity: z.string().nullable(),
          signedOff: z
            .object({
              person: z.string(),
              date: z.string(),
              reason: z.string(),
              change: z.string().nullable(),
            })
            .optional(),
        }),
      ),
    }),
  ),
});

function claimOf(stdout: string) {
  const { drafts } = reportSchema.parse(JSON.parse(stdout));
  return drafts[0]?.claims.find(({ text }) => text === '850') ?? assert.fail('no claim 850');
}

suite('check with a ledger', () => {
  test('leaves a signed-off claim unreported, by the nearest ledger above the draft', async () => {
    await using workspace = await workspaceOf({
      ...FILES,
      '.corroborate/ledger.jsonl': lineFor('desk/draft.md'),
    });
    const { code, stdout, stderr } = await workspace.run(...CHECK, '--format', 'json');
    assert.equal(stderr, '');
    assert.equal(code, 0);
    const { verdict, code: reported, severity, signedOff } = claimOf(stdout);
    assert.deepEqual([verdict, reported, severity], ['refuted', null, null]);
    assert.deepEqual(signedOff, {
      person: 'Ann Reyes',
      date: '2021-03-10',
      reason: 'Told by the council',
      change: null,
    });
  });

  test('prefers the ledger that is nearer', async () => {
    await using workspace = await workspaceOf({
      ...FILES,
      '.corroborate/ledger.jsonl': lineFor('desk/draft.md'),
      'desk/.corroborate/ledger.jsonl': '',
    });
    assert.equal((await workspace.run(...CHECK)).code, 1);
  });

  test('reports it with --no-ledger', async () => {
    await using workspace = await workspaceOf({
      ...FILES,
      '.corroborate/ledger.jsonl': lineFor('desk/draft.md'),
    });
    const { code, stdout } = await workspace.run(...CHECK, '--no-ledger', '--format', 'json');
    assert.equal(code, 1);
    assert.equal(claimOf(stdout).signedOff, undefined);
    const signed = await workspace.run(...CHECK);
    assert.match(
      signed.stdout,
      /^2 claims: 1 supported, 1 refuted \(1 verified by hand\); checked against 1 article/,
    );
  });

  test('takes another file with --ledger', async () => {
    await using workspace = await workspaceOf({ ...FILES, 'desk/decisions.jsonl': lineFor('draft.md') });
    assert.equal((await workspace.run(...CHECK)).code, 1);
    assert.equal((await workspace.run(...CHECK, '--ledger', 'desk/decisions.jsonl')).code, 0);
  });

  test('reports that the sentence changed, as information', async () => {
    await using workspace = await workspaceOf({
      ...FILES,
      'desk/draft.md': DRAFT.replace('The council is', 'On Monday the council was'),
      '.corroborate/ledger.jsonl': lineFor('desk/draft.md'),
    });
    const { code, stdout } = await workspace.run(...CHECK, '--fail-on', 'information');
    assert.equal(code, 1);
    assert.match(stdout, /information sign-off-outdated/);
    assert.match(stdout, /Verified by hand by Ann Reyes on 10 March 2021; the sentence has changed since\./);
  });

  test('names file and line of what it cannot read, and reads the rest', async () => {
    const lines = `<<<<<<< HEAD\n${lineFor('desk/draft.md')}=======\nnonsense\n>>>>>>> theirs\n`;
    await using workspace = await workspaceOf({ ...FILES, '.corroborate/ledger.jsonl': lines });
    const { code, stderr } = await workspace.run(...CHECK);
    assert.equal(code, 0);
    const told = stderr.trimEnd().split('\n');
    assert.equal(told.length, 2);
    assert.match(told[0] ?? '', /ledger\.jsonl:1: a merge conflict is not resolved here/);
    assert.match(told[1] ?? '', /ledger\.jsonl:4: this line is no JSON and is passed over/);
  });

  test('cannot run when the ledger it is given cannot be read', async () => {
    await using workspace = await workspaceOf(FILES);
    const { code, stderr } = await workspace.run(...CHECK, '--ledger', 'none.jsonl');
    assert.equal(code, 2);
    assert.equal(
      stderr,
      `corroborate: cannot read the ledger ${join(workspace.path, 'none.jsonl')}: no such file or folder\n`,
    );
  });
});
