/** Models: the learned forests, read from the files that scripts/train writes. */

import claim from '../../data/claimModel.json' with { type: 'json' };
import pair from '../../data/pairModel.json' with { type: 'json' };
import type { Forest } from './forest.ts';

/** Probability that a slot of an article holds the fact of a slot of the draft; over `PAIR_FEATURES`. */
export const PAIR_MODEL: Forest = pair;

/** Probability that a figure or date of a draft is wrong; over `CLAIM_FEATURES`. */
export const CLAIM_MODEL: Forest = claim;
