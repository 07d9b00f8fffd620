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

/** What is known of the name of these words from all its mentions, which are at least one, in any order. */
export function knownName(words: readonly string[], mentions: readonly WrittenMention[]): KnownName {
  const sorted = [...mentions].sort(inMentionOrder);
  const [text, { kind }] = mostFrequent(sorted.map((mention) => [mention.text, mention] as const));
  const told = sorted.slice(0, MOST_MENTIONS).map(withoutText);
  return { text, words, kind, count: mentions.length, mentions: told, offices: officesOf(sorted) };
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

function officesOf(mentions: readonly WrittenMention[]): HeldOffice[] {
  const offices = new Map<string, { count: number; readonly mention: NameMention }>();
  for (const mention of mentions) {
    if (mention.office === null) continue;
    const known = offices.get(mention.office);
    if (known === undefined) offices.set(mention.office, { count: 1, mention: withoutText(mention) });
    else known.count += 1;
  }
  const held = [...offices].map(([office, { count, mention }]) => ({ office, count, mention }));
  return held.sort((a, b) => b.count - a.count || byCodeUnit(a.office, b.office));
}

function withoutText({ article, start, end, title, titleSpan, office }: WrittenMention): NameMention {
  return { article, start, end, title, titleSpan, office };
}

/** The most frequent key with the first of its values; of equally frequent ones the first by code unit. */
function mostFrequent<T>(pairs: readonly (readonly [string, T])[]): readonly [string, T] {
  const groups = [...Map.groupBy(pairs, ([key]) => key).values()];
  groups.sort((a, b) => b.length - a.length || byCodeUnit(a[0]?.[0] ?? '', b[0]?.[0] ?? ''));
  const first = groups[0]?.[0];
  if (first === undefined) throw new RangeError('a known name has at least one mention');
  return first;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
