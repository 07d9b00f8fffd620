/** Day arithmetic: leap years, month ends, weekdays, years of few digits. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addMonths,
  civil,
  dayNumber,
  isoOf,
  parseIso,
  weekdayOf,
} from '../../../server/src/quantity/dates/days.ts';

describe('day numbers', () => {
  it('count from 1 January 1970', () => {
    assert.equal(dayNumber(1970, 1, 1), 0);
    assert.equal(dayNumber(2000, 3, 1), 11_017);
  });

  it('are null for days that no month has', () => {
    assert.equal(dayNumber(2019, 2, 29), null);
    assert.equal(dayNumber(2020, 2, 30), null);
    assert.equal(dayNumber(2020, 13, 1), null);
    assert.notEqual(dayNumber(2020, 2, 29), null);
  });

  it('cap the day when months are added', () => {
    const end = dayNumber(2020, 1, 31) ?? Number.NaN;
    assert.equal(isoOf(addMonths(end, 1)), '2020-02-29');
    assert.equal(isoOf(addMonths(end, -2)), '2019-11-30');
  });

  it('know their weekday', () => {
    assert.equal(weekdayOf(parseIso('2020-01-01') ?? Number.NaN), 3);
    assert.equal(weekdayOf(parseIso('1969-12-28') ?? Number.NaN), 7);
  });

  it('read what they write, in every year', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        const iso = isoOf(day);
        const { year, month, date } = civil(day);
        assert.equal(iso === null ? null : parseIso(iso), day);
        assert.equal(dayNumber(year, month, date), day);
      }),
    );
  });
});
