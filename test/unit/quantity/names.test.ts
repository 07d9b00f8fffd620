/** Digits that are part of a name, a label, an address or a number of telephone, and so no figures. */

import { describe } from 'node:test';
import { eachRow } from './notation.ts';

describe('names with digits', () => {
  eachRow(
    [
      'the F-16 landed',
      'Covid-19 spread',
      'the 82nd Airborne',
      'B-52 bombers',
      'an A380',
      'the G7',
      'a 747 crashed',
      'a Boeing 737.',
      'Apollo 11 landed',
      'Route 66',
      'Rule 34',
      'the iPhone 15',
      'World War II',
      'after 9/11',
      'open 24/7',
      'Flight 370 disappeared',
      'Chapter 5',
      'Category 5',
      'EF2',
      'stage-4 cancer',
      'v2.0.1',
      '4x4',
      'a 7-Eleven',
      '42nd Street',
    ].map((text): [string] => [text]),
  );
});

describe('addresses and numbers to call', () => {
  eachRow(
    [
      '555-0123',
      '1-800-555-0199',
      '1-877-LAPD',
      '(239) 252-9300',
      'http://example.org/2019/12',
      '@user99',
      '192.168.1.1',
    ].map((text): [string] => [text]),
  );
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
    ['a magnitude-7.8 quake', '[7.8] → number 7.8'],
    ['a 400+ pound man', '[400]+ → number 400, at-least'],
  ]);
});
