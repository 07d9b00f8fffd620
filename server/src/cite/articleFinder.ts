/** Finds the articles that a reference, a note or an address means. */

import type { ArticleEntry } from '../corpus/index/corpusIndex.ts';
import { type EntryKey, type KeyKind, keysOfKind, outletKey } from './entryKeys.ts';
import { longDate, UNDATED } from './longDate.ts';
import { addressKey, isSameWork, type Reference, wordKey } from './reference.ts';

export interface ArticleFinder {
  /** The articles at an address; several when one was saved twice. */
  atAddress(url: string): readonly ArticleEntry[];
  /** The articles that an entry of a bibliography is. */
  ofReference(reference: Reference): readonly ArticleEntry[];
  /** The articles that the words of a note name: by address, by title, by file, or by outlet and date. */
  ofWords(words: string): readonly ArticleEntry[];
}

/** The finder of a list of articles. Each of its tables is made when it is first asked: drafts with links need no titles. */
export function createArticleFinder(articles: readonly ArticleEntry[]): ArticleFinder {
  const tables: Readonly<Record<KeyKind, (key: string) => readonly ArticleEntry[]>> = {
    address: table(articles, 'address'),
    title: table(articles, 'title'),
    file: table(articles, 'file'),
    outlet: table(articles, 'outlet'),
  };
  return finderOver((kind, key) => tables[kind](key));
}

/** A finder that finds nothing and tells by which keys it looked: by all that would be looked at if others had none. */
export function createNotingFinder(note: (key: EntryKey) => void): ArticleFinder {
  return finderOver((kind, key) => {
    if (key !== '') note(`${kind}:${key}`);
    return [];
  });
}

function finderOver(lookUp: (kind: KeyKind, key: string) => readonly ArticleEntry[]): ArticleFinder {
  const atAddress = (url: string): readonly ArticleEntry[] => lookUp('address', addressKey(url));
  const named = (words: string): readonly ArticleEntry[] => {
    for (const url of addressesIn(words)) if (atAddress(url).length > 0) return atAddress(url);
    const titled = stretchesOf(words).flatMap((stretch) => lookUp('title', wordKey(stretch)));
    if (titled.length > 0) return bestOf(titled, words);
    const file = words.split(/[\s()<>[\]"'`,;]+/u).flatMap((name) => lookUp('file', name));
    return file.length > 0 ? file : lookUp('outlet', outletKeyIn(words));
  };
  return {
    atAddress,
    ofReference(reference) {
      const at = reference.url === null ? [] : atAddress(reference.url);
      if (at.length > 0) return at;
      const titled = lookUp('title', wordKey(reference.title ?? ''));
      return titled.filter((article) => isSameWork(reference, article));
    },
    ofWords: (words) => [...new Set(named(words))].slice(0, MOST_MEANT),
  };
}

/** An outlet and a day may stand for many articles; more of them say nothing of which one is meant. */
const MOST_MEANT = 50;

/** Articles by their keys, of which one may have several. */
function table(articles: readonly ArticleEntry[], kind: KeyKind): (key: string) => readonly ArticleEntry[] {
  let groups: ReadonlyMap<string, readonly ArticleEntry[]> | null = null;
  return (key) => {
    groups ??= grouped(articles, kind);
    return groups.get(key) ?? [];
  };
}

function grouped(
  articles: readonly ArticleEntry[],
  kind: KeyKind,
): ReadonlyMap<string, readonly ArticleEntry[]> {
  const groups = new Map<string, ArticleEntry[]>();
  for (const article of articles) {
    for (const key of keysOfKind(kind, article)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [article]);
      else group.push(article);
    }
  }
  return groups;
}

/** The key in `Gulf Wire, 1 January 2020, p. 4`; empty where there is none. */
function outletKeyIn(words: string): string {
  const [, name = '', date = ''] = OUTLET_AND_DATE.exec(words.trim()) ?? [];
  if (name === '' || date === UNDATED) return name === '' ? '' : outletKey(name, null);
  const time = Date.parse(`${date} UTC`);
  return Number.isNaN(time)
    ? ''
    : outletKey(name, new Date(time).toISOString().slice(0, 'YYYY-MM-DD'.length));
}

const OUTLET_AND_DATE =
  /^(.{1,300}), (undated|\d{1,2} \p{L}{3,9} \d{4}|\p{L}{3,9} \d{1,2}, \d{4})(?:, (?:p|l)\. ?\d{1,6})?$/u;

function addressesIn(words: string): readonly string[] {
  return [...words.matchAll(/https?:\/\/[^\s<>"{}|^`[\]]{1,2000}/gu)].map(([url]) =>
    url.replace(/[).,;:!?'’*_\\]{1,8}$/u, ''),
  );
}

/**
 * What a title may be in `Title. *Outlet*, 1 January 2020.`, `Outlet, “Title”, 2020`: the stretches between marks, and
 * those on end from a mark to a later one, as a title may hold marks itself.
 */
function stretchesOf(words: string): readonly string[] {
  const text = words.slice(0, LONGEST_NOTE);
  const edges = [0, ...[...text.matchAll(/[.,:;!?*_"“”„«»()[\]{}|]+|--/gu)].flatMap(edgesOf), text.length];
  return edges.flatMap((from, at) =>
    edges.slice(at + 1, at + 1 + MOST_MARKS).map((to) => text.slice(from, to)),
  );
}

function edgesOf(match: RegExpExecArray): readonly number[] {
  return [match.index, match.index + match[0].length];
}

/** UTF-16 units of a note that are looked at, and marks that a title may hold: bounds on what a hostile note costs. */
const LONGEST_NOTE = 600;
const MOST_MARKS = 12;

/** Of articles with one title those whose outlet or date the note gives; all where it gives neither. */
function bestOf(articles: readonly ArticleEntry[], words: string): readonly ArticleEntry[] {
  const key = ` ${wordKey(words)} `;
  const holds = (part: string | null): boolean => part !== null && key.includes(` ${wordKey(part)} `);
  const scores = articles.map(
    ({ outlet, published }) =>
      Number(holds(outlet)) +
      Number(holds(published) || holds(published === null ? null : longDate(published))),
  );
  const best = Math.max(...scores);
  return articles.filter((_, at) => scores[at] === best);
}
