/** Names: what is one, which belong together, and what the index knows of them. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { findNames } from '../../../server/src/claims/name.ts';
import { officeOf } from '../../../server/src/claims/title.ts';
import { mentionOrder } from '../../../server/src/corpus/index/nameCorpus.ts';
import { createNameIndex } from '../../../server/src/corpus/index/nameMemoryIndex.ts';
import { compareNames, editDistance } from '../../../server/src/match/sameName.ts';
import { sameInWriting, spellingKey } from '../../../server/src/text/spelling.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';
import { article } from './article.ts';

/** The names of a sentence, each as `title | name`. */
function names(text: string): string[] {
  return findNames(text, tokenize(text)).map((name) =>
    name.title === null ? name.text : `${name.title} | ${name.text}`,
  );
}

describe('names of a sentence', () => {
  for (const [text, expected] of [
    ['Yesterday Ines Calder met the crew in Meren.', ['Ines Calder', 'Meren']],
    ['US Secretary of State Ann Reyes left.', ['US Secretary of State | Ann Reyes']],
    ['They met foreign ministry spokesman Ali Musawi.', ['foreign ministry spokesman | Ali Musawi']],
    [
      'He saw Prime Minister Adel Abdul Mahdi and Qais al-Khazali.',
      ['Prime Minister | Adel Abdul Mahdi', 'Qais al-Khazali'],
    ],
    ['The oil baron J. Paul Dorn met Dr. Ann Poe.', ['baron | J. Paul Dorn', 'Dr. | Ann Poe']],
    ['It was said by Jean-Luc Brandt of the Bank of Meren.', ['Jean-Luc Brandt', 'Bank of Meren']],
    [
      'Trader Tom Varga met Larry King and Derek Shepherd.',
      ['Trader | Tom Varga', 'Larry King', 'Derek Shepherd'],
    ],
    ['They saw King Harald and the Crown Prince.', ['King | Harald']],
    ['They’ll ask the Prime Minister.', []],
    ['But The Herald of Monday said so.', ['Herald']],
  ] as const) {
    test(text, () => assert.deepEqual(names(text), expected));
  }

  test('have spans that hold just the name', () => {
    const text = 'Later Governor Tom Varga spoke.';
    const [name] = findNames(text, tokenize(text));
    assert.ok(name !== undefined);
    assert.equal(text.slice(name.start, name.end), 'Tom Varga');
    assert.deepEqual(name.words, ['tom', 'varga']);
  });
});

describe('two names are', () => {
  for (const [a, b, expected] of [
    ['mark esper', 'esper', 'same'],
    ['adel abdul mahdi', 'abdul mahdi', 'same'],
    ['qais al khazali', 'khazali', 'same'],
    ['j smith', 'john smith', 'same'],
    ['mike brandt', 'michael brandt', 'same'],
    ['nic brandt', 'nicolas brandt', 'same'],
    ['bill clinton', 'clintons', 'same'],
    ['pmf', 'popular mobilization forces', 'same'],
    ['mark espar', 'mark esper', 'similar'],
    ['bill clinton', 'hillary clinton', 'different'],
    ['mark esper', 'mike pompeo', 'different'],
    ['lee', 'leo', 'different'],
  ] as const) {
    test(`${a} and ${b}: ${expected}`, () => {
      assert.equal(compareNames(a.split(' '), b.split(' ')), expected);
      assert.equal(compareNames(b.split(' '), a.split(' ')), expected);
    });
  }
});

describe('one office', () => {
  for (const [a, b] of [
    ['Defense Secretary', 'defence secretary'],
    ['Secretary of Defense', 'Defence Secretary'],
    ['US President', 'President'],
    ['former Iraqi Prime Minister', 'Prime Minister'],
  ] as const) {
    test(`${a}, ${b}`, () => assert.equal(officeOf(a), officeOf(b)));
  }

  test('is none that many hold', () => {
    for (const title of ['Mr', 'Dr.', 'Sgt', 'Officer', 'spokesman', 'Sen.'])
      assert.equal(officeOf(title), null);
  });

  test('is not another', () =>
    assert.notEqual(officeOf('Secretary of State'), officeOf('Defense Secretary')));
});

test('the edit distance is that of its definition', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
  fc.assert(
    fc.property(letters, letters, fc.integer({ min: 0, max: 7 }), (a, b, limit) => {
      assert.equal(editDistance(a, b, limit), Math.min(reference(a, b), limit + 1));
    }),
    { numRuns: 400 },
  );
});

/** Optimal string alignment by trying every step. */
function reference(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const same = a.at(-1) === b.at(-1);
  const steps = [
    reference(a.slice(0, -1), b) + 1,
    reference(a, b.slice(0, -1)) + 1,
    reference(a.slice(0, -1), b.slice(0, -1)) + (same ? 0 : 1),
  ];
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  if (swapped) steps.push(reference(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...steps);
}

describe('spelling', () => {
  for (const [a, b] of [
    ['defence', 'defense'],
    ['organised', 'organized'],
    ['neighbours', 'neighbors'],
    ['travelling', 'traveling'],
    ['theatre', 'theater'],
    ['dialogue', 'dialog'],
    ['licence', 'license'],
    ['analysed', 'analyzed'],
    ['grey', 'gray'],
    ['café', 'cafe'],
    ['paediatric', 'pediatric'],
  ] as const) {
    test(`${a} is ${b}`, () => assert.equal(spellingKey(a), spellingKey(b)));
  }

  for (const [a, b] of [
    ['four', 'for'],
    ['filled', 'filed'],
    ['shoe', 'she'],
    ['prise', 'prize'],
    ['their', 'there'],
    ['principal', 'principle'],
    ['were', 'we’re'],
  ] as const) {
    test(`${a} is not ${b}`, () => assert.notEqual(spellingKey(a), spellingKey(b)));
  }

  for (const [a, b, expected] of [
    ['do not', "don't", true],
    ['cannot', "can't", true],
    ['heavily fortified', 'heavilyfortified', true],
    ['two', '2', true],
    ["he's", 'he is', true],
    ["it's been", 'it has been', true],
    ["captain's", 'captain is', false],
    ['regretable', 'regrettable', true],
    ['f*king', 'f*cking', true],
    ['do', "don't", false],
    ['staring', 'starring', false],
    ['soldier', 'soldiers', false],
    ['', 'word', false],
  ] as const) {
    test(`“${a}” ${expected ? 'is' : 'is not'} “${b}” in other letters`, () => {
      const split = (text: string): string[] => text.split(' ').filter((word) => word !== '');
      assert.equal(sameInWriting(split(a), split(b)), expected);
    });
  }
});

describe('the name index', () => {
  test('answers a misspelt name with the one it resembles', async () => {
    const index = createNameIndex();
    index.put(article('Minister Joan Pell met Ali Moussawi.', 'a'));
    const [answer] = await index.names([['ali', 'moussavi']]);
    assert.deepEqual(answer?.known, []);
    assert.deepEqual(
      answer?.similar.map((name) => name.text),
      ['Ali Moussawi'],
    );
  });

  test('answers a wrong first letter only beside a word of the name, and in long words', async () => {
    const index = createNameIndex();
    index.put(article('Minister Joan Pell met Brett Kavanagh and Tom Gates.', 'a'));
    const answers = await index.names([['brett', 'cavanagh'], ['cavanagh'], ['tom', 'bates']]);
    assert.deepEqual(
      answers.map(({ similar }) => similar.map((name) => name.text)),
      [['Brett Kavanagh'], [], []],
    );
  });

  test('knows who holds an office', async () => {
    const index = createNameIndex();
    index.put(article('Prime Minister Adam Reyes met Governor Tom Varga.', 'a'));
    const [holders, nobody] = await index.holders([officeOf('Governor') ?? '', 'pope']);
    assert.deepEqual(
      holders?.map((name) => name.text),
      ['Tom Varga'],
    );
    assert.deepEqual(nobody, []);
  });

  test('forgets the names of an article that is gone', async () => {
    const index = createNameIndex();
    index.put(article('Governor Tom Varga left.', 'a'));
    index.put(article('Tom Varga left, and so did Ada Brandt.', 'b'));
    index.remove('a');
    index.remove('unknown');
    const [varga] = await index.names([['tom', 'varga']]);
    assert.deepEqual(
      varga?.known.flatMap(({ articles }) => articles),
      [mentionOrder('b')],
    );
    index.put(article('Nobody left.', 'b'));
    const [none] = await index.names([['tom', 'varga']]);
    assert.deepEqual(none, { known: [], similar: [] });
    assert.deepEqual(await index.holders([officeOf('Governor') ?? '']), [[]]);
  });
});
