/** Owners: whom or what a sentence speaks of, carried over from the sentences before where it has no name of its own. */

import type { AnalysedSentence } from '../corpus/index/corpusIndex.ts';
import type { Term } from '../text/terms.ts';
import type { Token } from '../text/tokens.ts';

/** One name as the stems of its words. */
export type NameStems = ReadonlySet<string>;

/** A name with the token that follows its last word. */
interface PlacedName {
  readonly stems: NameStems;
  /** Its first token, and the one that follows its last. */
  readonly first: number;
  readonly next: number;
}

/** How two sentences stand to each other in whom they speak of, each 0..1. */
export interface SubjectMatch {
  /** Whether the first name of each sentence, or else the one carried over, is the same: 1, or 0; 0.5 when a side has none. */
  readonly subject: number;
  /** Share of the draft's names, those carried over among them, that the article's sentence has or carries; 0.5 without. */
  readonly owners: number;
}

/** A sentence with the name that it takes over from those before it. */
export interface OwnedSentence {
  readonly sentence: AnalysedSentence;
  readonly carried: NameStems;
}

/** Sentences before one that are looked through for a name: pronouns seldom reach further. */
export const CARRIED_FROM = 3;

/** The first name of the nearest sentence before `at` that has one, as stems; none when there is none near. */
export function carriedTo(sentences: readonly AnalysedSentence[], at: number): NameStems {
  for (let back = 1; back <= CARRIED_FROM; back += 1) {
    const before = sentences[at - back];
    const [first] = before === undefined ? [] : namesIn(before);
    if (first !== undefined) return first.stems;
  }
  return NO_STEMS;
}

/** Whose a figure is, as far as its own sentence says. */
export interface Owner {
  /** The name right behind it, or else the nearest before it. */
  readonly nearest: NameStems | null;
  /** The first name of its sentence. */
  readonly first: NameStems | null;
}

/** The owner of what stands from the token `first` to before the token `next` of a sentence. */
export function ownerAt(sentence: AnalysedSentence, first: number, next: number): Owner {
  const names = namesIn(sentence);
  // `25-year-old Ana Ruiz`: a name right behind the figure owns it.
  const behind = names.find((name) => name.first >= next && name.first <= next + 1);
  const nearest = behind ?? names.findLast((name) => name.next <= first);
  return { nearest: nearest?.stems ?? null, first: names[0]?.stems ?? null };
}

/**
 * Whether the owners of two figures are the same: 1, or 0; 0.5 when a side has none. A figure without a name of its own
 * belongs to the one that its sentence takes over.
 */
export function matchOwners(
  draft: Owner,
  carried: NameStems,
  article: Owner,
  articleCarried: NameStems,
): number {
  return sameName(stemsOf(draft, carried), stemsOf(article, articleCarried));
}

function stemsOf({ nearest, first }: Owner, carried: NameStems): NameStems {
  return nearest ?? (carried.size > 0 ? carried : (first ?? carried));
}

/** Compares whom two sentences speak of. */
export function matchSubjects(draft: OwnedSentence, article: OwnedSentence): SubjectMatch {
  const own = namesIn(draft.sentence);
  const other = namesIn(article.sentence);
  return {
    subject: sameName(own[0]?.stems ?? draft.carried, other[0]?.stems ?? article.carried),
    owners: coverOf(own, draft.carried, other, article.carried),
  };
}

const NO_STEMS: NameStems = new Set();

function sameName(a: NameStems, b: NameStems): number {
  if (a.size === 0 || b.size === 0) return 0.5;
  for (const stem of a) if (b.has(stem)) return 1;
  return 0;
}

function coverOf(
  own: readonly PlacedName[],
  carried: NameStems,
  other: readonly PlacedName[],
  articleCarried: NameStems,
): number {
  const wanted = own.map(({ stems }) => stems);
  if (carried.size > 0) wanted.push(carried);
  if (wanted.length === 0) return 0.5;
  const known = new Set([...other.flatMap(({ stems }) => [...stems]), ...articleCarried]);
  return wanted.filter((stems) => [...stems].some((stem) => known.has(stem))).length / wanted.length;
}

/** By the terms of a sentence, which stay the same when an edit before it moves it. */
const namesKept = new WeakMap<readonly Term[], readonly PlacedName[]>();

/** Runs of capitalised terms, those of dates and figures left out. */
function namesIn(sentence: AnalysedSentence): readonly PlacedName[] {
  const kept = namesKept.get(sentence.terms);
  if (kept !== undefined) return kept;
  const names = findNames(sentence);
  namesKept.set(sentence.terms, names);
  return names;
}

function findNames({ sentence, terms, quantities }: AnalysedSentence): PlacedName[] {
  const names: PlacedName[] = [];
  let run: Set<string> | null = null;
  let next = -1;
  for (const { term, token } of terms) {
    const word = sentence.tokens[token];
    if (
      word === undefined ||
      !isCapital(word) ||
      quantities.some(({ extent }) => word.start < extent.end && extent.start < word.end)
    )
      continue;
    if (run !== null && token === next) run.add(term);
    else {
      run = new Set([term]);
      names.push({ stems: run, first: token, next: token + 1 });
    }
    next = token + 1;
    const last = names.at(-1);
    if (last !== undefined) names[names.length - 1] = { ...last, next };
  }
  return names;
}

function isCapital({ text }: Token): boolean {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
}
