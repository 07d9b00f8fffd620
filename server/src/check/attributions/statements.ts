/** Statements: sentences of the articles that report just what a sentence of the draft reports, and who says it there. */

import { findNamedReports, type NamedReport } from '../../claims/attribution.ts';
import type { AttributionClaim } from '../../claims/claim.ts';
import type { Speaker } from '../../claims/people.ts';
import type { AnalysedArticle } from '../../corpus/index/corpusIndex.ts';
import type { QuotePassage } from '../../corpus/index/quoteCorpus.ts';
import { articleQuotes } from '../../match/articleQuotes.ts';
import { compareNames } from '../../match/sameName.ts';
import type { Sentence } from '../../text/sentences.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { termOf } from '../../text/terms.ts';
import { tokenize } from '../../text/tokens.ts';
import { wordsOfName } from '../quotes/speakers.ts';

/** A sentence of an article that says what the draft reports. */
export interface Statement {
  readonly article: AnalysedArticle;
  readonly sentence: Sentence;
  /** Who says it there; null where the article does not name anybody. */
  readonly speaker: Speaker | null;
  readonly source: Span | null;
  /** Whether a name given by its words is mentioned in the sentence or the ones beside it in its paragraph. */
  readonly mentions: (words: readonly string[]) => boolean;
}

/** Least share of the draft’s telling words that the sentence of the article must hold, numbers among them. */
const SAME_FROM = 0.75;
/** Least number of telling words in common. */
const FEWEST_TERMS = 4;

/** The sentences that surely report the same statement, the likest first. */
export function sameStatements(
  draft: string,
  claim: AttributionClaim,
  passages: readonly QuotePassage[],
): Statement[] {
  const wanted = tellingWords(draft, claim.attribution.content);
  if (wanted.size < FEWEST_TERMS) return [];
  const found = new Map<Sentence, { readonly statement: Statement; readonly share: number }>();
  for (const passage of passages) {
    for (const { sentence } of passage.article.sentences) {
      if (!overlaps(sentence, passage) || found.has(sentence)) continue;
      const share = shareOf(wanted, tellingWords(passage.article.article.text, sentence));
      if (share >= SAME_FROM)
        found.set(sentence, { statement: statementOf(passage.article, sentence), share });
    }
  }
  return [...found.values()].sort((a, b) => b.share - a.share).map(({ statement }) => statement);
}

/** Whether the draft’s speaker is the one who says it there. `maybe` where the article leaves that open. */
export function speaks(claim: AttributionClaim, statement: Statement): 'yes' | 'no' | 'maybe' {
  const own = wordsOfName(claim.attribution.speaker ?? claim.text);
  if (statement.speaker === null) return 'maybe';
  if (compareNames(own, statement.speaker.words) !== 'different') return 'yes';
  return statement.mentions(own) ? 'maybe' : 'no';
}

function statementOf(article: AnalysedArticle, sentence: Sentence): Statement {
  const report = reportsOf(article).find(({ content }) => overlaps(content, sentence));
  return {
    article,
    sentence,
    speaker: report?.speaker ?? null,
    source: report?.source.span ?? null,
    mentions: (words) => {
      const near = article.sentences
        .slice(Math.max(0, sentence.index - 1), sentence.index + 2)
        .map((one) => one.sentence)
        .filter(({ paragraph }) => paragraph === sentence.paragraph);
      const named = near.flatMap(({ start, end }) => wordsOfName(article.article.text.slice(start, end)));
      return named.includes(words[words.length - 1] ?? '');
    },
  };
}

/** The reports of an article, made once while it is in use. */
const reports = new WeakMap<AnalysedArticle, readonly NamedReport[]>();

function reportsOf(article: AnalysedArticle): readonly NamedReport[] {
  const known = reports.get(article);
  if (known !== undefined) return known;
  const quoted = articleQuotes(article).map((quote) => quote.outer);
  const sentences = article.sentences.map(({ sentence }) => sentence);
  const found = findNamedReports(article.article.text, sentences, quoted);
  reports.set(article, found);
  return found;
}

function tellingWords(text: string, span: Span): ReadonlySet<string> {
  const words = new Set<string>();
  for (const token of tokenize(text, span)) {
    const term = token.kind === 'number' ? token.text : termOf(token);
    if (term !== null && token.kind !== 'mark') words.add(term);
  }
  return words;
}

function shareOf(wanted: ReadonlySet<string>, held: ReadonlySet<string>): number {
  let common = 0;
  for (const word of wanted) if (held.has(word)) common += 1;
  return common < FEWEST_TERMS ? 0 : common / wanted.size;
}
