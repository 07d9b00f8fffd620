/** Notation: quantities as short lines, so that tests are tables of what a text says. */

import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { IsoDate } from '../../../server/src/corpus/article.ts';
import { findQuantities } from '../../../server/src/quantity/findQuantities.ts';
import type { DateQuantity, Figure, Quantity } from '../../../server/src/quantity/quantity.ts';
import { tokenize } from '../../../server/src/text/tokens.ts';

/** A Wednesday. */
export const REFERENCE: IsoDate = '2020-01-01';

/** Text and, for each quantity in it, `extent with [value] → what was read`. */
export type Row = readonly [text: string, ...expected: readonly string[]];

/** One test a row: the quantities of the text are exactly these. */
export function eachRow(rows: readonly Row[], reference: IsoDate | null = REFERENCE): void {
  for (const [text, ...expected] of rows) {
    it(text === '' ? 'the empty text' : text, () => {
      assert.deepEqual(
        quantitiesOf(text, reference).map((quantity) => shown(quantity, text)),
        expected,
      );
    });
  }
}

export function quantitiesOf(text: string, reference: IsoDate | null = REFERENCE): Quantity[] {
  return findQuantities(tokenize(text), text, reference);
}

/** The only quantity of a text. */
export function quantityOf(text: string, reference: IsoDate | null = REFERENCE): Quantity {
  const [one, ...more] = quantitiesOf(text, reference);
  assert.ok(one !== undefined && more.length === 0, `one quantity in: ${text}`);
  return one;
}

/** `about [750] → number 750, about`; `[Tuesday] → day 2019-12-31`. */
export function shown(quantity: Quantity, text: string): string {
  const { start, end, extent } = quantity;
  const before = text.slice(extent.start, start);
  const behind = text.slice(end, extent.end);
  const bound = quantity.bound === 'exact' ? '' : `, ${quantity.bound}`;
  const read = quantity.kind === 'date' ? shownDate(quantity) : shownFigure(quantity);
  return `${before}[${text.slice(start, end)}]${behind} → ${read}${bound}`;
}

function shownFigure({ kind, low, high, unit, per, vague }: Figure): string {
  const value =
    kind === 'score' ? `${low}-${high}` : low === high ? rounded(low) : `${rounded(low)}..${rounded(high)}`;
  return `${vague ? 'vague ' : ''}${kind} ${value}${unit === null ? '' : ` ${unit}`}${per === null ? '' : ` per ${per}`}`;
}

function rounded(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(6)));
}

function shownDate({ grain, from, to, minute }: DateQuantity): string {
  if (minute !== null)
    return `time ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return `${grain} ${from === to ? (from ?? '?') : `${from ?? '?'}..${to ?? '?'}`}`;
}
