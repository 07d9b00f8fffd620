/** Digits that are part of a name, a label, an address or a number of telephone, and so no figures. */

import { describe } from 'node:test';
import { eachRow } from './notation.ts';

describe('names with digits', () => {
  eachRow(
    ['the Third Reich', 'World War II', 'after 9/11', 'open 24/7', 'v2.0.1', '4x4', 'a 7-Eleven'].map(
      (text): [string] => [text],
    ),
  );
});

describe('codes, called by what stands before their digits', () => {
  eachRow([
    ['the F-16 landed', '[16] → designation 16 f'],
    ['Covid-19 spread', '[19] → designation 19 covid'],
    ['B-52 bombers', '[52] → designation 52 b'],
    ['an A380', '[380] → designation 380 a'],
    ['the G7', '[7] → designation 7 g'],
    ['a 747 crashed', '[747] → designation 747 a'],
    ['EF2', '[2] → designation 2 ef'],
    ['stage-4 cancer', '[4] → designation 4 stage'],
    ['Class 7A football', '[7]A → designation 7 class'],
    ['known as Jane Doe #16', '[16] → designation 16 number'],
    ['the 82nd Airborne', '[82nd] → designation 82 airborne'],
    ['the Ninth Circuit', '[Ninth] → designation 9 circuit'],
    ['the 6th U.S. Circuit', '[6th] → designation 6 us'],
  ]);
});

describe('numbers of things that are numbered', () => {
  eachRow([
    ['a Boeing 737.', '[737] → designation 737 boeing'],
    ['Apollo 11 landed', '[11] → designation 11 apollo'],
    ['Route 66', '[66] → designation 66 route'],
    ['Rule 34', '[34] → designation 34 rule'],
    ['the iPhone 15', '[15] → designation 15 iphone'],
    ['Flight 370 disappeared', '[370] → designation 370 flight'],
    ['Chapter 5', '[5] → designation 5 chapter'],
    ['Category 5', '[5] → designation 5 category'],
  ]);
});

describe('cartridges', () => {
  eachRow([['a .25-06 rifle and 20 rounds', '[20] → number 20']]);
});

describe('addresses and numbers to call', () => {
  eachRow(
    [
      '555-0123',
      '1-800-555-0199',
      '1-877-LAPD',
      '(239) 252-9300',
      '020 7946 0018',
      '+44 1632 960 417',
      'number 00417732',
      'http://example.org/2019/12',
      '@user99',
      '192.168.1.1',
    ].map((text): [string] => [text]),
  );
});

describe('titles in quotation marks', () => {
  eachRow([
    ['the film "Furious 7" opened', '[7] → designation 7 furious'],
    ['“Glasswalker 2” will open', '[2] → designation 2 glasswalker'],
    ['Its sequel. "Glasswalker 2," which opens', '[2] → designation 2 glasswalker'],
    ['He asked: "Where 7 were held?"', '[7] → number 7'],
    ['issue No. 40 reveals it', '[40] → designation 40 number'],
  ]);
});

describe('one of a row that is not named', () => {
  eachRow([
    ['a ball lost at the 12.', '[12] → designation 12 number'],
    ['stuck on the 88 in the rain', '[88] → designation 88 number'],
    ['at the 17 schools', '[17] → number 17'],
    ['on the 10 of them', '[10] → number 10'],
    ['for the 17 who left', '[17] → number 17'],
  ]);
});

describe('list numbers', () => {
  eachRow([
    ['1. Switzerland\n2. Iceland'],
    ['It ended. 1. Star Wars came. 2. Mindy left.'],
    ['1) One woman left.', '[One] → number 1'],
  ]);
});

describe('figures behind words in capitals', () => {
  eachRow([
    ['In Syria 200 people died.', '[200] → number 200'],
    ['killing Khan 1,200 miles away', '[1,200] miles → measure 1200 mile'],
    ['About 30 left', 'About [30] → number 30, about'],
    ['a magnitude-7.8 quake', 'magnitude-[7.8] → measure 7.8 magnitude'],
    ['a 400+ pound man', '[400]+ → number 400, at-least'],
  ]);
});
