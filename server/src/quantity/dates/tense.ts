/** Tense: whether the clause around a date surely tells of what is over on the day of the text. */

import { wordSet } from '../lexicon/wordSet.ts';
import type { Scan } from '../scan.ts';
import { isCapitalised, isWord, lowerAt } from '../scan.ts';

/** Whether the clause around the tokens `first` to `next` has a verb of the past and nothing that points ahead. */
export function isOver(scan: Scan, first: number, next: number): boolean {
  const joint = lowerAt(scan, first - 1);
  if (joint === 'since') return true;
  if (AHEAD_OF_DATE.has(joint)) return false;
  if (REPORTS.has(lowerAt(scan, joint === 'on' || joint === 'in' ? first - 2 : first - 1))) return true;
  const words = [...clauseBefore(scan, first), ...clauseBehind(scan, next)];
  return words.some((at) => isPast(scan, at)) && !words.some((at) => pointsAhead(scan, at));
}

/** `set for Saturday`, `put back to March`, `closed until Monday`: what is over is not told with these. */
const AHEAD_OF_DATE: ReadonlySet<string> = wordSet('for to until till by from before');

/** What these tell may be to come: `the club said it travels on Saturday`. Only a date right behind is theirs. */
const REPORTS: ReadonlySet<string> = wordSet(
  'said told says added announced confirmed warned claimed insisted promised revealed tweeted wrote',
);

/** Words of one clause on either side of a date; a verb farther away is seldom that of the date. */
const REACH = 12;

function clauseBefore(scan: Scan, first: number): readonly number[] {
  const words: number[] = [];
  for (let at = first - 1; at >= Math.max(0, first - REACH) && !endsClause(scan, at); at -= 1) words.push(at);
  return words;
}

/** A comma right behind a date that opens its sentence parts nothing: `On Tuesday, the ferry sank`. */
function clauseBehind(scan: Scan, next: number): readonly number[] {
  const from = lowerAt(scan, next) === ',' ? next + 1 : next;
  const words: number[] = [];
  for (let at = from; at < from + REACH && !endsClause(scan, at); at += 1) words.push(at);
  return words;
}

function endsClause(scan: Scan, at: number): boolean {
  const word = lowerAt(scan, at);
  return word === '' || CLAUSE_ENDS.has(word) || REPORTS.has(word);
}

const CLAUSE_ENDS: ReadonlySet<string> = wordSet(
  '. ! ? , ; : – — ( ) [ ] " “ ” and but while who which that where when before after as because although though with',
);

function isPast(scan: Scan, at: number): boolean {
  const word = lowerAt(scan, at);
  if (isCapitalised(scan, at)) return false;
  return PAST.has(word) || (isWord(scan, at) && /^[a-z]{2,}ed$/.test(word) && !isAttribute(scan, at));
}

/** `the injured striker`, `newly promoted City`, `a ceremony attended by`, `a need`: no verb of the past. */
function isAttribute(scan: Scan, at: number): boolean {
  const before = lowerAt(scan, at - 1);
  return (
    NO_VERBS.has(lowerAt(scan, at)) ||
    DETERMINERS.has(before) ||
    before.endsWith('ly') ||
    lowerAt(scan, at + 1) === 'by'
  );
}

const NO_VERBS: ReadonlySet<string> = wordSet(
  'need feed speed seed weed indeed hundred shed sled breed greed creed steed bleed exceed proceed succeed embed sacred',
);

const DETERMINERS: ReadonlySet<string> = wordSet("the a an this these those his her its their our 's");

/** Forms that are of the past alone: `put`, `set` and `beat` are of the present too. */
const PAST: ReadonlySet<string> = wordSet(
  'was were had did went came flew broke left took made won lost fell rose struck met held gave got found saw began ran ' +
    'shot sent spoke stood drew drove sold bought brought kept felt caught fought taught built sank swept threw chose ate',
);

function pointsAhead(scan: Scan, at: number): boolean {
  return AHEAD.has(lowerAt(scan, at)) || opensInfinitive(scan, at);
}

/** With the verbs of timetables, which are of the present: `tickets priced at £10 go on sale on Saturday`. */
const AHEAD: ReadonlySet<string> = wordSet(
  "will would shall should may might can could must is are am be 'll 're going due set scheduled planned plans expected slated " +
    'likely go goes meet meets begin begins take takes face faces travels opens returns resumes',
);

/** `agreed to meet`; `to Thornby` and `to the coast` are no infinitives. */
function opensInfinitive(scan: Scan, at: number): boolean {
  if (lowerAt(scan, at) !== 'to' || !isWord(scan, at + 1) || isCapitalised(scan, at + 1)) return false;
  return !DETERMINERS.has(lowerAt(scan, at + 1));
}
