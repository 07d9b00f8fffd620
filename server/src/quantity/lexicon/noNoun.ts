/** Words behind a number that cannot be the thing counted. */

import { wordSet } from './wordSet.ts';

export const NO_NOUN: ReadonlySet<string> = wordSet(
  'of in on at to for from by with and or but the a an is was are were has had have will would could can as that which who when where ' +
    'while after before since until during within into over under if it he she they we not also this its his her crashed landed said says ' +
    'disappeared took flew left arrived',
);

/** What ends the clause of a number that counts nothing of its own; empty at the end of the text. */
export const CLAUSE_ENDS: readonly string[] = ['', '.', ',', ';', ':', ')', '!', '?', '—', '–'];

/**
 * What stands behind a number whose clause ends or goes on without a noun that it counts. No `of`, `and`, `or`, `to`, which
 * may lead to one (`12 of the men`, `12 and 30 people`), no article, which may make a rate, and no verb, whose subject it is.
 */
export const CLAUSE_GOES_ON: ReadonlySet<string> = new Set([
  ...CLAUSE_ENDS,
  ...wordSet(
    'in on at for from by with but after before since during until as while when where against compared last this',
  ),
]);
