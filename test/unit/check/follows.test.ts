/** Decisions on figures that follow from what the draft's own sentence tells, from a part of a whole or from a change. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Decision } from '../../../server/src/check/figures/decide.ts';
import { decisionsAmong, EVERYTHING_WRONG } from './decisions.ts';

/** The decision on the figure of the draft at that place. */
async function decisionAt(at: number, draft: string, source: string): Promise<Decision['kind']> {
  const decisions = await decisionsAmong(draft, [source], EVERYTHING_WRONG);
  return decisions[at]?.kind ?? assert.fail('the draft has so many figures');
}

describe('what the sentence works out itself', () => {
  const crew =
    'The mill in Ostrand hired 22 weavers and 65 dyers. It has stood there since the flood of the Ost.';

  it('is a sum of its figures', async () => {
    const draft = 'With 22 weavers and 65 dyers the mill in Ostrand hired 87 people altogether.';
    assert.equal(await decisionAt(2, draft, crew), 'derived');
    assert.notEqual(await decisionAt(2, draft.replace('87', '97'), crew), 'derived');
  });

  it('is no sum of a figure that no article has', async () => {
    const draft = 'With 22 weavers and 75 dyers the mill in Ostrand hired 97 people altogether.';
    assert.notEqual(await decisionAt(2, draft, crew), 'derived');
  });

  it('is the rest of a whole', async () => {
    const sold = 'The mill in Ostrand took £812 million in all and £341 million of it at home.';
    const draft =
      'Having taken £341 million at home and £812 million in all, the mill in Ostrand took £471 million abroad.';
    assert.equal(await decisionAt(2, draft, sold), 'derived');
    assert.notEqual(await decisionAt(2, draft.replace('471', '451'), sold), 'derived');
  });

  it('is a growth', async () => {
    const profit =
      'The profit of the mill in Ostrand rose to £1.24 million. A year before it was £1.06 million.';
    const draft = 'The profit of the mill in Ostrand rose by 17% to £1.24 million, from £1.06 million.';
    assert.equal(await decisionAt(0, draft, profit), 'derived');
    assert.notEqual(await decisionAt(0, draft.replace('17', '27'), profit), 'derived');
    // 15 % is what the newer lacks of it, which nobody calls a rise from the older.
    assert.notEqual(await decisionAt(0, draft.replace('17', '15'), profit), 'derived');
  });

  it('is a total with what the article counts elsewhere', async () => {
    const staff =
      'The mill in Ostrand employs 21,500 people. The dye works in Ostrand, set up later, employs 10,800 people.';
    const draft =
      'Together the mill and the dye works in Ostrand employ 32,300 people, 21,500 of them at the mill.';
    assert.equal(await decisionAt(0, draft, staff), 'derived');
    assert.notEqual(await decisionAt(0, draft.replace('Together the', 'The'), staff), 'derived');
  });
});

describe('what a part leaves of a whole', () => {
  it('follows from both', async () => {
    const source = 'The mill in Ostrand cut 23 of its 86 jobs in the spring.';
    const draft = 'The mill in Ostrand kept 63 jobs after it cut 23 in the spring.';
    assert.equal(await decisionAt(0, draft, source), 'derived');
    assert.notEqual(await decisionAt(0, draft.replace('63', '53'), source), 'derived');
  });

  it('follows where the whole comes first', async () => {
    const source = 'The bridge of Ostrand cost £2.3 million, £1.7 million of which the county paid.';
    const draft = 'The bridge of Ostrand cost £2.3 million, and all but £600,000 was paid by the county.';
    assert.equal(await decisionAt(1, draft, source), 'derived');
  });

  it('does not follow from two that are told apart', async () => {
    const source = 'The mill in Ostrand cut 23 jobs and sold 86 looms in the spring.';
    const draft = 'The mill in Ostrand kept 63 looms and cut 23 jobs in the spring.';
    assert.notEqual(await decisionAt(0, draft, source), 'derived');
  });
});

describe('what was before or after a change', () => {
  const source = 'The parks of Ostrand will get £88 million, £4.5 million less than this year.';

  it('follows in the direction that the article tells', async () => {
    const draft = 'The parks of Ostrand, which got £92.5 million this year, will get £88 million.';
    assert.equal(await decisionAt(0, draft, source), 'derived');
    assert.notEqual(await decisionAt(0, draft.replace('92.5', '83.5'), source), 'derived');
  });

  it('is how far the ends of a range lie apart', async () => {
    const fare = 'A monthly pass in Ostrand goes from £92 to £98 in March.';
    const draft = 'A monthly pass in Ostrand costs £98 in March, up £6.';
    assert.equal(await decisionAt(2, draft, fare), 'derived');
    assert.notEqual(await decisionAt(2, draft.replace('£6', '£8'), fare), 'derived');
  });

  it('is told in a smaller unit', async () => {
    const river = 'The Ost rose to 7.82 metres at Meren, and the old mark there is 6.95 metres.';
    const draft = 'The Ost rose to 7.82 metres at Meren, 87 centimetres above the old mark.';
    assert.equal(await decisionAt(1, draft, river), 'derived');
    assert.notEqual(await decisionAt(1, draft.replace('87', '67'), river), 'derived');
  });

  it('is a rise by a bare count', async () => {
    const visits = 'The mill museum of Ostrand counted 68,400 visits, after 63,900 a year before.';
    const draft = 'Visits to the mill museum of Ostrand went up by 4,500 within a year to 68,400.';
    assert.equal(await decisionAt(0, draft, visits), 'derived');
  });
});

describe('years counted from one that the sentence tells', () => {
  it('lead to one of the article', async () => {
    const source = 'Ada Roe of Ostrand took her degree in 1951. She was made a doctor in 1956 at Meren.';
    const draft = 'Ada Roe of Ostrand took her degree in 1951 and was made a doctor five years later.';
    assert.equal(await decisionAt(1, draft, source), 'derived');
    assert.notEqual(await decisionAt(1, draft.replace('five', 'seven'), source), 'derived');
  });
});

describe('a sentence of hundreds of figures', () => {
  // To try all pairs for each of them took 25 seconds of 200, and some two come to nearly any number.
  it('is a table, of which none is worked out from two others', async () => {
    const counts = Array.from({ length: 150 }, (_, at) => 100 + at * 37);
    const told = (figures: readonly number[]): string =>
      `The harbour of Ostrand counted ${figures.map((figure) => `${figure} boats`).join(', ')} on the quay.`;
    const decisions = await decisionsAmong(
      told(counts.map((count) => count + (count % 2))),
      [told(counts)],
      EVERYTHING_WRONG,
    );
    assert.ok(decisions.length === counts.length && decisions.every(({ kind }) => kind !== 'derived'));
  });
});
