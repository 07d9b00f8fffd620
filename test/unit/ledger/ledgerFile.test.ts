/** The ledger's file: found above the draft, only ever added to, and never written through a link. */

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import {
  appendDecision,
  findLedger,
  LedgerError,
  ledgerIn,
  readLedger,
  viewOf,
} from '../../../server/src/ledger/ledgerFile.ts';
import { lineOf } from '../../../server/src/ledger/parseLedger.ts';
import { localTime } from '../../../server/src/ledger/signer.ts';
import { deskOf } from './desk.ts';

const decision = await (await deskOf()).verify('850');
const other = await (await deskOf()).verify('62');

/** A folder `desk` in a folder of its own, removed when the test is over. */
async function folderFor(test: TestContext): Promise<{ readonly top: string; readonly desk: string }> {
  const top = await realpath(await mkdtemp(join(tmpdir(), 'corroborate-ledger-')));
  test.after(() => rm(top, { recursive: true }));
  const desk = join(top, 'desk');
  await mkdir(desk);
  return { top, desk };
}

describe('a ledger', () => {
  it('is the nearest above the draft, and none above the top', async (t) => {
    const { top, desk } = await folderFor(t);
    const draft = join(desk, 'draft.md');
    assert.equal(await findLedger(draft, top), null);
    await appendDecision(ledgerIn(top), decision);
    assert.equal(await findLedger(draft, top), ledgerIn(top));
    assert.equal(await findLedger(draft, desk), null);
    await appendDecision(ledgerIn(desk), decision);
    assert.equal(await findLedger(draft, top), ledgerIn(desk));
  });

  it('keeps every byte it has when a line is added, and ends an open one first', async (t) => {
    const { desk } = await folderFor(t);
    const path = ledgerIn(desk);
    const before = '<<<<<<< HEAD\nnonsense';
    await mkdir(join(desk, '.corroborate'));
    await writeFile(path, before);
    await appendDecision(path, decision);
    await appendDecision(path, other);
    assert.equal(await readFile(path, 'utf8'), `${before}\n${lineOf(decision)}${lineOf(other)}`);
    const { ledger, root } = await readLedger(path);
    assert.deepEqual(ledger.decisions, [decision, other]);
    assert.equal(root, desk);
  });

  it('is not written through a link to somewhere else', async (t) => {
    const { top, desk } = await folderFor(t);
    const elsewhere = join(top, 'elsewhere.txt');
    await writeFile(elsewhere, 'mine');
    await mkdir(join(desk, '.corroborate'));
    await symlink(elsewhere, ledgerIn(desk));
    await assert.rejects(appendDecision(ledgerIn(desk), decision), LedgerError);
    await rm(join(desk, '.corroborate'), { recursive: true });
    await mkdir(join(top, 'other'));
    await symlink(join(top, 'other'), join(desk, '.corroborate'));
    await assert.rejects(appendDecision(ledgerIn(desk), decision), /it is a link to somewhere else/);
    assert.equal(await readFile(elsewhere, 'utf8'), 'mine');
  });

  it('says which file cannot be read, and why', async (t) => {
    const { desk } = await folderFor(t);
    await assert.rejects(
      readLedger(join(desk, 'none.jsonl')),
      /cannot read the ledger .*none\.jsonl: no such file/,
    );
    await assert.rejects(readLedger(desk), /cannot read the ledger .*: a folder, not a file/);
  });

  it('names drafts from its folder and knows which of them are gone', async (t) => {
    const { top, desk } = await folderFor(t);
    await appendDecision(ledgerIn(top), decision);
    const file = await readLedger(ledgerIn(top));
    const moved = await viewOf(file, join(desk, 'moved.md'));
    assert.equal(moved.draft, 'desk/moved.md');
    assert.deepEqual([...moved.missingDrafts], ['draft.md']);
    await writeFile(join(top, 'draft.md'), '');
    assert.deepEqual([...(await viewOf(file, join(desk, 'moved.md'))).missingDrafts], []);
  });
});

describe('the time of a decision', () => {
  it('is that of the person’s clock, with its offset', () => {
    const now = new Date('2020-01-04T09:00:30.500Z');
    const written = localTime(now);
    assert.match(written, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    assert.equal(Date.parse(written), now.getTime() - 500);
  });
});
