/** The ledger's lines: written in one order, read whatever surrounds them, and never dropped without a word. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { revoke } from '../../../server/src/ledger/decide.ts';
import { sha256 } from '../../../server/src/ledger/digest.ts';
import { lineOf, parseLedger } from '../../../server/src/ledger/parseLedger.ts';
import { ANN, deskOf } from './desk.ts';

const decision = await (await deskOf()).verify('850');
const other = await (await deskOf()).verify('62');
const line = lineOf(decision);

describe('the line of a decision', () => {
  it('is one line of JSON with its keys in order', () => {
    assert.equal(line.indexOf('\n'), line.length - 1);
    const keys = Object.keys(JSON.parse(line));
    assert.deepEqual(keys, [
      'version',
      'action',
      'id',
      'draft',
      'kind',
      'claim',
      'occurrence',
      'sentence',
      'verdict',
      'code',
      'reason',
      'person',
      'date',
      'passages',
      'replaces',
    ]);
    assert.deepEqual(Object.keys(JSON.parse(lineOf(revoke(decision.id, ANN, sha256)))), [
      'version',
      'action',
      'id',
      'revokes',
      'person',
      'date',
    ]);
  });

  it('holds the hash of the passage on one line, as sha256sum gives it', () => {
    const passage =
      'The council is sending about 750 volunteers to the flooded Harrow valley, the mayor said on Monday.';
    assert.deepEqual(decision.action === 'verify' && decision.passages, [
      { article: 'valley.md', sha256: sha256(passage) },
    ]);
  });

  it('is read back as it was', () => {
    assert.deepEqual(parseLedger(line + lineOf(other)), { decisions: [decision, other], problems: [] });
  });
});

describe('a ledger', () => {
  it('may have blank lines, a byte-order mark, other line ends and no last one', () => {
    const text = `\ufeff\r\n${line.trimEnd()}\r\n\r\n${lineOf(other).trimEnd()}`;
    assert.deepEqual(parseLedger(text), { decisions: [decision, other], problems: [] });
  });

  it('counts a line that a merge left twice once', () => {
    assert.deepEqual(parseLedger(line + lineOf(other) + line).decisions, [decision, other]);
  });

  it('tells of a conflict that is not resolved and reads both sides', () => {
    const text = `<<<<<<< HEAD\n${line}||||||| base\n=======\n${lineOf(other)}>>>>>>> branch\n`;
    const { decisions, problems } = parseLedger(text);
    assert.deepEqual(decisions, [decision, other]);
    assert.deepEqual(
      problems.map((problem) => problem.line),
      [1],
    );
    assert.match(problems[0]?.reason ?? '', /merge conflict/);
  });

  it('tells which line is no decision, and why, and reads the rest', () => {
    const wrong = [
      '{"version":1,"action":',
      '{"version":1,"action":"approve"}',
      JSON.stringify({ ...decision, date: 'yesterday' }),
      JSON.stringify({ ...decision, version: 2 }),
      '42',
    ];
    const { decisions, problems } = parseLedger(`${line}${wrong.join('\n')}\n${lineOf(other)}`);
    assert.deepEqual(decisions, [decision, other]);
    assert.deepEqual(
      problems.map((problem) => problem.line),
      [2, 3, 4, 5, 6],
    );
    const [json, action, date, version] = problems.map(({ reason }) => reason);
    assert.match(json ?? '', /no JSON/);
    assert.match(action ?? '', /^action: /);
    assert.match(date ?? '', /^date: /);
    assert.match(version ?? '', /later version/);
  });

  it('may be any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { decisions, problems } = parseLedger(text);
        const lines = text.split(/\r\n|\n|\r/).length;
        return decisions.length === 0 && problems.every((one) => one.line >= 1 && one.line <= lines);
      }),
    );
  });
});
