/** Page furniture: what is cut from the end of an article, and prose that looks like it and stays. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { furnitureStart } from '../../../server/src/corpus/furniture.ts';

const STORY = 'The tram line opened in May. It carries 12,000 people a day.';

suite('cut', () => {
  const cases: Readonly<Record<string, string>> = {
    'credits in a paragraph': '\n\nReporting by Ada Quill and Ben Roe; Editing by Cy Marsh\n',
    'credits in brackets':
      '\n\n(Reporting by Ada Quill in Port Elwin. Writing by B. Roe. Editing by Cy Marsh.)',
    'credits on lines': '\nReporting by Ada Quill\nAdditional reporting by Ben Roe\nEditing by Cy Marsh',
    'credits run together with the story':
      'Reporting by Ada Quill; Additional reporting by Ben Roe and Dubai newsroom, Writing by Cy Marsh',
    'credits and class names':
      'Reporting by Ada Quill; Editing by Cy Marshfor-phone-onlyfor-tablet-portrait-upfor-desktop-up',
    'credits and a menu':
      'Reporting by Ada Quill; Editing by Cy MarshShare this articleMost readNewsletters | Sign in',
    'class names alone': ' nav-item-is-open-by-default-now',
    'a menu of headlines':
      '\n\nMore on this story\n\nCould your town have a tram?\nThe line that took 40 years\n',
    'a copyright line': '\n\n© 2020 Meridian. All rights reserved.',
    'several notices': '\n\nShare this\nFollow us: @Meridian\nSubscribe\n',
    'notices without a verb': '\nAdvertisement\nSubscribe to our newsletter\nSubscribe for $1 a week',
    'a menu under a heading with a colon':
      '\nRelated:\nCould your town have a tram?\nThe line that took 40 years',
    'what is recommended': '\nRecommended for you\nThe line that took 40 years',
    'pages for advertisers': '\nAdvertise with us\nAdvertising policy',
    'related links': '\nRelated Articles\nCould your town have a tram?',
    'a year of copyright': '\nCopyright 2020 Meridian Media Ltd.',
    'copyright of an agency': '\nCopyright (c) 2020, Meridian. All rights reserved.',
    'standards after credits': '\nReporting by Ada Quill\nOur Standards: The Trust Principles.',
  };
  for (const [name, furniture] of Object.entries(cases)) {
    test(name, () => {
      const text = STORY + furniture;
      assert.equal(text.slice(0, furnitureStart(text)), STORY);
    });
  }
});

suite('kept', () => {
  const cases: Readonly<Record<string, string>> = {
    'a story that ends plainly': STORY,
    'reporting by someone in the last sentence': `${STORY} Reporting by The Herald found that the cost was higher.`,
    'a credit with a figure': `${STORY} Editing by 12 people took a year.`,
    'a credit inside a sentence': `${STORY} The book won a prize for its reporting by Ada Quill.`,
    'prose after the credits': `${STORY}\nReporting by Ada Quill.\nThe council then met again and put the plan off until the spring.`,
    'a hyphenated word': `${STORY} It is state-of-the-art`,
    'a text of nothing but credits': 'Reporting by Ada Quill; Editing by Cy Marsh',
    'revenue of advertising': `${STORY}\nAdvertising revenue of the tram fell by 12 percent to 140 million crowns.`,
    'an advertiser': `${STORY}\nAdvertisers left the tram company after the accident.`,
    subscribers: `${STORY}\nSubscribers to the tram rose in number by 8,400 to 212,000.`,
    'suits about copyright': `${STORY}\nCopyright suits against the tram company rose to 31 in 2020.`,
    'a list with what is related': `${STORY}\nAccidents: 3\nRelated deaths: 417\nHospital admissions: 2,650`,
    'related in a sentence': `${STORY}\nRelated costs were 12 million crowns`,
    'trending in a list': `${STORY}\nTrending stocks: 12\nOther stocks: 88`,
    nothing: '',
  };
  for (const [name, text] of Object.entries(cases)) {
    test(name, () => assert.equal(furnitureStart(text), text.length));
  }

  test('white space at the end is no prose', () =>
    assert.equal(furnitureStart(`${STORY}\n\n `), STORY.length));
});
