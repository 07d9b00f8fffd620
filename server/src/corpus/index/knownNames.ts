/** Known names: what an index tells of a name, from its mentions. Every backend answers by these. */

import Fuse from 'fuse.js';
import { findNames, type Name } from '../../claims/name.ts';
import { editDistance } from '../../match/sameName.ts';
import type { Sentence } from '../../text/sentences.ts';
import { type HeldOffice, type KnownName, MOST_MENTIONS, type NameMention } from './nameCorpus.ts';

/** A mention with the name as it is written there. */
export interface WrittenMention extends NameMention, Pick<Name, 'text' | 'kind'> {
  /** `mentionOrder` of its article, which may itself be looked up only when it is asked for. */
  readonly order: number;
}

/** Most letters by which a word of a similar name may differ. */
export const LETTERS_APART = 2;

/** The names of a sentence that are worth an entry. */
export function indexedNames(text: string, { tokens }: Sentence): Name[] {
  return findNames(text, tokens).filter(({ words }) => words.length <= LONGEST_NAME);
}

/** Runs of more capitalised words are headlines and lists. */
const LONGEST_NAME = 5;

/**
 * What is known of the name of these words from all its mentions, which are at least one, in any order. Common names have
 * tens of thousands, of which few are told: they are counted and selected from, not sorted.
 */
export function knownName(words: readonly string[], mentions: readonly WrittenMention[]): KnownName {
  const [text, { first }] = mostFrequent(groupsOf(mentions, (mention) => mention.text));
  const told = firstOf(mentions, MOST_MENTIONS).map(withoutText);
  return {
    text,
    words,
    kind: first.kind,
    count: mentions.length,
    mentions: told,
    offices: officesOf(mentions),
  };
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

function inMentionOrder(a: WrittenMention, b: WrittenMention): number {
  return a.order - b.order || byCodeUnit(a.article, b.article) || a.start - b.start;
}

/** The first `count` mentions, in order. */
function firstOf(mentions: readonly WrittenMention[], count: number): readonly WrittenMention[] {
  if (mentions.length <= count) return [...mentions].sort(inMentionOrder);
  const last = Uint32Array.from(mentions, ({ order }) => order).sort()[count - 1] ?? 0;
  // Mentions of one article have the same order, so that these may be a few more.
  return mentions
    .filter(({ order }) => order <= last)
    .sort(inMentionOrder)
    .slice(0, count);
}

/** The mentions that share a key. */
interface Group {
  readonly count: number;
  /** The first of them in order. */
  readonly first: WrittenMention;
}

function groupsOf(
  mentions: readonly WrittenMention[],
  keyOf: (mention: WrittenMention) => string | null,
): ReadonlyMap<string, Group> {
  const groups = new Map<string, { count: number; first: WrittenMention }>();
  for (const mention of mentions) {
    const key = keyOf(mention);
    const known = key === null ? undefined : groups.get(key);
    if (key === null) continue;
    if (known === undefined) groups.set(key, { count: 1, first: mention });
    else {
      known.count += 1;
      if (inMentionOrder(mention, known.first) < 0) known.first = mention;
    }
  }
  return groups;
}

function officesOf(mentions: readonly WrittenMention[]): HeldOffice[] {
  const offices = [...groupsOf(mentions, ({ office }) => office)];
  const held = offices.map(([office, { count, first }]) => ({ office, count, mention: withoutText(first) }));
  return held.sort((a, b) => b.count - a.count || byCodeUnit(a.office, b.office));
}

function withoutText({ article, start, end, title, titleSpan, office }: WrittenMention): NameMention {
  return { article, start, end, title, titleSpan, office };
}

/** The key with most mentions; of several the first by code unit. */
function mostFrequent(groups: ReadonlyMap<string, Group>): readonly [string, Group] {
  const [most, ...others] = groups;
  if (most === undefined) throw new RangeError('a known name has at least one mention');
  return others.reduce((best, other) => {
    const difference = other[1].count - best[1].count;
    return difference > 0 || (difference === 0 && other[0] < best[0]) ? other : best;
  }, most);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
