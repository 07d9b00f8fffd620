/** Words of bound and approximation, before and behind a figure. */

import type { Bound } from '../quantity.ts';

/** One phrase as its lower-case tokens. */
export interface Phrase {
  readonly words: readonly string[];
  readonly bound: Bound;
}

const phrases = (bound: Bound, list: string): readonly Phrase[] =>
  list.split('|').map((phrase) => ({ words: phrase.split(' '), bound }));

const BEFORE: readonly Phrase[] = [
  ...phrases(
    'about',
    'about|some|around|roughly|approximately|approx|an estimated|estimated|circa|somewhere around|something like|close to about|~|' +
      'in the region of|on the order of|perhaps|an average of|an approximate',
  ),
  ...phrases(
    'at-least',
    'at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|as many as at least|≥',
  ),
  ...phrases(
    'more-than',
    'more than|over|above|exceeding|in excess of|upwards of|upward of|greater than|well over|just over|north of|higher than|older than|longer than|' +
      'larger than|bigger than|a little over|slightly more than|slightly over|beyond|topping|>',
  ),
  ...phrases(
    'at-most',
    'at most|up to|no more than|not more than|as many as|as much as|as high as|a maximum of|maximum of|as long as|as far as|no greater than|no higher than|≤',
  ),
  ...phrases(
    'less-than',
    'less than|fewer than|under|below|lower than|smaller than|younger than|shorter than|just under|well under|just below|slightly less than|short of|<',
  ),
  ...phrases('nearly', 'nearly|almost|close to|approaching|nearing|not quite|just shy of|shy of|virtually'),
];

const BEHIND: readonly Phrase[] = [
  ...phrases(
    'at-least',
    '+|or more|or higher|or above|or greater|or older|or over|plus|- plus|and up|and over|and older|at least|at a minimum',
  ),
  ...phrases(
    'at-most',
    'or less|or fewer|or under|or below|or younger|or lower|at most|and under|and younger|at the most|at maximum',
  ),
  ...phrases('about', 'or so|or thereabouts|give or take'),
];

/** Words before a date: `before 2018`, `since August`, `by Friday`. */
const BEFORE_DATES: readonly Phrase[] = [
  ...phrases('less-than', 'before|prior to|earlier than|ahead of'),
  ...phrases('at-least', 'later than or at|later than or in|on or later than|after or on|after or in'),
  ...phrases('at-most', 'before or on|before or in|earlier than or at|earlier than or in|on or earlier than'),
  ...phrases('more-than', 'after|later than'),
  ...phrases('at-least', 'since|starting|starting on|beginning|beginning on|on or after'),
  ...phrases('at-most', 'until|till|by|no later than|not later than|on or before|up until|up to'),
];

/** From the last word of a phrase before a figure to its phrases, longest first, words in text order. */
export const BOUNDS_BEFORE: ReadonlyMap<string, readonly Phrase[]> = index(
  BEFORE,
  (words) => words.at(-1) ?? '',
);

/** The same for phrases before a date. */
export const BOUNDS_BEFORE_DATES: ReadonlyMap<string, readonly Phrase[]> = index(
  BEFORE_DATES,
  (words) => words.at(-1) ?? '',
);

/** From the first word of a phrase behind a figure to its phrases, longest first. */
export const BOUNDS_BEHIND: ReadonlyMap<string, readonly Phrase[]> = index(BEHIND, (words) => words[0] ?? '');

function index(
  phrases: readonly Phrase[],
  key: (words: readonly string[]) => string,
): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const list = found.get(key(phrase.words)) ?? [];
    list.push(phrase);
    found.set(key(phrase.words), list);
  }
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length);
  return found;
}
