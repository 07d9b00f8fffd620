/** Decisions: what a figure needs to be refuted or to follow from others, whatever the models make of it. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Decision } from '../../../server/src/check/figures/decide.ts';
import { POLICY } from '../../../server/src/check/figures/policy.ts';
import { decisionAmong, decisionOn, EVERYTHING_WRONG } from './decisions.ts';

const FILMS =
  'The museum of Meren shows short films this week. A diver tells how the cannons came up from the Halcyon. ' +
  'As the 20th anniversary of the wreck approaches, the museum filmed the pier that stands there today.';

describe('an ordinal that no article has', () => {
  it('is refuted by another of the same row', async () => {
    const draft = 'As the 21st anniversary of the wreck approaches, the museum of Meren filmed the pier.';
    assert.equal(await decisionOn(draft, FILMS), 'mismatch');
  });

  it('is left alone where the draft numbers what it lists itself', async () => {
    const draft = 'In the fourth film a diver tells how the cannons came up from the Halcyon.';
    assert.equal(await decisionOn(draft, FILMS), 'not-found');
  });
});

describe('an ordinal that stands at another place', () => {
  const draft = 'The rowers of Meren came second in the regatta at Ostrand.';

  it('excuses nothing where a rival surely stands', async () => {
    const source =
      'The rowers of Meren came third in the regatta at Ostrand on Sunday, the club said. ' +
      'For the second time since May a brewer raised the price of stout, which the council had feared.';
    assert.equal(await decisionOn(draft, source), 'other-fact');
  });
});

describe('a figure that an article of another story has otherwise', () => {
  const draft =
    'The brewery in Ostrand sold 412 bottles of stout to the monks of Saint Orrin for their winter feast.';
  const other = 'The ferry to Ostrand carries 300 passengers and leaves the pier at noon.';

  it('is left alone', async () => {
    assert.equal(await decisionOn(draft, other), 'not-found');
  });

  it('would be refuted if every article told the story', async () => {
    assert.equal(await decisionOn(draft, other, { ...EVERYTHING_WRONG, tellsFrom: 0 }), 'mismatch');
  });
});

describe('a figure that stands at another fact', () => {
  const wrong = { ...EVERYTHING_WRONG, refutedElsewhereFrom: 0.5 };
  const draft = 'The storm at Meren killed 25 sailors of the Halcyon, the harbour office said.';
  const told = 'The storm at Meren killed 14 sailors of the Halcyon, the harbour office said.';
  const raft = 'He waited two hours on a raft made for 25 people, a baker from Varga told the court.';

  it('is quoted from the article that tells the fact, although another is more like the draft', async () => {
    const other = 'The storm at Varga killed 25 soldiers of the garrison, the harbour office said.';
    const decision = await decisionAmong(draft, [`${told} The Halcyon had 25 cannons.`, other], wrong);
    assert.equal(decision.kind, 'other-fact');
    assert.match(quotedBy(decision), /cannons/);
  });

  it('is quoted from another article of the same story', async () => {
    const later =
      'A mass was sung at Meren. Wives of sailors killed in the storm on the Halcyon lit 25 candles, the harbour office said.';
    const decision = await decisionAmong(draft, [told, later, raft], wrong);
    assert.equal(decision.kind, 'other-fact');
    assert.match(quotedBy(decision), /candles/);
  });

  it('is not quoted from an article of another story', async () => {
    assert.equal((await decisionAmong(draft, [told, raft], wrong)).kind, 'mismatch');
  });

  function quotedBy(decision: Decision): string {
    if (decision.kind !== 'other-fact') return '';
    const { article: source, sentence } = decision.stands.passage;
    return source.article.text.slice(sentence.sentence.start, sentence.sentence.end);
  }
});

describe('a figure that two of a passage come to by chance', () => {
  const draft = 'The brewery in Ostrand sold 412 bottles of stout to the monks of Saint Orrin last winter.';
  const chance =
    'The brewery in Ostrand sold stout to the monks of Saint Orrin last winter, where 300 pilgrims and 112 carters wait.';

  it('does not follow from what stands nowhere near its place', async () => {
    assert.notEqual(await decisionOn(draft, chance, { ...POLICY, operandFrom: 1.1 }), 'derived');
  });

  it('follows where one of them may stand there', async () => {
    assert.equal(await decisionOn(draft, chance, { ...POLICY, operandFrom: 0 }), 'derived');
  });
});

describe('a range of which the articles have one end', () => {
  const draft = 'The court in Ostrand fined the smugglers between £200 and £900 for the barrels.';
  const fine = 'The court in Ostrand fined the smugglers £900 for the barrels.';
  const unsure = { ...POLICY, claims: { features: [], trees: [] }, refutedFrom: 1, refutedElsewhereFrom: 1 };

  it('is refuted', async () => {
    assert.equal(await decisionOn(draft, fine, unsure), 'mismatch');
  });

  it('is left alone where they have the other end too', async () => {
    const both = `${fine} The smugglers had paid £200 for them.`;
    assert.equal(await decisionOn(draft, both, unsure), 'supported');
  });

  it('is neither borne out nor refuted by what lies between the ends', async () => {
    const between = 'The court in Ostrand fined the smugglers £700 for the barrels.';
    assert.equal(await decisionOn(draft, between, unsure), 'not-found');
  });
});

describe('a total of two outcomes', () => {
  const unsure = { ...POLICY, claims: { features: [], trees: [] }, refutedFrom: 1, refutedElsewhereFrom: 1 };
  const apart = 'The storm killed 38 sailors of Meren and injured 52 dockers, the harbour office said.';

  it('is no figure of one of them', async () => {
    const draft = 'In the storm 38 sailors of Meren were killed or injured, the harbour office said.';
    assert.equal(await decisionOn(draft, apart, unsure), 'other-fact');
  });

  it('is left alone where the article tells it as one', async () => {
    const draft = 'In the storm 38 sailors of Meren were killed or injured, the harbour office said.';
    const together =
      'In the storm 38 sailors and 52 dockers of Meren were killed or injured, the office said.';
    assert.equal(await decisionOn(draft, together, unsure), 'supported');
  });

  it('is left alone where one of them is told', async () => {
    const draft = 'In the storm 38 sailors of Meren were killed, the harbour office said.';
    assert.equal(await decisionOn(draft, apart, unsure), 'supported');
  });
});

describe('a sum of amounts', () => {
  const sentence = (second: string): string =>
    `The court in Ostrand ordered the smugglers to pay a £310 fine and £220 ${second} to the brewery.`;
  const draft = 'The court in Ostrand ordered the smugglers to pay a £530 fine to the brewery.';

  it('is none of one kind where they are of two', async () => {
    assert.equal(await decisionOn(draft, sentence('in damages')), 'mismatch');
  });

  it('follows from amounts of one kind', async () => {
    assert.equal(await decisionOn(draft, sentence('in June')), 'derived');
  });

  it('follows where the draft tells both as one', async () => {
    const both = 'The court in Ostrand ordered the smugglers to pay £530 to the brewery.';
    assert.equal(await decisionOn(both, sentence('in damages')), 'derived');
  });
});
