/** Wording: how messages name an article, and the article's words within a sentence of ours. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Evidence } from '../../../server/src/check/finding.ts';
import { figureOtherFactMessage } from '../../../server/src/rules/figure-other-fact.ts';
import {
  articleName,
  asSentence,
  midSentence,
  sentenceStart,
  shorten,
  sourceName,
} from '../../../server/src/rules/wording.ts';

const ARTICLE = { outlet: null, title: '', path: '/desk/corpus/wreck.txt', published: '2019-12-31' };

suite('an article is named by', () => {
  test('its outlet and date', () => {
    const named = { ...ARTICLE, outlet: 'Gulf Wire', title: 'Ship lost' };
    assert.equal(sourceName(named), 'Gulf Wire (31 December 2019)');
    assert.equal(sourceName({ ...named, published: null }), 'Gulf Wire');
  });

  const titles = {
    'its headline without an outlet': ['Ship lost', '“Ship lost”'],
    'a headline that asks': ['Why was the ship lost?', '“Why was the ship lost?”'],
    'a headline that ends with initials': ['Ship lost off the U.S.', '“Ship lost off the U.S.”'],
    'the start of a long headline': [
      'Fourteen of the crew lost with the ship that was never meant to sail',
      '“Fourteen of the crew lost with the ship that was…”',
    ],
    'its file when the title is the first sentence': ['The ship was lost on Monday.', 'wreck.txt'],
    'its file when that sentence is a quotation': ['“The ship is lost.”', 'wreck.txt'],
    'its file when that sentence was cut': ['The number of people known to have died in the…', 'wreck.txt'],
  };
  for (const [name, [title = '', expected]] of Object.entries(titles))
    test(name, () => assert.equal(articleName({ ...ARTICLE, title }), expected));

  test('its file on Windows', () => {
    const path = 'C:\\desk\\corpus\\wreck.txt';
    assert.equal(articleName({ ...ARTICLE, title: 'It sank.', path }), 'wreck.txt');
  });
});

suite('within a sentence', () => {
  const values = {
    'At least nine': 'at least nine',
    Fourteen: 'fourteen',
    'Twenty-five': 'twenty-five',
    'A dozen': 'a dozen',
    'Last week': 'last week',
    'Early on Tuesday': 'early on Tuesday',
    'Mid-March': 'mid-March',
    Monday: 'Monday',
    'Tuesday’s': 'Tuesday’s',
    'March 3': 'March 3',
    'Sept. 11': 'Sept. 11',
    'New Year’s Eve': 'New Year’s Eve',
    US$5m: 'US$5m',
    A$5: 'A$5',
    'EUR 5': 'EUR 5',
    'Q3 2020': 'Q3 2020',
    'about 750': 'about 750',
    '53.7%': '53.7%',
  };
  for (const [written, expected] of Object.entries(values))
    test(`${written} reads ${expected}`, () => assert.equal(midSentence(written), expected));

  test('and at its start', () => {
    assert.equal(sentenceStart('fourteen'), 'Fourteen');
    assert.equal(sentenceStart('$5m'), '$5m');
  });
});

test('a passage is cut between words, on one line', () => {
  assert.equal(shorten('one  two\nthree four', 14), 'one two three…');
  assert.equal(shorten('one two', 7), 'one two');
  assert.equal(shorten('x'.repeat(20), 10), `${'x'.repeat(9)}…`);
  assert.equal(shorten('😀'.repeat(10), 10), `${'😀'.repeat(4)}…`);
});

test('a message is one line and ends with one full stop', () => {
  assert.equal(
    asSentence('Gulf Wire writes Ann Reyes, not Ann\n  Reyez'),
    'Gulf Wire writes Ann Reyes, not Ann Reyez.',
  );
  assert.equal(asSentence('Gulf Wire says 8:15 p.m.'), 'Gulf Wire says 8:15 p.m.');
});

suite('a figure of another fact', () => {
  const wreck = { ...evidence('wreck.txt'), outlet: 'Gulf Wire', text: 'The ship was built in 1994.' };

  test('stands there in the article that gives the right one', () => {
    const other = { ...wreck, text: 'It carried 25 people.' };
    assert.equal(
      figureOtherFactMessage(wreck, '55', '25', other),
      'Gulf Wire says 55, not 25. 25 stands there for another fact: “It carried 25 people.”',
    );
  });

  test('is said to stand in the other article where it stands in another', () => {
    const other = { ...evidence('raft.txt'), outlet: 'Harbour Post', text: 'The raft held 25 people.' };
    assert.equal(
      figureOtherFactMessage(wreck, '55', 'twenty\nfive', other),
      'Gulf Wire says 55, not twenty five. Harbour Post gives twenty five for another fact: “The raft held 25 people.”',
    );
  });
});

function evidence(article: string): Evidence {
  const passage = { start: 0, end: 10, text: '', line: 1, column: 0, value: null, marks: [], agrees: false };
  return { ...passage, article, path: article, title: '', outlet: null, published: null, url: null };
}
