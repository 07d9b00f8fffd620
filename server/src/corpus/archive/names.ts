/** Names: what the articles of an archive know of names and offices, from the sentences that hold them. */

import { spellingKey } from '../../text/spelling.ts';
import {
  hasOtherFirst,
  inNameOrder,
  isSame,
  knownName,
  LETTERS_APART,
  looksLike,
  mostMentioned,
  similarNames,
} from '../index/knownNames.ts';
import { type KnownName, MOST_HOLDERS, type NameAnswer } from '../index/nameCorpus.ts';
import { MENTIONS_COLUMNS, mentionsIn, placeIn, telling } from './columns.ts';
import type { Dialogue } from './dialogue.ts';
import { type FoundMention, readMentions } from './mentions.ts';
import { countSearch, type Hit, type Search } from './search.ts';
import { tokenOf } from './tokens.ts';

/**
 * Sentences that are read for one word of a name, the first by `mentionOrder`. A word that stands in more is that of
 * somebody known from these, a sample that does not depend on when the articles came.
 */
const MOST_SENTENCES = 256;

/** Words of the dictionary that a misspelt one is compared with on the server: the likest. */
const MOST_LIKE = 128;

/** What is known of a name: one request, and one more where just one of its words is unknown. */
export function* nameAnswer(words: readonly string[]): Dialogue<NameAnswer> {
  const keys = words.map((word) => spellingKey(word));
  const last = keys[keys.length - 1] ?? '';
  const { answers } = yield {
    searches: [
      sentencesWith('nameWords', last),
      sentencesWith('names', words.join(' ')),
      ...keys.map((key) => countSearch('nameWords', tokenOf(key))),
    ],
  };
  const mentions = mentionsOf([...(answers[0]?.hits ?? []), ...(answers[1]?.hits ?? [])]);
  const known = namesAmong(mentions, (own) => {
    return own.some((word) => spellingKey(word) === last) && isSame(own, words);
  });
  const unknown = words.filter((_, at) => answers[at + 2]?.total === 0);
  const [strange] = unknown;
  if (strange === undefined || unknown.length > 1) return { known, similar: [] };
  return { known, similar: yield* similarTo(words, strange) };
}

/** Names with a word that looks like the strange one; with another first letter only beside a word that is known. */
function* similarTo(words: readonly string[], strange: string): Dialogue<readonly KnownName[]> {
  const others = words.filter((word) => word !== strange);
  const { answers } = yield {
    searches: [like(strange), ...(others.length > 0 ? [besides(others, strange)] : [])],
  };
  const mentions = mentionsOf(answers.flatMap(({ hits }) => hits));
  const isLike = (word: string): boolean =>
    word.charAt(0) === strange.charAt(0) &&
    Math.abs(word.length - strange.length) <= LETTERS_APART &&
    looksLike(strange, word);
  const keys = new Set(others.map((word) => spellingKey(word)));
  return similarNames(
    words,
    namesAmong(mentions, (own) => {
      if (own.some(isLike)) return true;
      return own.some((word) => keys.has(spellingKey(word))) && hasOtherFirst(own, strange);
    }),
  );
}

/** Who holds an office, from the sentences that say so: one request. */
export function* officeHolders(office: string): Dialogue<readonly KnownName[]> {
  const { answers } = yield { searches: [sentencesWith('offices', office)] };
  const mentions = mentionsOf(answers[0]?.hits ?? []);
  const holders = new Set(
    mentions.filter((mention) => mention.office === office).map(({ words }) => words.join(' ')),
  );
  const names = namesAmong(mentions, (own) => holders.has(own.join(' ')));
  return mostMentioned(names, MOST_HOLDERS);
}

/** The search for sentences that have a term in a field. */
export function sentencesWith(field: 'names' | 'nameWords' | 'offices', term: string): Search {
  return sentencesOf({ term: { [field]: tokenOf(term) } });
}

function like(word: string): Search {
  return sentencesOf(spelling(word, { fuzziness: LETTERS_APART, prefix_length: 1 }));
}

function besides(words: readonly string[], strange: string): Search {
  const known = words.map((word) => ({ term: { nameWords: tokenOf(spellingKey(word)) } }));
  const otherFirst = spelling(strange, { fuzziness: 1, prefix_length: 0 });
  return sentencesOf({ bool: { must: [otherFirst], should: known, minimum_should_match: 1 } });
}

function spelling(word: string, how: Readonly<Record<string, number>>): Search {
  return { fuzzy: { nameSpellings: { value: tokenOf(word), max_expansions: MOST_LIKE, ...how } } };
}

function sentencesOf(filter: Search): Search {
  return {
    size: MOST_SENTENCES,
    track_total_hits: false,
    query: { bool: { filter: [filter] } },
    sort: [{ order: 'asc' }, { article: 'asc' }, { at: 'asc' }],
    ...telling(...MENTIONS_COLUMNS),
  };
}

/** The mentions of all hits, each once. */
function mentionsOf(hits: readonly Hit[]): readonly FoundMention[] {
  const sentences = new Map(
    hits.map((hit) => {
      const { article, at } = placeIn(hit);
      return [`${at} ${article}`, { hit, article }] as const;
    }),
  );
  return [...sentences.values()].flatMap(({ hit, article }) => readMentions(mentionsIn(hit), article));
}

/** What is known of the names that pass, by their words. */
function namesAmong(
  mentions: readonly FoundMention[],
  passes: (words: readonly string[]) => boolean,
): readonly KnownName[] {
  const groups = Map.groupBy(mentions, ({ words }) => words.join(' '));
  const passing = [...groups.values()].filter(([first]) => first !== undefined && passes(first.words));
  return passing.map((own) => knownName(own[0]?.words ?? [], own)).sort(inNameOrder);
}
