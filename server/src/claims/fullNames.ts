/** Full names: which form of a name a shorter one stands for, and which words before a name belong to it. */

import { sensesOf } from '../text/lexicon.ts';
import { termOf } from '../text/terms.ts';
import { tokenize } from '../text/tokens.ts';
import { type Name, type NameWords, nameKey, wordsBehindFirst } from './name.ts';

/** One person or body that may have spoken. */
export interface Speaker {
  /** The fullest form of the name in the text. */
  readonly name: string;
  readonly words: readonly string[];
  readonly kind: Name['kind'];
  /** The title before that form of the name, or null. */
  readonly title: string | null;
}

/** The names of a text as they are written. Versions of a draft with the same names in the same order share it. */
export interface NameWording {
  /** In order. */
  readonly names: readonly NameWords[];
  /** The words of names that stand inside a sentence somewhere. */
  readonly corroborated: ReadonlySet<string>;
}

/** Tells whom a mention means. */
type Resolver = (mention: NameWords) => Speaker | null;

/** By the list of sources, with the wording that they were set beside. */
const resolversKept = new WeakMap<
  readonly NameWords[],
  { readonly wording: NameWording; readonly resolve: Resolver }
>();

/**
 * Whom a mention means by the forms of its name in a text worded so and in the `sources` of what is said; null for a
 * capitalised word that may be no name. The same function for the same two objects.
 */
export function resolverOf(wording: NameWording, sources: readonly NameWords[]): Resolver {
  const kept = resolversKept.get(sources);
  if (kept?.wording === wording) return kept.resolve;
  const { written, fullest } = formsOf(wording);
  const ofSources = fullestNames(sources.map((name) => undescribed(name, written)));
  const resolve: Resolver = (mention) => {
    const name = undescribed(mention, written);
    const [first] = name.words;
    if (first === undefined) return null;
    const alone = name.words.length === 1;
    const full = alone ? fullestOf(first, ofSources, fullest) : undefined;
    // A capitalised word that only ever opens sentences may be any word.
    if (alone && full === undefined && name.title === null && !wording.corroborated.has(first)) return null;
    const chosen = full ?? name;
    return { name: chosen.text, words: chosen.words, kind: chosen.kind, title: name.title ?? chosen.title };
  };
  resolversKept.set(sources, { wording, resolve });
  return resolve;
}

/** In which forms a text has its names. */
interface Forms {
  /** All of them, each as its words. */
  readonly written: ReadonlySet<string>;
  readonly fullest: FullestNames;
}

/** Quotations and reports both ask for the forms of the names of one text, and so does its next version. */
const formsKept = new WeakMap<NameWording, Forms>();

function formsOf(wording: NameWording): Forms {
  const kept = formsKept.get(wording);
  if (kept !== undefined) return kept;
  const { names } = wording;
  const written = new Set(names.map(nameKey));
  const fullest = fullestNames(names.map((name) => undescribed(name, written)));
  formsKept.set(wording, { written, fullest });
  return { written, fullest };
}

/** `Tom Varga` for `Democrat Tom Varga`, where the text has the shorter form as well and the first word is a noun. */
function undescribed(name: NameWords, written: ReadonlySet<string>): NameWords {
  const [first = '', ...rest] = name.words;
  if (name.kind !== 'person' || DATELINE.test(name.text) || rest.length < 2 || !written.has(rest.join(' ')))
    return name;
  return isNoun(first) ? (wordsBehindFirst(name) ?? name) : name;
}

/** Whether WordNet’s synonym sets have the word. */
function isNoun(word: string): boolean {
  const [token] = tokenize(word);
  const term = token === undefined ? null : termOf(token);
  return term !== null && sensesOf(term).length > 0;
}

/** The longest form of each name by its last word and by its first. */
interface FullestNames {
  readonly byLast: ReadonlyMap<string, NameWords>;
  readonly byFirst: ReadonlyMap<string, NameWords>;
}

function fullestNames(names: readonly NameWords[]): FullestNames {
  const byLast = new Map<string, NameWords>();
  const byFirst = new Map<string, NameWords>();
  for (const name of names) {
    if (name.words.length < 2 || name.words.length > LONGEST_PERSON || name.kind !== 'person') continue;
    keepLonger(byLast, name.words.at(-1) ?? '', name);
    keepLonger(byFirst, name.words[0] ?? '', name);
  }
  return { byLast, byFirst };
}

/** The longest name with that last word, or else with that first word; of equally long ones that of a source. */
function fullestOf(word: string, sources: FullestNames, mentions: FullestNames): NameWords | undefined {
  return (
    longer(sources.byLast.get(word), mentions.byLast.get(word)) ??
    longer(sources.byFirst.get(word), mentions.byFirst.get(word))
  );
}

function longer(a: NameWords | undefined, b: NameWords | undefined): NameWords | undefined {
  return a === undefined || (b !== undefined && b.words.length > a.words.length) ? b : a;
}

/** Runs of more capitalised words than this are headlines. */
export const LONGEST_PERSON = 5;

function keepLonger(names: Map<string, NameWords>, word: string, name: NameWords): void {
  const known = names.get(word);
  if (known === undefined || known.words.length < name.words.length) names.set(word, name);
}

/** `CAPE ROWAN —` at the head of a story is a place. */
const DATELINE = /^\p{Lu}{2}[\p{Lu} .’'-]*$/u;
