/** Spans of time across forms: `40 years ago`, `for 40 years`, `a 40-year-old` and `the 40th anniversary` tell one span. */

import type { Comparison } from '../compare.ts';
import type { Quantity } from '../quantity.ts';
import { compareBounds } from './bounds.ts';
import { slackOf } from './dates.ts';

/** How a span is told; two of one form are compared as what they are. */
type Form = 'distance' | 'length' | 'ordinal';

/** A span of time in days: it ends between `least` and `most` days from where it starts, give or take `slack`. */
interface TimeSpan {
  readonly form: Form;
  readonly least: number;
  readonly most: number;
  readonly slack: number;
}

/**
 * Compares spans of time that are told in two forms; null where either is no such span or both have one form. They bear
 * each other out or say nothing: what they are counted from may differ, so that another length contradicts nothing.
 */
export function compareSpans(draft: Quantity, article: Quantity): Comparison | null {
  if (!mayBeSpan(draft) || !mayBeSpan(article)) return null;
  const own = spanOf(draft);
  const other = spanOf(article);
  if (own === null || other === null || own.form === other.form) return null;
  const slack = Math.max(own.slack, other.slack) + CALENDAR_SLACK * own.most;
  if (own.least > other.most + slack || other.least > own.most + slack) return 'incomparable';
  const whole = own.least === own.most && other.least === other.most;
  return whole && compareBounds(draft.bound, article.bound) === 'equal' ? 'equal' : 'within';
}

/** A calendar year is a fraction of a day longer than 365 days; a month of the calendar is up to two days off its mean. */
const CALENDAR_SLACK = 0.001;
/** Seconds. */
const DAY = 86_400;

/** Most pairs of quantities are none, and this tells so without making anything. */
function mayBeSpan(quantity: Quantity): boolean {
  if (quantity.kind === 'date') return quantity.distance !== null;
  return quantity.kind === 'duration' || quantity.kind === 'age' || quantity.elapsed !== undefined;
}

function spanOf(quantity: Quantity): TimeSpan | null {
  if (quantity.kind === 'date') {
    if (quantity.distance === null || quantity.grain === 'time') return null;
    const days = Math.abs(quantity.distance);
    return { form: 'distance', least: days, most: days, slack: slackOf(quantity.grain) };
  }
  if (quantity.elapsed !== undefined) {
    const [least, most] = quantity.elapsed;
    return { form: 'ordinal', least, most, slack: 0 };
  }
  const days = quantity.factor / DAY;
  if (quantity.vague || quantity.per !== null || days < 1) return null;
  return { form: 'length', least: quantity.low * days, most: quantity.high * days, slack: 0 };
}
