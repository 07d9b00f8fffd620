/** `sign-off`: a decision made on the command line is the line that an editor would have written. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { promisify } from 'node:util';
import { type Decision, decisionOf } from '../../server/src/ledger/decision.ts';
import { sha256 } from '../../server/src/ledger/digest.ts';
import { parseLedger } from '../../server/src/ledger/parseLedger.ts';
import { type Workspace, workspaceOf } from './workspace.ts';

const ARTICLE = `---
title: Volunteers leave for the flooded valley
outlet: Harrow Valley Post
date: 2021-03-09
---

The council is sending about 750 volunteers to the flooded Harrow valley. The water destroyed 62 houses.
`;

/** Line 3 has a claim that is reported beside one that is not; line 5 has two that are. */
const DRAFT = `# The flood

The council is sending 850 volunteers to the flooded Harrow valley. The water destroyed 62 houses.

The water destroyed 65 houses. The council is sending 800 volunteers to the flooded Harrow valley.
`;

const FILES = { 'desk/draft.md': DRAFT, 'corpus/valley.md': ARTICLE };
const ANN = ['--person', 'Ann Reyes <ann@example.org>'];
const LEDGER = '.corroborate/ledger.jsonl';

function signOff(workspace: Workspace, place: string, ...options: readonly string[]) {
  return workspace.run('sign-off', `desk/draft.md${place}`, ...options);
}

async function decisionsIn(workspace: Workspace, way: string = LEDGER): Promise<readonly Decision[]> {
  const { decisions, problems } = parseLedger(await readFile(join(workspace.path, way), 'utf8'));
  assert.deepEqual(problems, []);
  return decisions;
}

/** Places and codes of what `check` reports. */
async function reported(workspace: Workspace): Promise<readonly string[]> {
  const { stdout } = await workspace.run('check', 'desk/draft.md');
  return [...stdout.matchAll(/^desk\/draft\.md(:\d+:\d+) \w+ (\S+)$/gm)].map(
    ([, at, code]) => `${at} ${code}`,
  );
}

suite('sign-off', () => {
  test('leaves the claim at the place unreported, with reason, person and passages in the ledger', async () => {
    await using workspace = await workspaceOf(FILES);
    const before = await reported(workspace);
    assert.equal(before[0], ':3:24 figure-mismatch');
    const { code, stdout, stderr } = await signOff(
      workspace,
      ':3:24',
      ...ANN,
      '--reason',
      ' The press\n office ',
    );
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(stdout, `“850”: verified by hand by Ann Reyes; ${LEDGER}\n`);
    assert.deepEqual(await reported(workspace), before.slice(1));
    const [decision] = await decisionsIn(workspace);
    assert.ok(decision?.action === 'verify');
    const { draft, claim, sentence, verdict, reason, person, passages, replaces } = decision;
    assert.deepEqual(
      { draft, claim, sentence, verdict, reason, person, replaces },
      {
        draft: 'desk/draft.md',
        claim: '850',
        sentence: 'The council is sending 850 volunteers to the flooded Harrow valley.',
        verdict: 'refuted',
        reason: 'The press office',
        person: 'Ann Reyes <ann@example.org>',
        replaces: null,
      },
    );
    assert.deepEqual(passages, [
      {
        article: 'valley.md',
        sha256: sha256('The council is sending about 750 volunteers to the flooded Harrow valley.'),
      },
    ]);
    assert.deepEqual(decisionOf(decision, sha256), decision, 'its name follows from what it says');
  });

  test('takes the place of the sign-off that the claim has, and takes it back', async () => {
    await using workspace = await workspaceOf(FILES);
    const before = await reported(workspace);
    await signOff(workspace, ':3', ...ANN, '--reason', 'First');
    await signOff(workspace, ':3:24', ...ANN, '--reason', 'Second');
    const removed = await signOff(workspace, ':3:24', ...ANN, '--remove');
    assert.equal(removed.stdout, `“850”: sign-off removed by Ann Reyes; ${LEDGER}\n`);
    const [first, second, third] = await decisionsIn(workspace);
    assert.ok(second?.action === 'verify' && third?.action === 'revoke');
    assert.equal(second.replaces, first?.id);
    assert.equal(third.revokes, second.id);
    assert.deepEqual(await reported(workspace), before);
  });

  test('takes the line alone where one of its claims is reported, and else says which there are', async () => {
    await using workspace = await workspaceOf(FILES);
    assert.equal((await signOff(workspace, ':3', ...ANN, '--reason', 'Seen')).code, 0);
    const several = await signOff(workspace, ':5', ...ANN, '--reason', 'Seen');
    assert.equal(several.code, 2);
    assert.match(
      several.stderr,
      /^corroborate: several claims in line 5 of desk\/draft\.md; there are 5:21 “65”, 5:55 “800”\n$/,
    );
    const none = await signOff(workspace, ':4', ...ANN, '--reason', 'Seen');
    assert.equal(none.stderr, 'corroborate: no claim in line 4 of desk/draft.md\n');
  });

  test('takes any column within the claim, and any claim, reported or not', async () => {
    await using workspace = await workspaceOf(FILES);
    const column = (DRAFT.split('\n')[2] ?? '').indexOf('62') + 2;
    const { stdout } = await signOff(workspace, `:3:${column}`, ...ANN, '--reason', 'Counted');
    assert.equal(stdout, `“62”: verified by hand by Ann Reyes; ${LEDGER}\n`);
    const outside = await signOff(workspace, ':3:1', ...ANN, '--reason', 'Counted');
    assert.match(outside.stderr, /^corroborate: no claim at desk\/draft\.md:3:1; there are 3:24 “850”, /);
  });

  test('goes to the nearest ledger or to the one that is named, which names the draft from its folder', async () => {
    await using workspace = await workspaceOf({ ...FILES, 'desk/.corroborate/ledger.jsonl': '' });
    await signOff(workspace, ':3:24', ...ANN, '--reason', 'Near');
    await signOff(workspace, ':3:24', ...ANN, '--reason', 'Named', '--ledger', 'decisions.jsonl');
    const [near] = await decisionsIn(workspace, 'desk/.corroborate/ledger.jsonl');
    const [named] = await decisionsIn(workspace, 'decisions.jsonl');
    assert.ok(near?.action === 'verify' && named?.action === 'verify');
    assert.deepEqual([near.draft, named.draft], ['draft.md', 'desk/draft.md']);
  });

  test('is by the person that git knows, and by nobody where git knows none', async () => {
    await using workspace = await workspaceOf(FILES);
    const unknown = { GIT_CONFIG_GLOBAL: join(workspace.path, 'none'), GIT_CONFIG_NOSYSTEM: '1' };
    const words = ['sign-off', 'desk/draft.md:3:24', '--reason', 'Seen'];
    const nobody = await workspace.runWith(unknown, ...words);
    assert.equal(nobody.code, 2);
    assert.match(nobody.stderr, /^corroborate: who decides\? Give --person /);
    const git = (...args: string[]) => promisify(execFile)('git', args, { cwd: workspace.path });
    await git('init', '--quiet');
    await git('config', 'user.name', 'Tom Varga');
    const { stdout } = await workspace.runWith(unknown, ...words);
    assert.match(stdout, /^“850”: verified by hand by Tom Varga; /);
  });

  test('prints no character of a draft that a terminal would obey', async () => {
    const hostile = DRAFT.replace('850 volunteers', '850\u00a0\u202evolunteers').replace(
      '65',
      '\u001b[31m65',
    );
    await using workspace = await workspaceOf({
      ...FILES,
      'desk/draft.md': `${hostile}\nThe mayor said: “The \u001b[2Jvalley is safe now, and so are all of us here.”\n`,
    });
    const listed = await signOff(workspace, ':1', ...ANN, '--reason', 'Seen');
    const quote = await signOff(workspace, ':7', ...ANN, '--reason', 'Seen \u001b[2J');
    for (const { stdout, stderr } of [listed, quote])
      assert.doesNotMatch(stdout + stderr, /[^\P{Cc}\n]|\u202e/u);
    assert.match(quote.stdout, /^“The ␛\[2Jvalley/);
  });

  test('cannot run without a reason, with two wishes, or on what has no sign-off', async () => {
    await using workspace = await workspaceOf(FILES);
    const complaints = await Promise.all(
      [[], ['--reason', ' '], ['--reason', 'Seen', '--remove'], ['--remove']].map(async (options) => {
        const { code, stderr } = await signOff(workspace, ':3:24', ...ANN, ...options);
        assert.equal(code, 2);
        return stderr;
      }),
    );
    assert.deepEqual(complaints, [
      'corroborate: a decision needs a --reason, or --remove to take one back\n',
      'corroborate: a decision needs a reason\n',
      'corroborate: --reason and --remove do not go together\n',
      'corroborate: “850” has no sign-off\n',
    ]);
    const nowhere = await workspace.run('sign-off', 'desk/draft.md', ...ANN, '--reason', 'Seen');
    assert.match(nowhere.stderr, /^corroborate: desk\/draft\.md names no claim: /);
    await assert.rejects(decisionsIn(workspace), 'nothing was written');
  });
});
