/** Bounds against bounds, for two figures of the same number. */

import type { Comparison } from '../compare.ts';
import type { Bound, Figure } from '../quantity.ts';

type Row = Readonly<Record<Bound, Comparison>>;

/**
 * From the draft's bound to the article's. The rules: leaving out a hedge is no change, adding one neither;
 * `at least 25` and `25` agree, since newspapers use the one for the other while a toll is open; a strict bound
 * (`more than`, `fewer than`, `nearly`) that the article does not have is added; one that points the other way is a
 * change, and so is `about` for `fewer than`.
 */
const TABLE: Readonly<Record<Bound, Row>> = {
  exact: {
    exact: 'equal',
    about: 'equal',
    'at-least': 'equal',
    'more-than': 'bound-dropped',
    'at-most': 'bound-dropped',
    'less-than': 'bound-dropped',
    nearly: 'bound-dropped',
  },
  about: {
    exact: 'equal',
    about: 'equal',
    'at-least': 'equal',
    'more-than': 'bound-dropped',
    'at-most': 'bound-dropped',
    'less-than': 'bound-changed',
    nearly: 'rounded',
  },
  'at-least': {
    exact: 'within',
    about: 'bound-dropped',
    'at-least': 'equal',
    'more-than': 'within',
    'at-most': 'bound-changed',
    'less-than': 'bound-changed',
    nearly: 'bound-changed',
  },
  'more-than': {
    exact: 'bound-added',
    about: 'bound-added',
    'at-least': 'bound-dropped',
    'more-than': 'equal',
    'at-most': 'bound-changed',
    'less-than': 'bound-changed',
    nearly: 'bound-changed',
  },
  'at-most': {
    exact: 'within',
    about: 'bound-dropped',
    'at-least': 'bound-changed',
    'more-than': 'bound-changed',
    'at-most': 'equal',
    'less-than': 'within',
    nearly: 'within',
  },
  'less-than': {
    exact: 'bound-added',
    about: 'bound-added',
    'at-least': 'bound-changed',
    'more-than': 'bound-changed',
    'at-most': 'bound-dropped',
    'less-than': 'equal',
    nearly: 'within',
  },
  nearly: {
    exact: 'bound-added',
    about: 'rounded',
    'at-least': 'bound-changed',
    'more-than': 'bound-changed',
    'at-most': 'bound-dropped',
    'less-than': 'within',
    nearly: 'equal',
  },
};

export function compareBounds(draft: Bound, article: Bound): Comparison {
  return TABLE[draft][article];
}

/** The same for two figures of one number: nobody who counts to the unit writes `more than 978` for 978. */
export function compareBoundsOf(draft: Figure, article: Figure): Comparison {
  const found = compareBounds(draft.bound, article.bound);
  return leavesOut(draft, article) && isCounted(draft) && isCounted(article) ? 'bound-changed' : found;
}

/** Whether the draft's bound leaves out the number that the article's takes in. */
function leavesOut(draft: Figure, article: Figure): boolean {
  const isStrict = draft.bound === 'more-than' || draft.bound === 'less-than';
  return isStrict && INCLUSIVE[draft.bound].has(article.bound);
}

const INCLUSIVE: Readonly<Record<'more-than' | 'less-than', ReadonlySet<Bound>>> = {
  'more-than': new Set(['exact', 'about', 'at-least']),
  'less-than': new Set(['exact', 'about', 'at-most']),
};

/**
 * A count of single things that is no round number. `over 500` is said loosely for about 500, and people let five in six
 * such figures of the development set pass; of four that are counted to the unit none is right by its article.
 */
function isCounted({ kind, dimension, low, step, vague }: Figure): boolean {
  return kind === 'number' && dimension === 'count' && !vague && step === 1 && low > 1 && low % ROUND !== 0;
}

/** Multiples of this are what people round counts to. */
const ROUND = 5;
