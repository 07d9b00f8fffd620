/** The word `one`: when it counts and when it stands for a person or thing. */

import { TENS, UNITS } from '../lexicon/numbers.ts';
import { wordSet } from '../lexicon/wordSet.ts';
import type { Scan } from '../scan.ts';
import { isDash, isNumber, isWord, lowerAt, touches } from '../scan.ts';

/** Before a pronoun or a set phrase: `the one`, `no one`, `this one`. */
const BEFORE_PRONOUN: ReadonlySet<string> = wordSet(
  "the no this that any every each which some another other a an these those last 's his her their my your our one " +
    'big good bad new old little first next right wrong only is was loved',
);

/** Behind a pronoun or a set phrase: `one of the`, `one who`, `one another`, `one by one`, `one day`. */
const AFTER_PRONOUN: ReadonlySet<string> = wordSet(
  'of who whom whose that which is was are were has had have can could would should will may might must does did do ' +
    "'s to for in on at by with from as and or but another thing day side hand way again where when if than after before " +
    'direction the a an his her their its our my said says told called named step point time moment reason it he she they we you i not',
);

/** Whether `one` at this token is a count: a noun follows and nothing makes it a pronoun, or it is one of so many. */
export function meansOne(scan: Scan, at: number): boolean {
  if (BEFORE_PRONOUN.has(lowerAt(scan, at - 1))) return false;
  if (lowerAt(scan, at + 1) === 'of') return OF_SO_MANY.has(lowerAt(scan, at + 2)) && isCount(scan, at + 3);
  if (isMeasured(scan, at + 1)) return true;
  if (facesOther(scan, at + 1)) return false;
  return isWord(scan, at + 1) && !AFTER_PRONOUN.has(lowerAt(scan, at + 1));
}

/** `One boat sank, the other came home`: `one` is told apart from the other of two, and counts nothing. */
function facesOther(scan: Scan, from: number): boolean {
  for (let at = from; at < from + REACH; at += 1) {
    if (lowerAt(scan, at) === '.' || at >= scan.tokens.length) return false;
    if (lowerAt(scan, at) === 'other' && lowerAt(scan, at - 1) === 'the')
      return !isPlural(lowerAt(scan, at + 1));
  }
  return false;
}

/** `the other soldiers` are the rest, and leave the one a count. */
function isPlural(word: string): boolean {
  return word.endsWith('s') && !VERBS.has(word);
}

const VERBS: ReadonlySet<string> = wordSet('was is has does goes says');

/** How many tokens behind `one` its other is looked for: a clause of news has fewer. */
const REACH = 25;

/** `one .40-calibre handgun`, `one 12-foot boat`: a size tied to its unit stands before what is counted. */
function isMeasured(scan: Scan, at: number): boolean {
  return (
    isNumber(scan, at) &&
    isDash(scan, at + 1) &&
    touches(scan, at + 1) &&
    touches(scan, at + 2) &&
    isWord(scan, at + 2)
  );
}

/** Between `one of` and the number of all: `one of the nine boats`. */
const OF_SO_MANY: ReadonlySet<string> = wordSet('the these those its his her their');

function isCount(scan: Scan, at: number): boolean {
  const isNumeral = isNumber(scan, at) || UNITS.has(lowerAt(scan, at)) || TENS.has(lowerAt(scan, at));
  return isNumeral && isWord(scan, at + 1);
}
