/** Figures with units: percentages, money, measures, temperatures, durations, ages, multiples, rates. */

import { describe } from 'node:test';
import { eachRow } from './notation.ts';

describe('percentages', () => {
  eachRow([
    ['77%', '[77%] → percent 77 %'],
    ['77 percent', '[77 percent] → percent 77 %'],
    ['77 per cent', '[77 per cent] → percent 77 %'],
    ['twenty percent', '[twenty percent] → percent 20 %'],
    ['a 20-percent rise', '[20-percent] → percent 20 %'],
    ['3 percentage points', '[3 percentage points] → percent 3 percentage point'],
    ['25 basis points', '[25 basis points] → percent 25 basis point'],
    ['0.5%', '[0.5%] → percent 0.5 %'],
  ]);
});

describe('parts of a percent', () => {
  eachRow([
    ['half a percent', '[half a percent] → percent 0.5 %'],
    ['half a per cent', '[half a per cent] → percent 0.5 %'],
    ['half a percentage point', '[half a percentage point] → percent 0.5 percentage point'],
    ['a tenth of one percent', '[a tenth of one percent] → percent 0.1 %'],
    ['half of one village', '[half] → number 0.5', '[one] → number 1'],
  ]);
});

describe('money', () => {
  eachRow([
    ['rents for $550-1200 a night', '[$550-1200] a night → money 550..1200 USD per night'],
    ['$2.1 billion', '[$2.1 billion] → money 2100000000 USD'],
    ['US$2.1bn', '[US$2.1bn] → money 2100000000 USD'],
    ['$2m', '[$2m] → money 2000000 USD'],
    ['£70-75m', '[£70-75m] → money 70000000..75000000 GBP'],
    ['£70m–75m', '[£70m–75m] → money 70000000..75000000 GBP'],
    ['fell by £13.3m to £18.2m', '[£13.3m] → money 13300000 GBP', '[£18.2m] → money 18200000 GBP'],
    ['£30 million', '[£30 million] → money 30000000 GBP'],
    ['A$4.50 and HK$10', '[A$4.50] → money 4.5 AUD', '[HK$10] → money 10 HKD'],
    ['100 €', '[100 €] → money 100 EUR'],
    ['EUR 300', '[EUR 300] → money 300 EUR'],
    ['420 million USD', '[420 million USD] → money 420000000 USD'],
    ['50 cents', '[50 cents] → money 50 cent'],
    ['fell to 187p a share', '[187p] a share → money 187 penny per share'],
    ['a 1080p screen', '[1080]p → designation 1080 a'],
    ['470 pence a share', '[470 pence] a share → money 470 penny per share'],
    ['$5,000 per square meter', '[$5,000] per square meter → money 5000 USD per square m'],
    ['$5,000 per sq m', '[$5,000] per sq m → money 5000 USD per square m'],
    ['10,000 Swiss francs', '[10,000 Swiss francs] → money 10000 CHF'],
    ['five million yen', '[five million yen] → money 5000000 JPY'],
    ['3 dollars and 50 cents', '[3 dollars and 50 cents] → money 3.5 USD'],
    ['361 million pounds', '[361 million pounds] → money 361000000 GBP'],
    ['half a million dollars', '[half a million dollars] → money 500000 USD'],
    [
      'hundreds of thousands of dollars',
      '[hundreds of thousands of dollars] → vague money 200000..1999999 USD',
    ],
    ['several hundred thousand euros', '[several hundred thousand euros] → vague money 300000..999999 EUR'],
    ['the $40-million contract', '[$40-million] → money 40000000 USD'],
    ['$5 billion dollars', '[$5 billion dollars] → money 5000000000 USD'],
  ]);
});

describe('measures', () => {
  eachRow([
    ['20 miles', '[20] miles → measure 20 mile'],
    ['a three-foot trip', '[three]-foot → measure 3 foot'],
    ['660 square metres', '[660] square metres → measure 660 square m'],
    ['190 km2 of forest', '[190] km2 → measure 190 square km'],
    ['0.9 trillion cubic feet', '[0.9 trillion] cubic feet → measure 900000000000 cubic foot'],
    ['16,000 metric tons', '[16,000] metric tons → measure 16000 tonne'],
    ['60 nautical miles', '[60] nautical miles → measure 60 nautical mile'],
    ['6 pounds, 4 ounces', '[6 pounds, 4] ounces → measure 6.25 lb'],
    ['5 feet 9 inches tall', '[5 feet 9] inches → measure 5.75 foot'],
    ['He is 5ft 9in tall.', '[5ft 9]in → measure 5.75 foot'],
    ['he is six foot three and thin', '[six foot three] → measure 6.25 foot'],
    ['eleven stone seven', '[eleven stone seven] → measure 11.5 stone'],
    ['five feet nine planks', '[five] feet → measure 5 foot', '[nine] → number 9'],
    ['She weighs 25 pounds.', '[25] pounds → measure 25 lb'],
    ['6 feet 2 inches', '[6 feet 2] inches → measure 6.16667 foot'],
    [`She is 5'6" tall.`, `[5'6"] → measure 5.5 foot`],
    ['6-foot-2', '[6-foot-2] → measure 6.16667 foot'],
    ['He is 1.8m tall.', '[1.8]m → measure 1.8 m'],
    ['7.62mm', '[7.62]mm → measure 7.62 mm'],
    ['45 acres', '[45] acres → measure 45 acre'],
    ['a half mile', '[half] mile → measure 0.5 mile'],
    ['half a tonne more', '[half] a tonne → measure 0.5 tonne'],
    ['half-a-tonne of coal', '[half]-a-tonne → measure 0.5 tonne'],
    ['half a litre of milk', '[half] a litre → measure 0.5 litre'],
    ['a quarter of a mile', '[a quarter] of a mile → measure 0.25 mile'],
    ['a tonne and a half of coal', '[a tonne and a half] → measure 1.5 tonne'],
    ['about a mile-and-a-half away', 'about [a mile-and-a-half] → measure 1.5 mile, about'],
    ['a mile and a quarter', '[a mile and a quarter] → measure 1.25 mile'],
    ['two and a half tonnes', '[two and a half] tonnes → measure 2.5 tonne'],
    ['a mile and a third of the way', '[a third] → number 0.333333'],
    ['a kilo of salt and a mile of rope'],
    ['24703m212'],
  ]);
});

describe('measures of no exact size', () => {
  eachRow([
    ['hundreds of miles of road', '[hundreds] of miles → vague measure 200..1999 mile'],
    ['hundreds of people', '[hundreds] → vague number 200..1999'],
  ]);
});

describe('temperatures', () => {
  eachRow([
    ['touching 70 degrees in some areas', '[70] degrees → temperature 70 degree'],
    ['two degrees in law', '[two] → number 2'],
    ['98.6 degrees Fahrenheit', '[98.6] degrees Fahrenheit → temperature 98.6 fahrenheit'],
    ['40°C', '[40]°C → temperature 40 celsius'],
    ['6 deg c', '[6] deg c → temperature 6 celsius'],
    ['It was 98 degrees.', '[98] degrees → temperature 98 degree'],
    ['-5 degrees Celsius', '[-5] degrees Celsius → temperature -5 celsius'],
    [
      'highs in the upper 50s and lows in the mid 40s',
      '[upper 50s] → vague temperature 57..59 degree',
      '[mid 40s] → vague temperature 44..46 degree',
    ],
    ['highs in the low 100s', '[low 100s] → vague temperature 100..103 degree'],
    ['music of the 60s', '[60s] → decade 1960-01-01..1969-12-31'],
    ['90 degrees north', '[90] → number 90'],
  ]);
});

describe('magnitudes', () => {
  eachRow([
    ['a 7.8-magnitude earthquake', '[7.8]-magnitude → measure 7.8 magnitude'],
    ['a quake of magnitude 6', 'magnitude [6] → measure 6 magnitude'],
    ['before the 5.9 tremor', '[5.9] → measure 5.9 magnitude'],
    ['the two earthquakes', '[two] → number 2'],
    ['after 5 quakes', '[5] → number 5'],
    ['a magnitude of 6.1 or more', 'magnitude of [6.1] or more → measure 6.1 magnitude, at-least'],
    ['two orders of magnitude', '[two] → number 2'],
    ['the magnitude of the task'],
  ]);
});

describe('durations', () => {
  eachRow([
    ['in the 18 plus months left', '[18] plus months → duration 18 month'],
    ['its thousand-year history', '[thousand]-year → duration 1000 year'],
    ['three weeks', '[three] weeks → duration 3 week'],
    ['a 30-day limit', '[30]-day → duration 30 day'],
    ['three straight days', '[three] straight days → duration 3 day'],
    ['half an hour', '[half] an hour → duration 0.5 hour'],
    ['an hour and a half', '[an hour and a half] → duration 1.5 hour'],
    ['one hour and 30 minutes', '[one hour and 30] minutes → duration 1.5 hour'],
    ['sank within the hour', '[the] hour → duration 1 hour'],
    ['within the city'],
    ['a decade of talks', '[a] decade → duration 1 decade'],
    ['a month before the vote', '[a] month → duration 1 month'],
    ['in less than a year', 'less than [a] year → duration 1 year, less-than'],
    ['3h', '[3]h → duration 3 hour'],
    ['an hour and 25 minutes later', '[an hour and 25] minutes → duration 1.41667 hour'],
    ['1 hour 25 minutes', '[1 hour 25] minutes → duration 1.41667 hour'],
    ['2h 15m', '[2h 15]m → duration 2.25 hour'],
    [
      'two hours, 15 minutes and 30 seconds',
      '[two hours, 15 minutes and 30] seconds → duration 2.25833 hour',
    ],
    ['a week and two days', '[a week and two] days → duration 1.28571 week'],
    ['a day and two nights', '[two] nights → duration 2 night'],
    ['an hour and 25 people', '[25] → number 25'],
    ['17 years after', '[17] years → duration 17 year'],
    ['three weeks, 30-day terms', '[three] weeks → duration 3 week', '[30]-day → duration 30 day'],
  ]);
});

describe('ages', () => {
  eachRow([
    [
      '“The Holy Mountain” turns 50 this week',
      '[50] → age 50 year',
      '[this week] → week 2019-12-30..2020-01-05',
    ],
    ['an 18-year-old', '[18]-year-old → age 18 year'],
    ['five years old', '[five] years old → age 5 year'],
    ['ten months old', '[ten] months old → age 10 month'],
    ['John Smith, 47, said', '[47] → age 47 year'],
    ['John Smith (47)', '[47] → age 47 year'],
    ['aged 9', 'aged [9] → age 9 year'],
    ['Ella, now 9.', '[9] → age 9 year'],
    ['at the age of 55', 'age of [55] → age 55 year'],
    ['ages 5 to 12', 'ages [5 to 12] → age 5..12 year'],
    ['in her 20s', '[20s] → vague age 20..29 year'],
    ['in his mid-40s', '[40s] → vague age 44..46 year'],
    ['nine years of age', '[nine] years of age → age 9 year'],
    ['He was 87.', '[87] → age 87 year'],
    ['Luna was 16 at the time.', '[16] → age 16 year'],
    ['He turned 70 in June', '[70] → age 70 year', '[June] → month 2020-06-01..2020-06-30'],
    ['She died at 47 of pneumonia.', '[47] → age 47 year'],
    ['The victim, 43, said', '[43] → age 43 year'],
    ['her 53rd birthday', '[53rd] birthday → age 53 year'],
    ['Texas was 16 points behind', '[16] → number 16'],
    ['The score was 16.', '[16] → number 16'],
    ['The town turned 400 last week.', '[400] → age 400 year', '[last week] → week 2019-12-23..2019-12-29'],
    ['She turned 180.', '[180] → number 180'],
    ['before she hits the big 5-0', '[5-0] → age 50 year'],
    ['They lost a big 5-0 match', '[5-0] → score 5-0'],
    ['Turner’s 12, shown again', '[12] → number 12'],
    ['In May, 12 people left', '[May] → month 2020-05-01..2020-05-31', '[12] → number 12'],
  ]);
});

describe('ages in a list', () => {
  eachRow([
    [
      'two children aged five and nine',
      '[two] → number 2',
      'aged [five] → age 5 year',
      '[nine] → age 9 year',
    ],
    ['his sons, aged 22 and 25, left', 'aged [22] → age 22 year', '[25] → age 25 year'],
    ['girls aged nine and five fell ill', 'aged [nine] → age 9 year', '[five] → age 5 year'],
    ['ages 5, 7 and 9.', 'ages [5] → age 5 year', '[7] → age 7 year', '[9] → age 9 year'],
    ['aged 18 to 24 and 25 to 30', 'aged [18 to 24] → age 18..24 year', '[25 to 30] → age 25..30 year'],
    ['aged between 19 and 57', 'aged between [19 and 57] → age 19..57 year'],
    ['between the ages of 5 and 12', 'ages of [5 and 12] → age 5..12 year'],
    ['aged 19 to 57', 'aged [19 to 57] → age 19..57 year'],
    ['aged 9 or 10', 'aged [9 or 10] → age 9..10 year'],
    ['A man aged 30 and 12 passengers drowned.', 'aged [30] → age 30 year', '[12] → number 12'],
    ['A man aged 88, and 12 of his goats', 'aged [88] → age 88 year', '[12] → number 12'],
    ['A man aged 88, 12 goats and a dog', 'aged [88] → age 88 year', '[12] → number 12'],
    ['aged five and nine months old', 'aged [five] → age 5 year', '[nine] months old → age 9 month'],
  ]);
});

describe('multiples', () => {
  eachRow([
    ['It doubled.', '[doubled] → multiple 2'],
    ['a threefold rise', '[threefold] → multiple 3'],
    ['twice as many', '[twice] → multiple 2'],
    ['three times as many as', '[three] times → multiple 3'],
    ['four times the size', '[four] times → multiple 4'],
    ['about triple the number', 'about [triple] → multiple 3, about'],
    ['It erupted twice.', '[twice] → number 2'],
    ['He shot eight times as the man ran.', '[eight] → number 8'],
    ['body doubles'],
  ]);
});

describe('rates', () => {
  eachRow([
    ['30 mph', '[30] mph → measure 30 mile per hour'],
    ['188 miles an hour', '[188] miles an hour → measure 188 mile per hour'],
    ['10 km/h', '[10] km/h → measure 10 km per hour'],
    ['12 per 100,000', '[12] per 100,000 → number 12 per 100000'],
    ['500,000 barrels of oil a day', '[500,000] barrels → measure 500000 barrel per day'],
    ['100,000 people per day', '[100,000] → number 100000 per day'],
    ['a 12-cent-a-share dividend', '[12-cent]-a-share → money 12 cent per share'],
    ['$15 per hour', '[$15] per hour → money 15 USD per hour'],
    ['two years ago a day came', '[two years ago] → year 2018-01-01'],
  ]);
});
