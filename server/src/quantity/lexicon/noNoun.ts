/** Words behind a number that cannot be the thing counted. */

import { wordSet } from './wordSet.ts';

export const NO_NOUN: ReadonlySet<string> = wordSet(
  'of in on at to for from by with and or but the a an is was are were has had have will would could can as that which who when where ' +
    'while after before since until during within into over under if it he she they we not also this its his her crashed landed said says ' +
    'disappeared took flew left arrived',
);
