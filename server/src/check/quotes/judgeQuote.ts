/** Judgement of a quote: from the places where its words stand to a verdict. */

import { quoteElsewhereMessage, quoteNotFoundMessage } from '../../rules/quote-not-found.ts';
import { spellingMessage } from '../../rules/spelling.ts';
import { supportedQuoteMessage } from '../../rules/supported.ts';
import type { Finding } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { severityOf } from '../severity.ts';
import { alteredFinding } from './alteredFinding.ts';
import { emptyFinding } from './base.ts';
import { disagreementFinding } from './disagreement.ts';
import { elisionFinding, reorderedFinding } from './elisionFinding.ts';
import type { ExaminedQuote, Place } from './examinedQuote.ts';
import { misattributedFinding, misattributedSource } from './misattributedFinding.ts';
import { isNear } from './nearness.ts';
import { diffOf, draftWords, sourceWords } from './restore.ts';
import { isByOwnSpeaker, otherSpeaker } from './speakers.ts';
import { isTerm, isTitle } from './terms.ts';
import { wordsTestimony } from './testimony.ts';

/** Passages shown with a finding. */
const EVIDENCE_SHOWN = 4;

/**
 * The findings of one quote: one on its words, and where these are not the article’s and somebody else’s as well, one
 * on the words that name the speaker. Pure.
 */
export function judgeQuote(quote: ExaminedQuote, options: CheckOptions): Finding[] {
  const verbatim = quote.places.filter((place) => place.verbatim);
  const [exact] = verbatim;
  if (exact !== undefined) return judgeVerbatim(quote, exact, verbatim, options);
  if (quote.reordered !== null)
    return [
      reorderedFinding(quote, quote.reordered, options),
      ...sourceFinding(quote, quote.reordered, options),
    ];
  const near = nearPlaces(quote);
  const [best, ...others] = near;
  if (best === undefined) return [notFound(quote, options)];
  return [alteredFinding(quote, [best, ...others], options), ...sourceFinding(quote, near, options)];
}

/** By so much less similar may a place be that the article gives to the draft’s speaker: one word in ten. */
const OWN_WORDS_MARGIN = 0.1;

/** The places that the quote was taken from, the best first: of those about as near one by the draft’s own speaker. */
function nearPlaces(quote: ExaminedQuote): readonly Place[] {
  const near = quote.places.filter((place) => isNear(quote, place));
  const least = (near[0]?.similarity ?? 1) - OWN_WORDS_MARGIN;
  const own = near.find((place) => place.similarity >= least && isByOwnSpeaker(quote.claim, place));
  return own === undefined ? near : [own, ...near.filter((place) => place !== own)];
}

/** Words that are altered or cut are compared with the speaker’s as well; the name then has a finding of its own. */
function sourceFinding(quote: ExaminedQuote, places: readonly Place[], options: CheckOptions): Finding[] {
  const other = otherSpeaker(quote.draft, quote.claim, places, quote.words.length);
  const finding = other === null ? null : misattributedSource(quote, other, options);
  return finding === null ? [] : [finding];
}

/** The words agree: what is left are omissions, the speaker, other articles and spelling, the gravest first. */
function judgeVerbatim(
  quote: ExaminedQuote,
  exact: Place,
  verbatim: readonly Place[],
  options: CheckOptions,
): Finding[] {
  const elision = elisionFinding(quote, exact, options);
  if (elision !== null) return [elision, ...sourceFinding(quote, verbatim, options)];
  const other = isTitle(quote) ? null : otherSpeaker(quote.draft, quote.claim, verbatim, quote.words.length);
  if (other !== null) return [misattributedFinding(quote, other, options)];
  return [disagreementFinding(quote, verbatim, options) ?? supported(quote, exact, verbatim, options)];
}

function supported(
  quote: ExaminedQuote,
  exact: Place,
  verbatim: readonly Place[],
  options: CheckOptions,
): Finding {
  const first = wordsTestimony(exact);
  const evidence = [first, ...otherArticles(exact, verbatim).map(wordsTestimony)];
  const base: Finding = { ...emptyFinding(quote), verdict: 'supported', evidence };
  const spelt = exact.differences.find((difference) => difference.kind === 'spelling');
  if (spelt === undefined) return { ...base, message: supportedQuoteMessage(first) };
  const ours = draftWords(quote, spelt.query.from, spelt.query.to);
  return {
    ...base,
    code: 'spelling',
    severity: severityOf('spelling', options),
    message: spellingMessage(first, sourceWords(exact, spelt), ours),
    diff: diffOf(quote, exact),
  };
}

function notFound(quote: ExaminedQuote, options: CheckOptions): Finding {
  if (quote.elsewhere) return { ...emptyFinding(quote), message: quoteElsewhereMessage() };
  const base = { ...emptyFinding(quote), message: quoteNotFoundMessage() };
  if (isTerm(quote)) return base;
  return { ...base, code: 'quote-not-found', severity: severityOf('quote-not-found', options) };
}

/** The best place of each article but that of `exact`. */
function otherArticles(exact: Place, places: readonly Place[]): Place[] {
  const seen = new Set([exact.article.article.id]);
  const others = places.filter((place) => {
    const { id } = place.article.article;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
  return others.slice(0, EVIDENCE_SHOWN - 1);
}
