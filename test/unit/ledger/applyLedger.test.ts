/** The ledger on findings: a decision holds through every edit that leaves its sentence and its sources as they were. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { revoke } from '../../../server/src/ledger/decide.ts';
import { sha256 } from '../../../server/src/ledger/digest.ts';
import { ANN, DRAFT, deskOf, VALLEY } from './desk.ts';

describe('a claim that was verified by hand', () => {
  it('is refuted and reported without a decision', async () => {
    const { code, severity, signedOff } = await (await deskOf()).find('850');
    assert.deepEqual([code, severity, signedOff], ['figure-mismatch', 'warning', undefined]);
  });

  it('is quiet, keeps its verdict and its evidence, and says who verified it', async () => {
    const desk = await deskOf();
    const found = await desk.find('850', [await desk.verify('850')]);
    assert.deepEqual([found.verdict, found.code, found.severity], ['refuted', null, null]);
    assert.equal(found.evidence.length, 1);
    const { id, ...signedOff } = found.signedOff ?? {};
    assert.match(id ?? '', /^[0-9a-f]{16}$/);
    assert.deepEqual(signedOff, {
      person: 'Ann Reyes',
      date: '2021-03-10',
      reason: 'Told by the council',
      change: null,
    });
  });

  it('stays so when it moves and when what surrounds it is edited or wrapped anew', async () => {
    const decision = await (await deskOf()).verify('850');
    const moved = await deskOf(
      '# Later\n\nA new beginning.\n\n## The flood\n\nThe water destroyed 61 houses in Lower Marsh.\n' +
        'The council is sending about 850\nvolunteers to the flooded  Harrow valley.\n',
    );
    const found = await moved.find('850', [decision]);
    assert.deepEqual([found.severity, found.signedOff?.change], [null, null]);
    assert.equal((await moved.find('61', [decision])).signedOff, undefined);
  });

  it('says so when its sentence changes, with what the articles say and the fix', async () => {
    const decision = await (await deskOf()).verify('850');
    const edited = await deskOf(DRAFT.replace('The council is', 'On Monday the council was'));
    const found = await edited.find('850', [decision]);
    assert.deepEqual(
      [found.code, found.severity, found.verdict],
      ['sign-off-outdated', 'information', 'refuted'],
    );
    assert.equal(
      found.message,
      'Verified by hand by Ann Reyes on 10 March 2021; the sentence has changed since. ' +
        'The valley Post (9 March 2021) says about 750, not 850.',
    );
    assert.equal(found.fixes.length, 1);
  });

  it('says so when the claim itself changes', async () => {
    const decision = await (await deskOf()).verify('850');
    const edited = await deskOf(DRAFT.replace('850', '950'));
    const { code, message } = await edited.find('950', [decision]);
    assert.equal(code, 'sign-off-outdated');
    assert.match(message, /; the claim read “850” then\. /);
  });

  it('lets another sentence with the same figure be', async () => {
    const decision = await (await deskOf()).verify('850');
    const other = await deskOf('The bridge over the Harrow is 850 metres long and was built for walkers.\n');
    assert.deepEqual(
      (await other.apply([decision])).map(({ signedOff }) => signedOff),
      other.findings.map(() => undefined),
    );
  });

  it('says so when the passage of the article changes, and not when the rest of the article does', async () => {
    const decision = await (await deskOf()).verify('850');
    const rest = await deskOf(DRAFT, { 'valley.md': `Rain fell for days.\n${VALLEY.replace('62', '63')}` });
    assert.equal((await rest.find('850', [decision])).severity, null);
    const wrapped = await deskOf(DRAFT, { 'valley.md': VALLEY.replace('volunteers to', 'volunteers\nto') });
    assert.equal((await wrapped.find('850', [decision])).severity, null);
    const passage = await deskOf(DRAFT, { 'valley.md': VALLEY.replace('about 750', 'about 760') });
    const { code, message } = await passage.find('850', [decision]);
    assert.equal(code, 'sign-off-outdated');
    assert.match(message, /; the passage of The valley Post has changed since\. .*760/);
  });

  it('says so when the article is gone', async () => {
    const decision = await (await deskOf()).verify('850');
    const without = await deskOf(DRAFT, { 'other.md': 'The council met in the town hall on Monday.' });
    const { code, message } = await without.find('850', [decision]);
    assert.equal(code, 'sign-off-outdated');
    assert.match(message, /; the article valley\.md is no longer there\. /);
  });

  it('says so when an article comes that speaks against it', async () => {
    const other = { 'other.md': 'The council met in the town hall on Monday.' };
    const before = await deskOf(DRAFT, other);
    const decision = await before.verify('850');
    assert.equal((await before.find('850', [decision])).signedOff?.change, null);
    const more = await deskOf(DRAFT, { ...other, 'valley.md': VALLEY });
    const { code, message } = await more.find('850', [decision]);
    assert.equal(code, 'sign-off-outdated');
    assert.match(message, /; The valley Post \(9 March 2021\) has come to bear on it since\. /);
  });

  it('stays quiet when the articles bear it out by now', async () => {
    const decision = await (await deskOf()).verify('850');
    const later = await deskOf(DRAFT, { 'valley.md': VALLEY.replace('about 750', 'about 850') });
    const { verdict, code, severity, signedOff } = await later.find('850', [decision]);
    assert.deepEqual([verdict, code, severity], ['supported', null, null]);
    assert.equal(signedOff?.change, 'the passage of The valley Post has changed since');
  });

  it('is ignored by a comment of the draft as any other finding', async () => {
    const decision = await (await deskOf()).verify('850');
    const edited = DRAFT.replace('The council is', 'On Monday the council was');
    const comment = '<!-- corroborate-disable-line sign-off-outdated -->';
    const desk = await deskOf(edited.replace('Harrow valley.', `Harrow valley. ${comment}`));
    assert.equal((await desk.find('850', [decision])).severity, null);
  });

  it('is reported as before where outdated sign-offs are turned off', async () => {
    const decision = await (await deskOf()).verify('850');
    const edited = DRAFT.replace('The council is', 'On Monday the council was');
    const desk = await deskOf(edited, { 'valley.md': VALLEY }, { 'sign-off-outdated': 'off' });
    assert.deepEqual((await desk.find('850', [decision])).code, 'figure-mismatch');
  });
});

describe('decisions', () => {
  it('are taken back by a line of their own, whatever the order of the lines', async () => {
    const desk = await deskOf();
    const decision = await desk.verify('850');
    const revocation = revoke(decision.id, ANN, sha256);
    for (const lines of [
      [decision, revocation],
      [revocation, decision],
    ])
      assert.equal((await desk.find('850', lines)).signedOff, undefined);
  });

  it('are replaced when a claim is verified again', async () => {
    const decision = await (await deskOf()).verify('850');
    const edited = await deskOf(DRAFT.replace('The council is', 'On Monday the council was'));
    const again = await edited.verify('850', [decision]);
    assert.equal(again.action === 'verify' && again.replaces, decision.id);
    assert.equal((await edited.find('850', [decision, again])).severity, null);
    // Back in the old sentence, the old decision does not come back.
    const { code } = await (await deskOf()).find('850', [decision, again]);
    assert.equal(code, 'sign-off-outdated');
  });

  it('tell claims with the same words in one sentence apart', async () => {
    const text = 'In Harrow 850 houses were lost, and 850 volunteers came to the Harrow valley.\n';
    const desk = await deskOf(text);
    const [first] = desk.findings.filter(({ claim }) => claim.text === '850');
    const decision = await desk.verify('850');
    const signed = (await desk.apply([decision])).filter(({ signedOff }) => signedOff !== undefined);
    assert.deepEqual(
      signed.map(({ claim }) => claim.start),
      [first?.claim.start],
    );
  });

  it('follow the very sentence into another draft once theirs is gone, and not before', async () => {
    const desk = await deskOf();
    const decision = await desk.verify('850');
    const severities = async (missing: readonly string[]) =>
      (await desk.apply([decision], 'renamed.md', missing)).filter(({ signedOff }) => signedOff !== undefined)
        .length;
    assert.equal(await severities([]), 0);
    assert.equal(await severities(['draft.md']), 1);
  });

  it('are the same for the same content, and named by it', async () => {
    const desk = await deskOf();
    assert.deepEqual(await desk.verify('850'), await desk.verify('850'));
    assert.notEqual((await desk.verify('850')).id, (await desk.verify('62')).id);
  });
});
