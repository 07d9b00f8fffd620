/** Location: where in the articles the words of a quote stand, exactly or nearly, best place first. */

import { type Cancellation, throwIfCancelled } from '../check/cancellation.ts';
import type { AnalysedArticle } from '../corpus/index/corpusIndex.ts';
import type { PassageQuery, QuoteCorpus, QuotePassage } from '../corpus/index/quoteCorpus.ts';
import type { NormalWord } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import { spellingKey } from '../text/spelling.ts';
import type { Alignment, QueryWord } from './align.ts';
import { alignLong, LONGEST_PIECE } from './alignLong.ts';
import { quotedParts } from './articleQuotes.ts';
import { articleWords, wordsWithin } from './articleWords.ts';
import { type Difference, differencesOf } from './differences.ts';

/** One place in an article that a quote was compared with. */
export interface QuoteLocation extends Span {
  readonly article: AnalysedArticle;
  /** The words of the article that the steps of the alignment point into. */
  readonly words: readonly NormalWord[];
  readonly alignment: Alignment;
  readonly differences: readonly Difference[];
  /** Share of the quote's words that match, less what the article has in between: 1 is word for word. */
  readonly similarity: number;
  /** `flow` when the words between the article's own quotation marks were read on end, without its “he said”. */
  readonly reading: 'plain' | 'flow';
}

/** Most places a quote is compared with closely. */
const CANDIDATES = 8;
/** A quote that is found already, or a long one, whose first words tell its place well and whose places cost much. */
const FEW_CANDIDATES = 3;
/** Most places that hold the exact words which are told apart: enough to name the outlets. */
const EXACT_PLACES = 12;
/** Quotes of fewer UTF-16 units count only where they stand word for word: too much is near them. */
export const SHORTEST_NEAR = 20;
/** Words of the article read beyond the passage when the quote holds an ellipsis, which may skip paragraphs. */
const ELLIPSIS_REACH = 400;
/** Words of the article read for each word of a long quote beyond the piece it was located by. */
const SPREAD = 1.5;

/**
 * The places where `words` stand or nearly stand, best first; at most one a passage. Empty when there is none.
 * `context` are spelling keys of the words around a quote that is too short to tell its place: it is sought word for
 * word where they stand as well.
 */
export async function locateQuote(
  words: readonly NormalWord[],
  corpus: QuoteCorpus,
  cancellation: Cancellation,
  context: readonly string[] = [],
): Promise<readonly QuoteLocation[]> {
  const query = words.map(queryWord);
  const wanted: Wanted = {
    query,
    norms: words.map((word) => word.norm),
    skips: query.some((word) => word.afterEllipsis),
  };
  const phrase = phraseQuery(query);
  const [exact = []] = phrase === null ? [] : await corpus.passages([phrase]);
  const near = nearQuery(words, query, exact.length);
  const [alike = []] = near === null ? [] : await corpus.passages([near]);
  const [around = []] =
    context.length === 0 || exact.length < EXACT_PLACES
      ? []
      : await corpus.passages([{ words: context, mode: 'near', limit: CANDIDATES }]);
  throwIfCancelled(cancellation);
  const found = [...exact, ...alike].map((passage) => compare(wanted, passage));
  const besides = around
    .map((passage) => compare(wanted, passage))
    .filter(({ similarity }) => similarity === 1);
  return distinct([...besides, ...found].sort(bestFirst));
}

/** By likeness; equally like ones by their article and place, in whatever order the corpus had them. */
function bestFirst(a: QuoteLocation, b: QuoteLocation): number {
  if (a.similarity !== b.similarity) return b.similarity - a.similarity;
  const [one, other] = [a.article.article.id, b.article.article.id];
  return one === other ? a.start - b.start : one < other ? -1 : 1;
}

/** A quote is sought word for word unless editors' marks stand in it. */
function phraseQuery(query: readonly QueryWord[]): PassageQuery | null {
  const plain = query.every((word, index) => index === 0 || !(word.afterEllipsis || word.bracketed));
  return plain ? { words: query.map((word) => word.key), mode: 'phrase', limit: EXACT_PLACES } : null;
}

/** A quote is sought nearly so unless it is short; once it is found, only to see who prints it otherwise. */
function nearQuery(
  words: readonly NormalWord[],
  query: readonly QueryWord[],
  exact: number,
): PassageQuery | null {
  const length = (words[words.length - 1]?.end ?? 0) - (words[0]?.start ?? 0);
  const plain = phraseQuery(query) !== null;
  if (plain && length < SHORTEST_NEAR) return null;
  const few = exact > 0 || query.length > LONGEST_PIECE;
  const keys = query.slice(0, LONGEST_PIECE).map((word) => word.key);
  return { words: keys, mode: 'near', limit: few ? FEW_CANDIDATES : CANDIDATES };
}

/** The alignment's view of a word of the draft. */
export function queryWord(word: NormalWord): QueryWord {
  return { key: spellingKey(word.norm), afterEllipsis: word.afterEllipsis, bracketed: word.bracketed };
}

/** A quote as it is compared. */
interface Wanted {
  readonly query: readonly QueryWord[];
  readonly norms: readonly string[];
  /** Whether it holds an ellipsis. */
  readonly skips: boolean;
}

/** Compares a quote with one passage, read as it stands and as the flow of its quotations. */
function compare(wanted: Wanted, passage: QuotePassage): QuoteLocation {
  const all = articleWords(passage.article);
  const reach = wanted.skips ? ELLIPSIS_REACH : 0;
  const { from, to } = wordsWithin(all, passage);
  const beyond = Math.max(0, Math.ceil((wanted.query.length - LONGEST_PIECE) * SPREAD));
  const words = all.slice(Math.max(0, from - reach), to + reach + beyond);
  const plain = locationOf(wanted, passage.article, words, 'plain');
  if (plain.similarity === 1) return plain;
  const flow = flowOf(words, quotedParts(passage.article));
  if (flow.length === 0 || flow.length === words.length) return plain;
  const flowing = locationOf(wanted, passage.article, flow, 'flow');
  // The flow leaves out “he said” and all else that was never spoken, so it is the better reading of the two.
  return flowing.similarity >= plain.similarity ? flowing : plain;
}

/** The words that stand in quotation marks. `parts` are in order. */
function flowOf(words: readonly NormalWord[], parts: readonly Span[]): NormalWord[] {
  let at = 0;
  return words.filter((word) => {
    while ((parts[at]?.end ?? Number.POSITIVE_INFINITY) <= word.start) at += 1;
    return (parts[at]?.start ?? Number.POSITIVE_INFINITY) <= word.start;
  });
}

function locationOf(
  { query, norms }: Wanted,
  article: AnalysedArticle,
  words: readonly NormalWord[],
  reading: QuoteLocation['reading'],
): QuoteLocation {
  const alignment = alignLong(
    query,
    words.map((word) => spellingKey(word.norm)),
  );
  const differences = differencesOf(alignment, query, norms, words);
  const targets = alignment.steps.filter((step) => step.target >= 0 && step.kind !== 'delete');
  const first = words[targets[0]?.target ?? -1];
  const last = words[targets[targets.length - 1]?.target ?? -1];
  return {
    article,
    words,
    alignment,
    differences,
    similarity: similarityOf(query, alignment, differences),
    reading,
    start: first?.start ?? 0,
    end: last?.end ?? 0,
  };
}

/** A left-out stretch counts as so many words at most: it is one alteration, however long. */
const LONGEST_COUNTED = 4;

/** Words that agree against all words of the quote and those of the article that it silently leaves out. */
function similarityOf(
  query: readonly QueryWord[],
  alignment: Alignment,
  differences: readonly Difference[],
): number {
  // A bracketed word that the article does not have counts neither for nor against.
  const free = alignment.steps.filter(
    (step) => step.kind !== 'match' && query[step.query]?.bracketed === true,
  ).length;
  const own = query.length - free;
  const matched = new Set(alignment.steps.filter((step) => step.kind === 'match').map((step) => step.query));
  let agreeing = alignment.matches;
  let omitted = 0;
  for (const { kind, query: words, target } of differences) {
    const surplus = target.to - target.from - (words.to - words.from);
    if (kind === 'omitted' || kind === 'reworded') omitted += Math.min(LONGEST_COUNTED, Math.max(0, surplus));
    // A run written otherwise agrees as a whole, though its words may be parted differently; a single word that
    // shares its key was counted among the matches.
    if (kind === 'spelling' && !matched.has(words.from)) agreeing += words.to - words.from;
  }
  return own === 0 ? 0 : Math.min(1, agreeing / (own + omitted));
}

/** Drops places that overlap a better one of the same article. */
function distinct(sorted: readonly QuoteLocation[]): QuoteLocation[] {
  const kept: QuoteLocation[] = [];
  for (const location of sorted) {
    const known = kept.some(
      (other) =>
        other.article === location.article && other.start < location.end && location.start < other.end,
    );
    if (!known && location.alignment.matches > 0) kept.push(location);
  }
  return kept;
}
