/** Decisions on figures that are worked out, told beside others, or put in another unit. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Decision } from '../../../server/src/check/figures/decide.ts';
import { POLICY } from '../../../server/src/check/figures/policy.ts';
import { decisionAmong, decisionOn, decisionsAmong, EVERYTHING_WRONG, isRefuted } from './decisions.ts';

describe('the same number in another unit', () => {
  const unsure = { ...POLICY, claims: { features: [], trees: [] }, refutedFrom: 1, refutedElsewhereFrom: 1 };
  const draft = 'The court in Ostrand fined the smugglers $900 for the barrels.';

  it('is refuted at the same fact', async () => {
    const fine = 'The court in Ostrand fined the smugglers £900 for the barrels.';
    assert.equal(await decisionOn(draft, fine, unsure), 'unit');
  });

  it('is refuted where a scale is left out', async () => {
    const fine = 'The court in Ostrand fined the smugglers £900,000 for the barrels.';
    assert.equal(await decisionOn(draft.replace('$900', '£900'), fine, unsure), 'unit');
  });

  it('is refuted of a measure', async () => {
    const sailed = 'The Halcyon had sailed 340 miles from Meren when the storm broke.';
    assert.equal(await decisionOn(sailed.replace('miles', 'km'), sailed, unsure), 'unit');
    assert.notEqual(await decisionOn(sailed.replace('340 miles', '547 km'), sailed, unsure), 'unit');
  });

  it('is left alone where one sign is that of both', async () => {
    const fine = 'The court in Ostrand fined the smugglers A$900 for the barrels.';
    assert.notEqual(await decisionOn(draft, fine, unsure), 'unit');
  });

  it('is left alone where the article gives it in both', async () => {
    const both =
      'The court in Ostrand fined the smugglers £700 ($900) for the barrels, and £900 for the boat.';
    assert.equal(await decisionOn(draft, both, unsure), 'supported');
  });
});

describe('the figures of two sides', () => {
  const wrong = { ...EVERYTHING_WRONG, refutedElsewhereFrom: 0.5 };
  const brewer = 'The brewery in Ostrand will close in June, and 640 jobs go with it, the brewer said.';
  const union = 'By the count of the union in Ostrand 680 brewers will lose their jobs in June.';
  const draft = (told: string): string => `In Ostrand 640 brewers lose their jobs in June ${told}.`;

  it('are left alone where the draft tells who gives which', async () => {
    const told = draft('according to the brewer, 680 according to the union');
    assert.equal(isRefuted(await decisionAmong(told, [union, brewer], wrong)), false);
  });

  it('are not told apart where the draft names nobody', async () => {
    assert.equal(isRefuted(await decisionAmong(draft('and 680 in July'), [union, brewer], wrong)), true);
  });
});

describe('a span counted from another event', () => {
  const draft = 'Nine days before the storm the captain of the Halcyon wrote to the harbour office of Meren.';
  const sure = { ...EVERYTHING_WRONG, rivalFrom: 0.5 };

  const mass =
    'The captain of the Halcyon wrote to the harbour office of Meren on 4 May. ' +
    'A mass was sung for the sailors, whose widows had walked for three days over the hills to hear it.';

  it('is not refuted by a span of something else', async () => {
    assert.equal(await decisionOn(draft, mass, sure), 'not-found');
  });

  it('is told apart from a span that is counted from nothing', async () => {
    const plain = 'The captain of the Halcyon wrote to the harbour office of Meren for nine days.';
    assert.equal(await decisionOn(plain, mass, sure), 'mismatch');
  });

  it('is refuted by another at its place', async () => {
    const source =
      'Six days before the storm the captain of the Halcyon wrote to the harbour office of Meren.';
    assert.equal(await decisionOn(draft, source, sure), 'mismatch');
  });
});

describe('what follows from two sentences', () => {
  it('is the age of somebody so many years before', async () => {
    const source =
      'Ada Brenn has brewed stout in Ostrand for 33 years. “I shall miss the smell of it,” said Ms Brenn, 55, at the gate of the brewery.';
    const draft = 'Ada Brenn has brewed stout in Ostrand since she was 22.';
    assert.equal(await decisionOn(draft, source), 'derived');
    assert.notEqual(await decisionOn(draft.replace('22', '24'), source), 'derived');
  });

  it('is the time between two times of day', async () => {
    const source =
      'The Halcyon left Meren at 8:15 p.m. with 40 sailors. At 9:40 p.m. the engines of the Halcyon failed.';
    const draft = 'The engines of the Halcyon failed an hour and 25 minutes after it had left Meren.';
    assert.equal(await decisionOn(draft, source), 'derived');
    assert.notEqual(await decisionOn(draft.replace('25', '35'), source), 'derived');
  });
});

describe('a time of day', () => {
  const source =
    'At 9:40 p.m. the engines of the Halcyon stopped. The captain of the Halcyon sent a mayday 12 minutes later.';

  it('follows from the time that it is counted from', async () => {
    const draft = 'At 9:52 p.m. the captain of the Halcyon sent a mayday.';
    assert.equal(await decisionOn(draft, source), 'derived');
    assert.equal(await decisionOn(draft.replace('9:52', '9:58'), source), 'mismatch');
  });
});

describe('a time of day that a span leads back to', () => {
  const sure = EVERYTHING_WRONG;
  const ferry = 'The ferry from Meren was due in Ostrand at 9:21 p.m., the harbour office said.';
  const rows: readonly (readonly [source: string, draft: string, wrong: string])[] = [
    ['The ferry from Meren came to Ostrand at 9.47 p.m., 26 minutes behind schedule.', '9:21', '10:13'],
    ['The ferry from Meren came to Ostrand at 8.51 p.m., half an hour ahead of schedule.', '9:21', '8:21'],
    ['The ferry from Meren came to Ostrand at 9.47 p.m., 26 minutes later than planned.', '9:21', '10:13'],
    ['The ferry from Meren left Ostrand at 9.10 p.m., eleven minutes before the first call.', '9:21', '8:59'],
    ['Half an hour after the alarm, the ferry from Meren reached Ostrand at 9.51 p.m.', '9:21', '10:21'],
    ['The ferry from Meren came to Ostrand 26 minutes behind schedule at 9.47 p.m.', '9:21', '9:12'],
  ];
  for (const [source, right, wrong] of rows)
    it(`${source} ${right}, not ${wrong}`, async () => {
      assert.equal(await decisionOn(ferry.replace('9:21', right), source, sure), 'derived');
      assert.notEqual(await decisionOn(ferry.replace('9:21', wrong), source, sure), 'derived');
    });
});

describe('a year that a span leads back to', () => {
  const draft = 'The tram line in Ostrand was planned for 2021, the mayor said.';

  it('is the one planned', async () => {
    const source = 'The tram line in Ostrand is due in late 2022, a year later than planned, the mayor said.';
    assert.equal(await decisionOn(draft, source), 'derived');
    assert.notEqual(await decisionOn(draft.replace('2021', '2023'), source), 'derived');
  });

  it('is the one an event is told to lie behind', async () => {
    const source =
      'The tram line in Ostrand is ready in 2023, two years after the date planned by the mayor, he said.';
    assert.equal(await decisionOn(draft, source), 'derived');
    assert.notEqual(await decisionOn(draft.replace('2021', '2025'), source), 'derived');
  });

  it('is counted on from where nothing else is named', async () => {
    const source = 'The tram line in Ostrand was planned in 2019, and two years later the mayor opened it.';
    assert.equal(await decisionOn(draft, source), 'derived');
    assert.notEqual(await decisionOn(draft.replace('2021', '2017'), source), 'derived');
  });
});

describe('a figure that says it is worked out', () => {
  const sold =
    'The brewery in Ostrand sold stout for £412.6m, against £450.4m a year before. Its brewers voted on Sunday.';

  it('follows as the difference of two, of which the draft tells one', async () => {
    const draft = 'The brewery in Ostrand sold stout for £412.6m, £37.8m less than a year before.';
    assert.equal(await secondDecision(draft, sold), 'derived');
    assert.equal(await secondDecision(draft.replace('37.8', '38.7'), sold), 'mismatch');
  });

  it('follows as the points between two percentages', async () => {
    const source = 'Of the brewers in Ostrand 53.7 percent voted for the stout and 46.3 percent against it.';
    const draft = 'In Ostrand 53.7 percent voted for the stout, a lead of 7.4 points over those against it.';
    assert.equal(await secondDecision(draft, source), 'derived');
    assert.notEqual(await secondDecision(draft.replace('7.4', '6.4'), source), 'derived');
  });

  it('follows where its unit goes without saying', async () => {
    const source = 'The tram to Ostrand takes 26 minutes; the bus needs 41.';
    const draft = 'The tram to Ostrand takes 26 minutes, 15 fewer than the bus.';
    assert.equal(await secondDecision(draft, source), 'derived');
  });

  it('follows as the rest to a hundred where the draft tells both', async () => {
    const source = 'Of the brewers in Ostrand 57 percent voted against the stout.';
    const draft = 'The brewers in Ostrand voted against the stout, by 57 to 43 percent.';
    assert.equal(await secondDecision(draft, source), 'derived');
    const rise = 'The price of stout in Ostrand rose by 57 percent, and wages by 43 percent.';
    assert.equal(await secondDecision(rise, 'The price of stout in Ostrand rose by 57 percent.'), 'mismatch');
  });

  it('follows as what is left of a whole', async () => {
    const source = 'The tram line in Ostrand has 23 stops. The first nine stops in Ostrand open in May.';
    const draft = 'The first nine stops of the tram line in Ostrand open in May, the other 14 stops in June.';
    const [, , , rest] = await decisionsAmong(draft, [source], EVERYTHING_WRONG);
    assert.equal(rest?.kind, 'derived');
  });

  it('follows as the years between two that the draft tells', async () => {
    const source = 'The first trams ran in Ostrand in 1899. The last of the trams ran in Ostrand in 1958.';
    const draft = 'Trams ran in Ostrand for 59 years, from 1899 to 1958.';
    assert.equal(await decisionOn(draft, source), 'derived');
    assert.notEqual(await decisionOn(draft.replace('59', '57'), source), 'derived');
  });

  async function secondDecision(draft: string, source: string): Promise<Decision['kind']> {
    return (await decisionsAmong(draft, [source], EVERYTHING_WRONG))[1]?.kind ?? 'not-found';
  }
});

describe('figures told together', () => {
  const wrong = { ...EVERYTHING_WRONG, refutedElsewhereFrom: 0.5 };
  const source =
    'The harbour of Meren took its debt from 38 to 61 percent of what it earns, the office said.';
  const draft = 'The debt of the harbour of Meren goes from 38 percent to 61, the office said.';

  it('are right in the order of the article', async () => {
    const [first] = await decisionsAmong(draft, [source], wrong);
    assert.ok(first !== undefined && !isRefuted(first));
  });

  it('are not where they are turned round', async () => {
    const turned = 'The debt of the harbour of Meren goes from 61 percent to 38 percent, the office said.';
    const decisions = await decisionsAmong(turned, [source], wrong);
    assert.ok(decisions.some(isRefuted));
  });
});

describe('a difference of counts behind a figure with a unit', () => {
  it('is worked out although they might share the unit', async () => {
    const counts =
      'On a crossing of 26 minutes the lantern ferry of Meren carried, in April, some 61. In May it carried 40.';
    const draft = 'The lantern ferry of Meren carried 21 fewer in May than in April.';
    assert.equal(await decisionOn(draft, counts), 'derived');
  });
});
