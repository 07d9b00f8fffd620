/** Titles: whether two ways of writing a title name one office. */

import { createMemo } from '../draft/memo.ts';
import { spellingKey } from '../text/spelling.ts';

/** Offices that one person at a time holds, so that giving one to another person is an error. */
const OFFICES: ReadonlySet<string> = new Set(
  `president premier chancellor secretary minister governor mayor ambassador pope king queen chairman chairwoman
  chairperson ceo director commissioner archbishop sheriff superintendent speaker attorney treasurer`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words of a title that do not tell which office it is. */
const PASSING: ReadonlySet<string> = new Set(
  `the a an of for and former then acting interim current outgoing new incoming us u.s uk british american iraqi iranian
  israeli french german russian chinese turkish ukrainian indian syrian egyptian kenyan nigerian saudi australian
  canadian italian spanish polish greek japanese korean mexican its their his her republican democratic`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/**
 * The office a title names, as its telling words in alphabetical order (`Secretary of Defense` and `defence secretary`
 * are `defense secretary`). Null for a title that many hold at once, such as `Mr`, `Sergeant` or `spokesman`.
 */
export function officeOf(title: string): string | null {
  return memo(title, () => ({ office: readOffice(title) })).office;
}

/** Titles kept with their offices, in UTF-16 units: those of a long draft and of the articles it is set against. */
const MEMO_SIZE = 200_000;
const memo = createMemo<{ readonly office: string | null }>(MEMO_SIZE);

function readOffice(title: string): string | null {
  const words = (title.toLowerCase().match(/[\p{L}\p{M}][\p{L}\p{M}.'’-]*/gu) ?? []).map((word) =>
    spellingKey(word.replace(/\.$/, '')),
  );
  const telling = words.filter((word) => !PASSING.has(word));
  return telling.some((word) => OFFICES.has(word)) ? telling.sort().join(' ') : null;
}
