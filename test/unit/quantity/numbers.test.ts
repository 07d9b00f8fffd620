/** Counts in figures and words, fractions, vague numbers, ordinals. */

import { describe } from 'node:test';
import { eachRow } from './notation.ts';

describe('figures', () => {
  eachRow([
    ['750 soldiers', '[750] → number 750'],
    ['5,200 soldiers', '[5,200] → number 5200'],
    ['1,234,567 votes', '[1,234,567] → number 1234567'],
    ['40 000 litres of milk', '[40 000] litres → measure 40000 litre'],
    ['2.5 children', '[2.5] → number 2.5'],
    ['.25 of it', '[.25] → number 0.25'],
    ['It fell to -3.', '[-3] → number -3'],
    ['minus 12', '[minus 12] → number -12'],
    ['1½ cups', '[1½] cups → measure 1.5 cup'],
    ['10 1/2 miles', '[10 1/2] miles → measure 10.5 mile'],
    ['3/4 of them', '[3/4] → number 0.75'],
    ['2.1 billion people', '[2.1 billion] → number 2100000000'],
    ['2.4 milllion likes', '[2.4 milllion] → number 2400000'],
    ['5 thousand people', '[5 thousand] → number 5000'],
    [
      'a 5k loan, 10M users and 3bn views',
      '[5k] → number 5000',
      '[10M] → number 10000000',
      '[3bn] → number 3000000000',
    ],
    ['1.2m people', '[1.2m] → number 1200000'],
    ['13 lakh homes', '[13 lakh] → number 1300000'],
    [''],
  ]);
});

describe('words', () => {
  eachRow([
    ['sixteen', '[sixteen] → number 16'],
    ['twenty-one', '[twenty-one] → number 21'],
    ['Eighty-five people', '[Eighty-five] → number 85'],
    ['one hundred and sixty-one days', '[one hundred and sixty-one] days → duration 161 day'],
    ['two hundred and two thousand', '[two hundred and two thousand] → number 202000'],
    ['two million three hundred thousand', '[two million three hundred thousand] → number 2300000'],
    ['nine point nought four', '[nine point nought four] → number 9.04'],
    ['a hundred people', '[a hundred] → number 100'],
    ['two dozen officers', '[two dozen] → number 24'],
    ['half a dozen', '[half a dozen] → number 6'],
    ['half a million voters', '[half a million] → number 500000'],
    ['half-a-million visitors', '[half-a-million] → number 500000'],
    ['a quarter of a million people', '[a quarter of a million] → number 250000'],
    ['three quarters of a million', '[three quarters of a million] → number 750000'],
    ['two-thirds of voters', '[two-thirds] → number 0.666667'],
    ['a third of the seats', '[a third] → number 0.333333'],
    ['more than half the houses', 'more than [half] → number 0.5, more-than'],
    ['two and a half years', '[two and a half] years → duration 2.5 year'],
    ['four-and-a-half-hour commute', '[four-and-a-half]-hour → duration 4.5 hour'],
    ['one in five children', '[one in five] → number 0.2'],
    ['One job in eight goes.', '[One job in eight] → number 0.125'],
    ['three people in four', '[three people in four] → number 0.75'],
    ['one man in two villages', '[one] → number 1', '[two] → number 2'],
    ['two men in three separate cars', '[two] → number 2', '[three] → number 3'],
    ['nine goals in ten games', '[nine] → number 9', '[ten] → number 10'],
    ['Nine out of 10 doctors', '[Nine out of 10] → number 0.9'],
  ]);
});

describe('vague numbers', () => {
  eachRow([
    ['dozens of people', '[dozens] → vague number 24..199'],
    ['hundreds', '[hundreds] → vague number 200..1999'],
    ['tens of thousands', '[tens of thousands] → vague number 20000..99000'],
    ['hundreds of thousands', '[hundreds of thousands] → vague number 200000..1999999'],
    ['a handful of men', '[a handful] → vague number 3..9'],
    ['several hundred', '[several hundred] → vague number 300..999'],
    ['a few weeks', '[a few] weeks → vague duration 2..9 week'],
    ['the last few hours', '[few] hours → vague duration 2..9 hour'],
    ['a couple of days', '[a couple] of days → vague duration 2..3 day'],
    ['few people came'],
    ['the couple married'],
  ]);
});

describe('pairs', () => {
  eachRow([
    ['a pair of late goals', '[a pair] → vague number 2'],
    ['the pair met in May', '[May] → month 2020-05-01..2020-05-31'],
  ]);
});

describe('a change and where it leads', () => {
  eachRow([
    ['Its boats went up by nine to 48.', '[nine] → number 9', '[48] → number 48'],
    [
      'The queue fell by 19 to 32 in May',
      '[19] → number 19',
      '[32] → number 32',
      '[May] → month 2020-05-01..2020-05-31',
    ],
    ['The index widened by 2.2 to 118.4', '[2.2] → number 2.2', '[118.4] → number 118.4'],
    ['It grew by 4 million to 31 million.', '[4 million] → number 4000000', '[31 million] → number 31000000'],
    ['It grew by 4 to 6 million.', '[4 to 6 million] → number 4000000..6000000'],
    ['It rose by 10 to 20 percent.', '[10 to 20 percent] → percent 10..20 %'],
    ['It rose by 10 to 20 a day.', '[10 to 20] a day → number 10..20 per day'],
    ['It went up by 10 to 20 ferries.', '[10 to 20] → number 10..20'],
    ['It was put off by 5 to 10 years', '[5 to 10] years → duration 5..10 year'],
    ['It is read by 300 to 400 in winter.', '[300 to 400] → number 300..400'],
    ['It rose by between 5 and 10.', 'between [5 and 10] → number 5..10'],
  ]);
});

describe('shares of games and tries', () => {
  eachRow([['a .586 winning percentage', '[.586] → number 0.586']]);
});

describe('the word second behind a number', () => {
  eachRow([
    ['two second-half goals', '[two] → number 2', '[second] → ordinal 2'],
    ['three second places', '[three] → number 3', '[second] → ordinal 2'],
    ['It took two second.', '[two] second → duration 2 second'],
    ['a two second delay', '[two] second → duration 2 second'],
    ['a 60-second film', '[60]-second → duration 60 second'],
  ]);
});

describe('the word one', () => {
  eachRow([
    ['One person died.', '[One] → number 1'],
    ['one year later', '[one] year → duration 1 year'],
    ['one-third of them', '[one-third] → number 0.333333'],
    ['in one day', '[one] day → duration 1 day'],
    ['one of the men'],
    ['one of the nine boats', '[one] → number 1', '[nine] → number 9'],
    ['the one of the two', '[two] → number 2'],
    ['No one came.'],
    ['the one who left'],
    ['One day he left.'],
    ['the Formula One race', '[One] → designation 1 formula'],
    ['their loved one is home'],
    ['One .22-calibre pistol', '[One] → number 1', '[.22]-calibre → measure 0.22 calibre'],
    ['one 12-foot boat', '[one] → number 1', '[12]-foot → measure 12 foot'],
    ['one boat sank and the other came home'],
    ['one sailor drowned and the other sailors swam', '[one] → number 1'],
    ['one was hurt and another 12 fled', '[12] → number 12'],
  ]);
});

describe('ordinals', () => {
  eachRow([
    ['the 10th day', '[10th] → ordinal 10'],
    ['his 35th win', '[35th] → ordinal 35'],
    ['the first three games', '[first] → ordinal 1', '[three] → number 3'],
    ['the twenty-fifth anniversary', '[twenty-fifth] → ordinal 25'],
    ['He finished third, behind her.', '[third] → ordinal 3'],
    ['a second time', '[second] → ordinal 2'],
    ['They first met. Police first believed him.'],
    ['At first he laughed.'],
    ['But first, the news.'],
    ['second-degree murder'],
    ['the First Amendment'],
    ['the first lady'],
  ]);
});
