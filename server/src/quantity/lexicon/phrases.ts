/** Words around figures that decide what a figure means. */

import { wordSet } from './wordSet.ts';

/** Verbs and nouns of change: `rose from 16 to 19` gives two figures, `from 16 to 19` one range. */
export const CHANGE_WORDS: ReadonlySet<string> = wordSet(
  'rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth jump jumps jumped ' +
    'jumping climb climbs climbed climbing soar soars soared soaring surge surges surged surging swell swelled expand expanded ' +
    'expanding raise raises raised raising boost boosted up double doubled lengthen lengthened extend extended ' +
    'fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased ' +
    'decreasing cut cuts cutting lower lowers lowered lowering reduce reduces reduced reducing shrink shrinks shrank shrunk slide ' +
    'slid plunge plunged plunging sink sank slip slipped down halve halved went going go gone change changed changes changing ' +
    'moved move move shifted revised revise upped improved improve worsened widened narrowed',
);

/** Verbs that change what they act on: `takes the debt from 38 to 61`, while `takes from 5 to 10 minutes` is a range. */
export const MOVING_VERBS: ReadonlySet<string> = wordSet(
  'take takes took taken taking bring brings brought bringing push pushes pushed pushing lift lifts lifted lifting send sends sent ' +
    'sending drive drives drove driven driving pull pulls pulled pulling carry carries carried turn turned trim trims trimmed',
);

/** Words between a number and its unit of time: `three more weeks`, `ten straight days`, `18 plus months`. */
export const UNIT_ADJECTIVES: ReadonlySet<string> = wordSet(
  'more straight consecutive full whole additional extra long business working calendar further solid successive short other plus',
);

/** Words behind `times` that make it a ratio and no count of occasions. */
export const RATIO_WORDS: ReadonlySet<string> = wordSet(
  'more higher larger bigger greater faster the less lower smaller longer likelier stronger better worse richer its their his her that what',
);

/** Words that score a match or a vote; two small numbers near them are a score. */
export const SCORE_WORDS: ReadonlySet<string> = wordSet(
  'win wins won winning beat beats beaten beating lose loses lost losing loss defeat defeats defeated defeating victory victories draw ' +
    'draws drew drawn tie tied lead leads led leading score scores scored scoring vote votes voted voting ruled ruling decision ' +
    'aggregate thrashed thrashing edged trail trailed trailing rout routed set sets game match halftime margin record ' +
    'finish finished district league overall conference season standings',
);

/** Words that make `5 to 4` a score. */
export const VOTE_WORDS: ReadonlySet<string> = wordSet(
  'vote votes voted voting ruled passed approved rejected win wins won beat beats beaten lost lose lead led victory decision margin tally was',
);

/** Words behind which `a year`, `an hour` is a duration and no rate. */
export const BEFORE_A_DURATION: ReadonlySet<string> = wordSet(
  'for in within than nearly almost about over under around roughly least after took takes taking take lasted lasts last lasting ' +
    'spent spend spends spending approximately just only maybe perhaps',
);

/** Units of time that with an article always tell a length, wherever they stand. */
export const LONG_PERIODS: ReadonlySet<string> = wordSet('decade century fortnight millennium');

/** Nouns that stand behind `a` or `per` in a rate, besides the units of measure. */
export const RATE_NOUNS: ReadonlySet<string> = wordSet(
  'share person head capita piece unit vote ticket game match household family student pupil child patient passenger customer visit ' +
    'shot minute hour day night week month year quarter season decade second mile km kilometre kilometer gallon litre liter barrel pound ' +
    'kg kilo kilogram ton tonne ounce acre hectare dozen bottle pack box inch foot metre meter annum worker employee pop plate seat',
);
