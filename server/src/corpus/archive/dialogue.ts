/** Dialogues: questions to an archive that take several steps, held together so that each step is one request for all. */

import type { AnalysedArticle } from '../analysed.ts';
import type { Search, SearchAnswer } from './search.ts';

/** What one step of a dialogue asks for. */
export interface Step {
  readonly searches?: readonly Search[];
  /** Searches whose hits are articles, which come with the answer. */
  readonly wholes?: readonly Search[];
  /** Searches whose hits are sentences, the articles of which are asked for next: they may come with them. */
  readonly sentences?: readonly Search[];
  /** Searches whose hits are articles, which are asked for next: those that are not known may come with them. */
  readonly candidates?: readonly Search[];
  /** Ids of articles. */
  readonly articles?: readonly string[];
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

/** The answers to a step. */
export interface Told {
  /** Those of its searches, in their order. */
  readonly answers: readonly SearchAnswer[];
  /** Those of its searches for articles, in their order. */
  readonly wholes: readonly (readonly AnalysedArticle[])[];
  /** Those of its searches for sentences, in their order. */
  readonly sentences: readonly SearchAnswer[];
  /** Those of its searches for candidates, in their order. */
  readonly candidates: readonly SearchAnswer[];
  /** The articles that there are, by their ids. */
  readonly articles: ReadonlyMap<string, AnalysedArticle>;
  /** Those of the tokens asked for; empty where none were. */
  readonly counts: TokenCounts;
}

/** A question: yields its steps, is given their answers, and returns what it found out. */
export type Dialogue<T> = Generator<Step, T, Told>;

/** One step of many dialogues: no search, no article and no token twice. */
export interface Questions {
  readonly searches: readonly Search[];
  readonly wholes: readonly Search[];
  readonly sentences: readonly Search[];
  readonly candidates: readonly Search[];
  readonly articles: readonly string[];
  /** Each field once. */
  readonly counts: readonly FieldTokens[];
}

/** The answers to questions: as many of each kind, in their order; those of counts by field. */
export interface Replies {
  readonly answers: readonly SearchAnswer[];
  readonly wholes: readonly (readonly AnalysedArticle[])[];
  readonly sentences: readonly SearchAnswer[];
  readonly candidates: readonly SearchAnswer[];
  readonly articles: ReadonlyMap<string, AnalysedArticle>;
  readonly counts: ReadonlyMap<string, TokenCounts>;
}

/** Answers all questions at once. Rejects with `ArchiveError`. */
export type Exchange = (questions: Questions) => Promise<Replies>;

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
  const searches = byText(steps.flatMap((step) => step.searches ?? []));
  const wholes = byText(steps.flatMap((step) => step.wholes ?? []));
  const sentences = byText(steps.flatMap((step) => step.sentences ?? []));
  const candidates = byText(steps.flatMap((step) => step.candidates ?? []));
  const replies = await exchange({
    searches: [...searches.values()],
    wholes: [...wholes.values()],
    sentences: [...sentences.values()],
    candidates: [...candidates.values()],
    articles: [...new Set(steps.flatMap((step) => step.articles ?? []))],
    counts: byField(steps),
  });
  const answerOf = assigning([...searches.keys()], replies.answers);
  const wholeOf = assigning([...wholes.keys()], replies.wholes);
  const sentencesOf = assigning([...sentences.keys()], replies.sentences);
  const candidatesOf = assigning([...candidates.keys()], replies.candidates);
  return (step) => ({
    answers: (step.searches ?? []).map(answerOf),
    wholes: (step.wholes ?? []).map(wholeOf),
    sentences: (step.sentences ?? []).map(sentencesOf),
    candidates: (step.candidates ?? []).map(candidatesOf),
    articles: replies.articles,
    counts: replies.counts.get(step.counts?.field ?? '') ?? NONE,
  });
}

const NONE: TokenCounts = new Map();

function byText(searches: readonly Search[]): ReadonlyMap<string, Search> {
  return new Map(searches.map((search) => [JSON.stringify(search), search]));
}

function byField(steps: readonly Step[]): readonly FieldTokens[] {
  const fields = new Map<string, Set<string>>();
  for (const { counts } of steps) {
    if (counts === undefined) continue;
    const tokens = fields.get(counts.field) ?? new Set();
    for (const token of counts.tokens) tokens.add(token);
    fields.set(counts.field, tokens);
  }
  return [...fields].map(([field, tokens]) => ({ field, tokens: [...tokens] }));
}

/** The answer to each search, which are known by how they are written. */
function assigning<T>(written: readonly string[], answers: readonly T[]): (search: Search) => T {
  const known = new Map(written.map((key, at) => [key, answers[at]] as const));
  return (search) => {
    const answer = known.get(JSON.stringify(search));
    if (answer === undefined) throw new RangeError('a search was not answered');
    return answer;
  };
}
