/** Bounds, approximations and ranges of figures; scores. */

import { describe } from 'node:test';
import { eachRow } from './notation.ts';

describe('bounds', () => {
  eachRow([
    ['about 750 soldiers', 'about [750] → number 750, about'],
    ['some 600 people', 'some [600] → number 600, about'],
    ['An estimated 600 people', 'An estimated [600] → number 600, about'],
    ['around 3 percent', 'around [3 percent] → percent 3 %, about'],
    ['at least 25', 'at least [25] → number 25, at-least'],
    ['no fewer than 25', 'no fewer than [25] → number 25, at-least'],
    ['more than 5,000', 'more than [5,000] → number 5000, more-than'],
    ['over 60%', 'over [60%] → percent 60 %, more-than'],
    ['in excess of £1m', 'in excess of [£1m] → money 1000000 GBP, more-than'],
    ['nearly 60%', 'nearly [60%] → percent 60 %, nearly'],
    ['nearly three weeks', 'nearly [three] weeks → duration 3 week, nearly'],
    ['nearly a 20-percent rise', 'nearly a [20-percent] → percent 20 %, nearly'],
    ['up to 20 years', 'up to [20] years → duration 20 year, at-most'],
    ['no more than three', 'no more than [three] → number 3, at-most'],
    ['as many as 40', 'as many as [40] → number 40, at-most'],
    ['fewer than 5,000', 'fewer than [5,000] → number 5000, less-than'],
    ['under 18', 'under [18] → number 18, less-than'],
    ['just under 300 people', 'just under [300] → number 300, less-than'],
    ['20+ countries', '[20]+ → number 20, at-least'],
    ['500 or more', '[500] or more → number 500, at-least'],
    ['500 or fewer', '[500] or fewer → number 500, at-most'],
    ['10 years or so', '[10] years or so → duration 10 year, about'],
    ['They took over 20 firms.', '[20] → number 20'],
    ['14 goals over three games', '[14] → number 14', '[three] → number 3'],
    ['He played over 300 games.', 'over [300] → number 300, more-than'],
    ['over three ferries', 'over [three] → number 3, more-than'],
  ]);
});

describe('bounds that are said of one thing only', () => {
  eachRow([
    ['visitors 18 and older', '[18] and older → age 18 year, at-least'],
    ['swimmers 12 or younger', '[12] or younger → age 12 year, at-most'],
    ['40 pages and up', '[40] → number 40'],
    ['The lock is not 100% safe.', 'not [100%] → vague percent 0..99.99 %, less-than'],
    ['It is not 40% safe.', '[40%] → percent 40 %'],
  ]);
});

describe('bounds on both sides', () => {
  eachRow([
    ['her nearly 26,000-plus followers', 'nearly [26,000]-plus → number 26000, about'],
    ['more than 50,000+ migrants', 'more than [50,000]+ → number 50000, more-than'],
    ['26,000-plus followers', '[26,000]-plus → number 26000, at-least'],
  ]);
});

describe('ranges', () => {
  eachRow([
    ['20-30 people', '[20-30] → number 20..30'],
    ['20–30 people', '[20–30] → number 20..30'],
    ['between 5 and 7 million people', 'between [5 and 7 million] → number 5000000..7000000'],
    ['$3 to $5 million', '[$3 to $5 million] → money 3000000..5000000 USD'],
    ['$500,000 to $1 million', '[$500,000 to $1 million] → money 500000..1000000 USD'],
    ['from 16 to 19 students', 'from [16 to 19] → number 16..19'],
    ['two or three men', '[two or three] → number 2..3'],
    ['eight to 10 feet', '[eight to 10] feet → measure 8..10 foot'],
    ['40-60%', '[40-60%] → percent 40..60 %'],
    ['It rose from 16 to 19 percent.', '[16] → percent 16 %', '[19 percent] → percent 19 %'],
    ['It rose from 5 to 7 million.', '[5] → number 5000000', '[7 million] → number 7000000'],
    ['It fell from 5 to 3.', '[5] → number 5', '[3] → number 3'],
    ['20 and 30', '[20] → number 20', '[30] → number 30'],
  ]);
});

describe('scores', () => {
  eachRow([
    ['a 3-1 win', '[3-1] → score 3-1'],
    ['They won 6-4, 6-2.', '[6-4] → score 6-4', '[6-2] → score 6-2'],
    ['They lost 1-3.', '[1-3] → score 1-3'],
    ['Ostrand leads two games to nil.', '[two games to nil] → score 2-0'],
    ['She won 3 sets to one.', '[3 sets to one] → score 3-1'],
    ['They ended with 7 wins and 4 losses.', '[7 wins and 4 losses] → score 7-4'],
    ['They are 4 and 1 in the district.', '[4 and 1] → score 4-1'],
    [
      'Her sons are 4 and 6 in May.',
      '[4] → number 4',
      '[6] → number 6',
      '[May] → month 2020-05-01..2020-05-31',
    ],
    ['in two games to date', '[two] → number 2'],
    ['a 5-4 vote', '[5-4] → score 5-4'],
    ['It passed 83 to 63.', '[83 to 63] → score 83-63'],
    ['They voted 11 to six.', '[11 to six] → score 11-6'],
    ['1-3 people', '[1-3] → number 1..3'],
  ]);
});
