/** Known names: what an index tells of a name, from its mentions. Every backend answers by these. */

import Fuse from 'fuse.js';
import { findNames, type Name } from '../../claims/name.ts';
import { compareNames, editDistance } from '../../match/sameName.ts';
import type { Sentence } from '../../text/sentences.ts';
import { highest } from './highest.ts';
import { type HeldOffice, type KnownName, MOST_MENTIONS, type NameMention } from './nameCorpus.ts';

/** A mention with the name as it is written there. */
export interface WrittenMention extends NameMention, Pick<Name, 'text' | 'kind'> {
  /** `mentionOrder` of its article, which may itself be looked up only when it is asked for. */
  readonly order: number;
}

/** Whether a name of the articles can be the one that is asked for. */
export function isSame(known: readonly string[], asked: readonly string[]): boolean {
  return compareNames(known, asked) === 'same';
}

/** Most letters by which a word of a similar name may differ. */
export const LETTERS_APART = 2;

/** The names of a sentence that are worth an entry. */
export function indexedNames(text: string, { tokens }: Sentence): Name[] {
  return findNames(text, tokens).filter(({ words }) => words.length <= LONGEST_NAME);
}

/** Runs of more capitalised words are headlines and lists. */
const LONGEST_NAME = 5;

/** What is known of the name of these words from all its mentions, which are at least one, in any order. */
export function knownName(words: readonly string[], mentions: readonly WrittenMention[]): KnownName {
  return knownNameIn(words, {
    length: mentions.length,
    count: mentions.length,
    orderOf: (at) => mentions[at]?.order ?? 0,
    writingOf: (at) => mentions[at]?.text ?? '',
    textOf: (at) => mentions[at]?.text ?? '',
    kindOf: (at) => mentions[at]?.kind ?? 'person',
    articleOf: (at) => mentions[at]?.article ?? '',
    startOf: (at) => mentions[at]?.start ?? 0,
    officeOf: (at) => mentions[at]?.office ?? null,
    mention(at) {
      const mention = mentions[at];
      if (mention === undefined) throw new RangeError(`there is no mention ${at}`);
      return mention;
    },
  });
}

/** The mentions of one name, in any order; each is made only when it is told. */
export interface MentionTable {
  readonly length: number;
  /** How many there are, of which the table may have a sample: all that is told, and enough to count by. */
  readonly count: number;
  /** `WrittenMention.order` of the mention at an index. */
  orderOf(at: number): number;
  /** A key of how it is written: equal for equal texts. */
  writingOf(at: number): string | number;
  textOf(at: number): string;
  kindOf(at: number): Name['kind'];
  /** A key of its article, and where it stands there. */
  articleOf(at: number): string | number;
  startOf(at: number): number;
  officeOf(at: number): string | null;
  mention(at: number): WrittenMention;
}

/** As `knownName`. Common names have tens of thousands of mentions, of which few are told: they are counted, not sorted. */
export function knownNameIn(words: readonly string[], mentions: MentionTable): KnownName {
  const usual = mostFrequent(mentions);
  return {
    text: mentions.textOf(usual),
    words,
    kind: mentions.kindOf(usual),
    count: mentions.count,
    first: withoutText(mentions.mention(firstOf(mentions))),
    articles: articlesOf(mentions),
    offices: officesOf(mentions),
  };
}

/** The `count` names with most mentions, of equal ones those that come first; by their words. */
export function mostMentioned(names: readonly KnownName[], count: number): readonly KnownName[] {
  const first = names.toSorted((a, b) => b.count - a.count || inNameOrder(a, b)).slice(0, count);
  return first.sort(inNameOrder);
}

/** The names that are written nearly as `words`, the likest first; ranked by Fuse. `candidates` in order of their words. */
export function similarNames(
  words: readonly string[],
  candidates: readonly KnownName[],
): readonly KnownName[] {
  const fuse = new Fuse(candidates, { keys: ['text'], ignoreLocation: true, threshold: 0.5 });
  return fuse.search(words.join(' '), { limit: SIMILAR_SHOWN }).map(({ item }) => item);
}

/** Most similar names answered. */
const SIMILAR_SHOWN = 5;

/** Whether a word of a name may be another one misspelt. */
export function looksLike(word: string, other: string): boolean {
  return editDistance(word, other, LETTERS_APART) <= LETTERS_APART;
}

/**
 * Shortest word whose first letter may be the wrong one (`Cavanagh`, `Kavanagh`): among short ones it tells families
 * apart (`Bates`, `Gates`).
 */
const SHORTEST_OTHER_FIRST = 6;

/** Whether a name of these words has one that is `strange` but for its first letter, or for a letter put before it. */
export function hasOtherFirst(words: readonly string[], strange: string): boolean {
  return words.some(
    (word) =>
      Math.min(word.length, strange.length) >= SHORTEST_OTHER_FIRST &&
      word.charAt(0) !== strange.charAt(0) &&
      editDistance(word, strange, 1) === 1,
  );
}

/** Compares names for `sort`, by their words. */
export function inNameOrder(a: KnownName, b: KnownName): number {
  return byCodeUnit(a.words.join(' '), b.words.join(' '));
}

/** Compares mentions for `sort`, by their indices. */
function inMentionOrder(mentions: MentionTable, one: number, other: number): number {
  const difference = mentions.orderOf(one) - mentions.orderOf(other);
  if (difference !== 0) return difference;
  if (mentions.articleOf(one) === mentions.articleOf(other)) {
    return mentions.startOf(one) - mentions.startOf(other);
  }
  return byCodeUnit(mentions.mention(one).article, mentions.mention(other).article);
}

/** Index of the first mention in order. */
function firstOf(mentions: MentionTable): number {
  let first = 0;
  for (let at = 1; at < mentions.length; at += 1) if (inMentionOrder(mentions, at, first) < 0) first = at;
  return first;
}

/** The orders of the articles of the first `MOST_MENTIONS` mentions, each once. */
function articlesOf(mentions: MentionTable): number[] {
  const backwards = Array.from({ length: mentions.length }, (_, at) => -mentions.orderOf(at));
  const orders = highest(backwards, MOST_MENTIONS).map((at) => mentions.orderOf(at));
  return [...new Set(orders)];
}

/** The mentions that share a key. */
interface Group {
  readonly count: number;
  /** Index of the first of them in order. */
  readonly first: number;
}

function groupsOf<K>(mentions: MentionTable, keyOf: (at: number) => K | null): ReadonlyMap<K, Group> {
  const groups = new Map<K, { count: number; first: number }>();
  for (let at = 0; at < mentions.length; at += 1) {
    const key = keyOf(at);
    if (key === null) continue;
    const known = groups.get(key);
    if (known === undefined) {
      groups.set(key, { count: 1, first: at });
      continue;
    }
    known.count += 1;
    if (inMentionOrder(mentions, at, known.first) < 0) known.first = at;
  }
  return groups;
}

function officesOf(mentions: MentionTable): HeldOffice[] {
  const held = [...groupsOf(mentions, (at) => mentions.officeOf(at))].map(([office, { count, first }]) => ({
    office,
    count,
    mention: withoutText(mentions.mention(first)),
  }));
  return held.sort((a, b) => b.count - a.count || byCodeUnit(a.office, b.office));
}

/** Index of the first mention with the most frequent writing; of several the first by code unit. */
function mostFrequent(mentions: MentionTable): number {
  const groups = [...groupsOf(mentions, (at) => mentions.writingOf(at)).values()];
  const most = Math.max(...groups.map(({ count }) => count));
  const texts = groups
    .filter(({ count }) => count === most)
    .map(({ first }) => ({ first, text: mentions.textOf(first) }));
  const [best] = texts.sort((a, b) => byCodeUnit(a.text, b.text));
  if (best === undefined) throw new RangeError('a known name has at least one mention');
  return best.first;
}

function withoutText({ article, start, end, title, titleSpan, office }: WrittenMention): NameMention {
  return { article, start, end, title, titleSpan, office };
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
