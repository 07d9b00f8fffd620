/** Bounds against bounds, for two figures of the same number. */

import type { Comparison } from '../compare.ts';
import type { Bound } from '../quantity.ts';

type Row = Readonly<Record<Bound, Comparison>>;

/**
 * From the draft's bound to the article's. The rules: leaving out a hedge is no change, adding one neither;
 * `at least 25` and `25` agree, since newspapers use the one for the other while a toll is open; a strict bound
 * (`more than`, `fewer than`, `nearly`) that the article does not have is added; one that points the other way is a change.
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
    'less-than': 'bound-dropped',
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
