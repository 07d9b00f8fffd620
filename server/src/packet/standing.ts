/** How a claim stands in a packet, and the words and the sign that say so without a colour. */

import type { Finding, Verdict } from '../check/finding.ts';

/** The verdict, or `verified` for what a person stands for where the articles do not bear it out. */
export type Standing = Verdict | 'verified';

/** In the order in which they are listed. */
export const STANDINGS = [
  'supported',
  'refuted',
  'conflicting-evidence',
  'not-enough-evidence',
  'verified',
] as const satisfies readonly Standing[];

export function standingOf({ verdict, signedOff }: Finding): Standing {
  return verdict !== 'supported' && signedOff?.change === null ? 'verified' : verdict;
}

export interface StandingWords {
  readonly label: string;
  /** One character that every system font has. */
  readonly sign: string;
  readonly meaning: string;
}

export const STANDING_WORDS: Readonly<Record<Standing, StandingWords>> = {
  supported: {
    label: 'Supported',
    sign: '✓',
    meaning: 'At least one article says the same, and none that says otherwise was found.',
  },
  refuted: {
    label: 'Refuted',
    sign: '≠',
    meaning: 'The articles speak of the same fact and say otherwise.',
  },
  'conflicting-evidence': {
    label: 'Articles disagree',
    sign: '⇄',
    meaning: 'Some articles bear the draft out and others say otherwise.',
  },
  'not-enough-evidence': {
    label: 'Not found',
    sign: '?',
    meaning: 'The articles neither bear the claim out nor speak against it.',
  },
  verified: {
    label: 'Verified by hand',
    sign: '✎',
    meaning: 'The articles do not bear the claim out; a person stands for it, by name, date and reason.',
  },
};
