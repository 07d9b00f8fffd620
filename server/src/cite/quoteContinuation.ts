/** Quote continuations: how the articles go on with words that a writer has begun to quote. */

import type { AnalysedArticle, CorpusIndex } from '../corpus/index/corpusIndex.ts';
import { quotedParts } from '../match/articleQuotes.ts';
import { articleWords, wordsWithin } from '../match/articleWords.ts';
import { type NormalWord, normalWords } from '../text/normalise.ts';
import { lastStartingBefore, type Span } from '../text/span.ts';
import { spellingKey } from '../text/spelling.ts';

/** What is typed of a quotation. */
export interface QuoteBeginning {
  /** Offset behind the opening mark. */
  readonly start: number;
  readonly mark: '“' | '"' | '«' | '„';
  /** Whole words, and the letters of the one that is being typed. */
  readonly words: readonly NormalWord[];
  readonly letters: string;
}

/** A stretch of an article that goes on where the draft stops. */
export interface Continuation {
  readonly article: AnalysedArticle;
  /** From the first word that is not typed as a whole to the end of its sentence. */
  readonly span: Span;
  /** Whether somebody says it in the article, and not the article itself. */
  readonly isQuoted: boolean;
}

/** Fewer words stand everywhere, and of more the first tell the place. */
const FEWEST_WORDS = 2;
const MOST_WORDS = 12;
/** A list is read at a glance. */
const MOST_CONTINUATIONS = 20;
/** UTF-16 units before the cursor in which the opening mark is looked for. */
const REACH = 400;

/** The quotation that is being typed at `offset`, or null when none is or too little of it. */
export function quoteBeginning(text: string, offset: number): QuoteBeginning | null {
  const from = Math.max(0, text.lastIndexOf('\n\n', offset - 1) + 1, offset - REACH);
  const open = openingMark(text.slice(from, offset));
  if (open === null) return null;
  const start = from + open.at + 1;
  const typed = text.slice(start, offset);
  const letters = /[\p{L}\p{N}’'-]{0,40}$/u.exec(typed.slice(-LONGEST_WORD))?.[0] ?? '';
  const words = normalWords(typed.slice(0, typed.length - letters.length));
  if (words.length < FEWEST_WORDS || words.length > MOST_WORDS) return null;
  return { start, mark: open.mark, words, letters };
}

/** UTF-16 units. */
const LONGEST_WORD = 40;

/** The last mark that opens a quotation and is not closed. Straight marks open and close in turn. */
function openingMark(text: string): { readonly at: number; readonly mark: QuoteBeginning['mark'] } | null {
  let open: { readonly at: number; readonly mark: QuoteBeginning['mark'] } | null = null;
  for (const { 0: mark, index: at } of text.matchAll(/[“”"«»„]/gu)) {
    if (mark === '“' || mark === '«' || mark === '„') open = { at, mark };
    else if (mark === '"') open = open === null ? { at, mark } : null;
    else open = null;
  }
  return open;
}

/** How the articles go on, what somebody says before what the article says. Rejects as the index does. */
export async function continuationsOf(
  { words, letters }: QuoteBeginning,
  index: CorpusIndex,
): Promise<readonly Continuation[]> {
  const keys = words.map(({ norm }) => spellingKey(norm));
  const [passages = []] = await index.quotes.passages([
    { words: keys, mode: 'phrase', limit: MOST_CONTINUATIONS },
  ]);
  const found = passages.flatMap(({ article, start, end }) => {
    const span = goesOn(article, { start, end }, keys, letters);
    return span === null ? [] : [{ article, span, isQuoted: isQuoted(article, span) }];
  });
  return distinct(found).toSorted((a, b) => Number(b.isQuoted) - Number(a.isQuoted));
}

/** From the word behind the phrase to the end of its sentence, if that word begins with `letters`. */
function goesOn(
  article: AnalysedArticle,
  passage: Span,
  keys: readonly string[],
  letters: string,
): Span | null {
  const words = articleWords(article);
  const { from, to } = wordsWithin(words, passage);
  for (let at = from; at + keys.length <= to; at += 1) {
    if (!keys.every((key, offset) => spellingKey(words[at + offset]?.norm ?? '') === key)) continue;
    const next = words[at + keys.length];
    const { text } = article.article;
    const begins =
      next !== undefined && lowered(text.slice(next.start, next.end)).startsWith(lowered(letters));
    const end = next === undefined ? null : endOfSentence(article, next.start);
    if (begins && end !== null && end > next.start + letters.length) return { start: next.start, end };
  }
  return null;
}

function lowered(word: string): string {
  return word.toLowerCase().replaceAll('’', "'");
}

/** The end of the words of a sentence, or of the quotation in it: before the marks that close either. */
function endOfSentence(article: AnalysedArticle, at: number): number | null {
  const sentences = article.sentences.map(({ sentence }) => sentence);
  const sentence = sentences[lastStartingBefore(sentences, at)];
  if (sentence === undefined || sentence.end <= at) return null;
  const parts = quotedParts(article);
  const part = parts[lastStartingBefore(parts, at)];
  const end = part !== undefined && part.end > at ? Math.min(part.end, sentence.end) : sentence.end;
  return at + article.article.text.slice(at, end).replace(/[\s.,;:!?…”’"'»)]{1,10}$/u, '').length;
}

function isQuoted(article: AnalysedArticle, { start, end }: Span): boolean {
  const parts = quotedParts(article);
  const part = parts[lastStartingBefore(parts, start)];
  return part !== undefined && part.end >= end;
}

/** Outlets print the same words; one of them is enough. */
function distinct(found: readonly Continuation[]): Continuation[] {
  const seen = new Set<string>();
  return found.filter(({ article, span }) => {
    const words = lowered(article.article.text.slice(span.start, span.end));
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}

/** Words of an article with the marks of a quotation that opens with `mark`: inner quotations and apostrophes alike. */
export function inMarksOf(words: string, mark: QuoteBeginning['mark']): string {
  const flat = words.replace(/\s+/gu, ' ');
  if (mark === '"') return flat.replace(/[’‘“”„«»]/gu, "'");
  return flat
    .replace(/(?<=[\p{L}\p{N}])'/gu, '’')
    .replace(/[“„«]/gu, '‘')
    .replace(/[”»]/gu, '’');
}
