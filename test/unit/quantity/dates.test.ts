/** Dates, written in full, in part, or counted from the day of the article (Wednesday, 1 January 2020). */

import { describe } from 'node:test';
import { eachRow } from './notation.ts';

describe('days', () => {
  eachRow([
    ['29 December 2019', '[29 December 2019] → day 2019-12-29'],
    ['Dec. 31, 1994', '[Dec. 31, 1994] → day 1994-12-31'],
    ['the 4th of July', '[the 4th of July] → day 2019-07-04'],
    ['on December 29', '[December 29] → day 2019-12-29'],
    ['on 3 February', '[3 February] → day 2020-02-03'],
    ['Tuesday, May 5, 2015', '[Tuesday, May 5, 2015] → day 2015-05-05'],
    ['May twenty-first', '[May twenty-first] → day 2020-05-21'],
    ['May 5 last year', '[May 5 last year] → day 2019-05-05'],
    ['2020-01-31', '[2020-01-31] → day 2020-01-31'],
    ['12/31/2019', '[12/31/2019] → day 2019-12-31'],
    ['31/12/2019', '[31/12/2019] → day 2019-12-31'],
    ['31.12.2019', '[31.12.2019] → day 2019-12-31'],
    ['9-18-15', '[9-18-15] → day 2015-09-18'],
    ['2019-Sep-1', '[2019-Sep-1] → day 2019-09-01'],
    ['on 4/22', '[4/22] → day 2020-04-22'],
    ['4/22 and 22/04', '[4/22] → day 2020-04-22', '[22/04] → day 2020-04-22'],
    ['this Friday, June 15', '[this Friday, June 15] → day 2020-06-15'],
    ['Friday 7/6', '[Friday 7/6] → day 2019-07-06'],
    ['on the 27th.', '[27th] → day 2019-12-27'],
    ['Feb. 30, 2020', '[Feb. 30, 2020] → day ?'],
    ['on October 72', '[October 72] → day ?'],
    ['April 72 is a holiday.', '[April 72] → day ?'],
    ['on Tuesday, October 67, we met', '[Tuesday, October 67] → day ?'],
    [
      'since October 50 people',
      'since [October] → month 2019-10-01..2019-10-31, at-least',
      '[50] → number 50',
    ],
  ]);
});

describe('months', () => {
  eachRow([
    ['in March', '[March] → month 2020-03-01..2020-03-31'],
    ['June 2016', '[June 2016] → month 2016-06-01..2016-06-30'],
    ['August, 2014', '[August, 2014] → month 2014-08-01..2014-08-31'],
    ['last September', '[last September] → month 2019-09-01..2019-09-30'],
    ['in May last year', '[May last year] → month 2019-05-01..2019-05-31'],
    ['the August shooting', '[August] → month 2019-08-01..2019-08-31'],
    ['2016-11', '[2016-11] → month 2016-11-01..2016-11-30'],
    [
      'in May, June and July',
      '[May] → month 2020-05-01..2020-05-31',
      '[June] → month 2020-06-01..2020-06-30',
      '[July] → month 2019-07-01..2019-07-31',
    ],
    ['It may rain; march on.'],
    ['Theresa May spoke, April Jones listened.'],
  ]);
});

describe('years and longer', () => {
  eachRow([
    ['the 2013 bombings', '[2013] → year 2013-01-01..2013-12-31'],
    ['other 2016 hopefuls', '[2016] → year 2016-01-01..2016-12-31'],
    ['the 2000 people', '[2000] → number 2000'],
    ['in 1976', '[1976] → year 1976-01-01..1976-12-31'],
    ['the 2015 election', '[2015] → year 2015-01-01..2015-12-31'],
    ['2000 people', '[2000] → number 2000'],
    ['the 2,000 dead', '[2,000] → number 2000'],
    ['2001-2005', '[2001-2005] → year 2001-01-01..2005-12-31'],
    ['from 1970-74', '[1970-74] → year 1970-01-01..1974-12-31'],
    ['the 2007-08 season', '[2007-08] → year 2007-01-01..2008-12-31'],
    ['in the 1950s', '[1950s] → decade 1950-01-01..1959-12-31'],
    ['the 1950’s', '[1950’s] → decade 1950-01-01..1959-12-31'],
    ["in the mid-1950's", "mid-[1950's] → decade 1952-07-02..1957-07-01"],
    ['since 1950’s “The Well”', 'since [1950] → year 1950-01-01..1950-12-31, at-least'],
    ["the '60s", "['60s] → decade 1960-01-01..1969-12-31"],
    ['the sixties', '[sixties] → decade 1960-01-01..1969-12-31'],
    ['the 20th century', '[20th century] → century 1901-01-01..2000-12-31'],
    ['17th-century art', '[17th-century] → century 1601-01-01..1700-12-31'],
    ['nineteen ninety-six', '[nineteen ninety-six] → year 1996-01-01..1996-12-31'],
    ['the third quarter of 2016', '[third quarter of 2016] → quarter 2016-07-01..2016-09-30'],
    ['Q3 2019', '[Q3 2019] → quarter 2019-07-01..2019-09-30'],
    ['the summer of 2016', '[summer of 2016] → season 2016-06-01..2016-08-31'],
    ['a hot summer'],
  ]);
});

describe('weekdays', () => {
  eachRow([
    ['on Tuesday', '[Tuesday] → day 2019-12-31'],
    ['on Wednesday', '[Wednesday] → day 2020-01-01'],
    ['on Thursday', '[Thursday] → day 2019-12-26'],
    ['next Tuesday', '[next Tuesday] → day 2020-01-07'],
    ['last Friday', '[last Friday] → day 2019-12-27'],
    ['this Friday', '[this Friday] → day 2020-01-03'],
    ['Tuesday of last week', '[Tuesday of last week] → day 2019-12-24'],
    ['next week on Friday', '[next week on Friday] → day 2020-01-10'],
    ['Sundays', '[Sundays] → day ?'],
    ['The sun shone and he sat down.'],
  ]);
});

describe('days counted from the article', () => {
  eachRow([
    ['yesterday', '[yesterday] → day 2019-12-31'],
    ['the day after tomorrow', '[the day after tomorrow] → day 2020-01-03'],
    ['last night', '[last night] → day 2019-12-31'],
    ['last week', '[last week] → week 2019-12-23..2019-12-29'],
    ['next month', '[next month] → month 2020-02-01..2020-02-29'],
    ['last year', '[last year] → year 2019-01-01..2019-12-31'],
    ['this summer', '[this summer] → season 2020-06-01..2020-08-31'],
    ['two weeks ago', '[two weeks ago] → week 2019-12-18'],
    ['a few days ago', '[a few days ago] → day 2019-12-29'],
    ['10 years ago', '[10 years ago] → year 2010-01-01'],
    ['three days from tomorrow', '[three days from tomorrow] → day 2020-01-05'],
    ['over the past week', '[past week] → week 2019-12-25..2020-01-01'],
    ['USA Today reported; Last Week Tonight'],
    ['in the last year of his term; his last year'],
    ['in the past 3 weeks', '[3] weeks → duration 3 week'],
  ]);
});

describe('parts of periods', () => {
  eachRow([
    ['late 2019', 'late [2019] → year 2019-07-01..2019-12-31'],
    ['early last year', 'early [last year] → year 2019-01-01..2019-06-30'],
    ['mid-June', 'mid-[June] → month 2020-06-08..2020-06-23'],
    ['the end of the year', '[end of the year] → year 2020-07-01..2020-12-31'],
    ['the first Friday of July', '[first Friday of July] → day 2019-07-05'],
    ['the last week of 2019', '[last week of 2019] → week 2019-12-23..2019-12-29'],
    ['the week of November 30th', 'week of [November 30th] → week 2019-11-25..2019-12-01'],
    ['early on'],
  ]);
});

describe('named days', () => {
  eachRow([
    ["New Year's Eve", "[New Year's Eve] → day 2019-12-31"],
    ['on Christmas Day 2018', '[Christmas Day 2018] → day 2018-12-25'],
    ['before Thanksgiving', 'before [Thanksgiving] → day 2019-11-28, less-than'],
    ['Easter Monday 2019', '[Easter Monday 2019] → day 2019-04-22'],
    ['over the Easter weekend of 2019', '[Easter weekend of 2019] → weekend 2019-04-19..2019-04-22'],
    ['over the Easter weekend', '[Easter weekend] → weekend 2020-04-10..2020-04-13'],
    ['Memorial Day weekend 2019', '[Memorial Day weekend 2019] → weekend 2019-05-25..2019-05-27'],
    ['Thanksgiving weekend', '[Thanksgiving weekend] → weekend 2019-11-28..2019-12-01'],
    ['Memorial Day 2019', '[Memorial Day 2019] → day 2019-05-27'],
    ['Black Friday', '[Black Friday] → day 2019-11-29'],
    ['a Christmas tree'],
  ]);
});

describe('times of day', () => {
  eachRow([
    ['at 3 p.m.', '[3 p.m.] → time 15:00'],
    ['a 10 pm-5 am curfew', '[10 pm] → time 22:00', '[5 am] → time 05:00'],
    ['nightly, 90pm', '[90pm] → time 90:00'],
    ['of the 20 am I the first', '[20] → number 20', '[first] → ordinal 1'],
    ['at 12:05 a.m.', '[12:05 a.m.] → time 00:05'],
    ['11:30', '[11:30] → time 11:30'],
    ['10 o’clock', '[10 o’clock] → time 10:00'],
    ['at noon', '[noon] → time 12:00'],
    ['1900 GMT', '[1900] → time 19:00'],
    ['3 p.m. Tuesday', '[3 p.m.] → time 15:00', '[Tuesday] → day 2019-12-31'],
    ['left at a quarter past eight', '[a quarter past eight] → time 08:15'],
    ['at half past nine in the evening', '[half past nine in the evening] → time 21:30'],
    ['at twenty-five to six', '[twenty-five to six] → time 05:35'],
    ['five minutes to midnight', '[five minutes to midnight] → time 23:55'],
    ['a quarter to ten at night', '[a quarter to ten at night] → time 21:45'],
    ['by ten in the evening', 'by [ten in the evening] → time 22:00, at-most'],
    ["8 o'clock in the evening", "[8 o'clock in the evening] → time 20:00"],
    ['They voted ten to six.', '[ten to six] → score 10-6'],
    ['three in the morning and five at night', '[three] → number 3', '[five] → number 5'],
  ]);
});

describe('periods', () => {
  eachRow([
    ['from Monday to Tuesday', 'from [Monday to Tuesday] → day 2019-12-30..2019-12-31'],
    ['from Friday to Monday', 'from [Friday to Monday] → day 2019-12-27..2019-12-30'],
    ['from Tuesday to Friday', 'from [Tuesday to Friday] → day 2019-12-24..2019-12-27'],
    ['May 3-5', '[May 3-5] → day 2020-05-03..2020-05-05'],
    ['14-22 March', '[14-22 March] → day 2020-03-14..2020-03-22'],
    ['between 1990 and 1995', 'between [1990 and 1995] → year 1990-01-01..1995-12-31'],
    ['June 26 to June 28, 2015', '[June 26 to June 28, 2015] → day 2015-06-26..2015-06-28'],
    ['December 20 to January 6', '[December 20 to January 6] → day 2019-12-20..2020-01-06'],
    ['January to October 2023', '[January to October 2023] → month 2023-01-01..2023-10-31'],
    ['Monday to 1 December', '[Monday] → day 2019-12-30', '[1 December] → day 2019-12-01'],
    ['Monday and Tuesday', '[Monday] → day 2019-12-30', '[Tuesday] → day 2019-12-31'],
  ]);
});

describe('bounds of dates', () => {
  eachRow([
    ['before 2018', 'before [2018] → year 2018-01-01..2018-12-31, less-than'],
    ['since August', 'since [August] → month 2019-08-01..2019-08-31, at-least'],
    ['by Friday', 'by [Friday] → day 2019-12-27, at-most'],
    ['after May 5, 2019', 'after [May 5, 2019] → day 2019-05-05, more-than'],
  ]);
});

describe('dates of a text whose own day is not known', () => {
  eachRow(
    [
      ['on Tuesday', '[Tuesday] → day ?'],
      ['last year', '[last year] → year ?'],
      ['29 December', '[29 December] → day ?'],
      ['29 December 2019', '[29 December 2019] → day 2019-12-29'],
    ],
    null,
  );
});
