/** Wrong office: a title before a name that the articles give to somebody else. */

import type { NameWords } from '../../claims/name.ts';
import { officeOf } from '../../claims/title.ts';
import type { HeldOffice, KnownName, NameAnswer, NameMention } from '../../corpus/index/nameCorpus.ts';
import { compareNames } from '../../match/sameName.ts';

/** What the articles say of the person and of the office. */
export interface WrongOffice {
  /** A mention of the person with the title that the articles use. */
  readonly mention: NameMention;
  readonly title: string;
  /** To whom the articles give the draft's title. */
  readonly holder: KnownName;
  readonly office: string;
}

/**
 * Set when the articles never give the draft's office to this person, give the person another one, and give the
 * draft's office to somebody else. Null otherwise.
 */
export function wrongOffice(
  name: NameWords,
  answer: NameAnswer,
  holders: ReadonlyMap<string, readonly KnownName[]>,
): WrongOffice | null {
  const office = name.title === null ? null : officeOf(name.title);
  if (office === null || name.kind !== 'person') return null;
  const judged = judgedKept.get(answer) ?? new Map<string, Judged>();
  judgedKept.set(answer, judged);
  const among = holders.get(office) ?? NOBODY;
  const known = judged.get(office);
  if (known?.holders === among) return known.found;
  const found = judge(name.words, office, answer, among);
  judged.set(office, { holders: among, found });
  return found;
}

/** What was found of a name in an office, with the holders that it was set against. */
interface Judged {
  readonly holders: readonly KnownName[];
  readonly found: WrongOffice | null;
}

/** By the answer to the name and by the office. Answers are kept from check to check: an edit changes few of them. */
const judgedKept = new WeakMap<NameAnswer, Map<string, Judged>>();

const NOBODY: readonly KnownName[] = [];

function judge(
  words: readonly string[],
  office: string,
  answer: NameAnswer,
  holders: readonly KnownName[],
): WrongOffice | null {
  const held = answer.known.flatMap((known) => known.offices);
  if (held.some((one) => isSameOffice(one.office, office))) return null;
  const holder = holders.find((known) => compareNames(known.words, words) === 'different');
  const mention = mostCommon(held);
  if (holder === undefined || mention === null || mention.title === null) return null;
  return { mention, title: mention.title, holder, office };
}

/** `secretary` and `defense secretary` can be one office: one names it in short. */
function isSameOffice(a: string, b: string): boolean {
  const short = a.length <= b.length ? a : b;
  const long = new Set((short === a ? b : a).split(' '));
  return short.split(' ').every((word) => long.has(word));
}

/** The first mention of the office that is given most often, under all the names of one person. */
function mostCommon(held: readonly HeldOffice[]): NameMention | null {
  const groups = [...Map.groupBy(held, ({ office }) => office).values()];
  const countOf = (group: readonly HeldOffice[]): number => group.reduce((sum, { count }) => sum + count, 0);
  const [best] = groups.sort((a, b) => countOf(b) - countOf(a));
  return best?.[0]?.mention ?? null;
}
