/** Dialogues: questions to an archive that take several steps, held together so that each step is one request for all. */

import type { AnalysedArticle } from '../analysed.ts';
import type { Search, SearchAnswer } from './search.ts';

/** What one step of a dialogue asks for. */
export interface Step {
  readonly searches: readonly Search[];
  /** Ids of articles. */
  readonly articles: readonly string[];
  /** Tokens of which is asked in how many documents they stand. */
  readonly counts?: FieldTokens;
}

/** Tokens of one field. */
export interface FieldTokens {
  readonly field: string;
  readonly tokens: readonly string[];
}

/** In how many documents each token of a field stands. */
export type TokenCounts = ReadonlyMap<string, number>;

/** The answers to a step: those of its searches in their order, and the articles that there are by their ids. */
export interface Told {
  readonly answers: readonly SearchAnswer[];
  readonly articles: ReadonlyMap<string, AnalysedArticle>;
  /** Those of the tokens asked for; empty where none were. */
  readonly counts: TokenCounts;
}

/** A question: yields its steps, is given their answers, and returns what it found out. */
export type Dialogue<T> = Generator<Step, T, Told>;

/** Answers all searches and finds all articles of one step of many dialogues. */
export interface Exchange {
  search(searches: readonly Search[]): Promise<readonly SearchAnswer[]>;
  articles(ids: readonly string[]): Promise<ReadonlyMap<string, AnalysedArticle>>;
  /** Counts of tokens of several fields, each field once; every token is answered. */
  count(asked: readonly FieldTokens[]): Promise<ReadonlyMap<string, TokenCounts>>;
}

/**
 * Holds the dialogues, step by step side by side: the first steps of all make one request, then the second ones.
 * Searches that several ask for are sent once. Rejects as `exchange` does.
 */
export async function hold<T>(dialogues: readonly Dialogue<T>[], exchange: Exchange): Promise<readonly T[]> {
  const results: T[] = [];
  let open = dialogues.map((dialogue, number) => ({ dialogue, number, step: dialogue.next() }));
  while (open.length > 0) {
    const asking = open.flatMap(({ dialogue, number, step }) => {
      if (step.done !== true) return [{ dialogue, number, asked: step.value }];
      results[number] = step.value;
      return [];
    });
    const tell = await answerAll(
      asking.map(({ asked }) => asked),
      exchange,
    );
    open = asking.map(({ dialogue, number, asked }) => ({
      dialogue,
      number,
      step: dialogue.next(tell(asked)),
    }));
  }
  return results;
}

async function answerAll(steps: readonly Step[], exchange: Exchange): Promise<(step: Step) => Told> {
  const searches = new Map<string, Search>();
  for (const search of steps.flatMap((step) => step.searches)) searches.set(JSON.stringify(search), search);
  const ids = new Set(steps.flatMap((step) => step.articles));
  const fields = new Map<string, Set<string>>();
  for (const { counts } of steps) {
    if (counts === undefined) continue;
    fields.set(counts.field, new Set([...(fields.get(counts.field) ?? []), ...counts.tokens]));
  }
  const [answers, articles, counted] = await Promise.all([
    searches.size === 0 ? [] : exchange.search([...searches.values()]),
    ids.size === 0 ? NO_ARTICLES : exchange.articles([...ids]),
    fields.size === 0
      ? NO_COUNTS
      : exchange.count([...fields].map(([field, tokens]) => ({ field, tokens: [...tokens] }))),
  ]);
  const byKey = new Map([...searches.keys()].map((key, at) => [key, answers[at]] as const));
  return (step) => ({
    answers: step.searches.map((search) => {
      const answer = byKey.get(JSON.stringify(search));
      if (answer === undefined) throw new RangeError('a search was not answered');
      return answer;
    }),
    articles,
    counts: counted.get(step.counts?.field ?? '') ?? NONE,
  });
}

const NO_COUNTS: ReadonlyMap<string, TokenCounts> = new Map();
const NONE: TokenCounts = new Map();
const NO_ARTICLES: ReadonlyMap<string, AnalysedArticle> = new Map();
