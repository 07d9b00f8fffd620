/** Judgement of a quote: from the places where its words stand to a verdict. */

import { quoteNotFoundMessage } from '../../rules/quote-not-found.ts';
import { spellingMessage } from '../../rules/spelling.ts';
import { supportedQuoteMessage } from '../../rules/supported.ts';
import type { Finding } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { severityOf } from '../severity.ts';
import { alteredFinding } from './alteredFinding.ts';
import { emptyFinding } from './base.ts';
import { disagreementFinding } from './disagreement.ts';
import { elisionFinding, reorderedFinding } from './elisionFinding.ts';
import type { ExaminedQuote, Place } from './examine.ts';
import { misattributedFinding } from './misattributedFinding.ts';
import { isNear } from './nearness.ts';
import { diffOf, draftWords, sourceWords } from './restore.ts';
import { otherSpeaker } from './speakers.ts';
import { isTerm, isTitle } from './terms.ts';
import { wordsTestimony } from './testimony.ts';

/** Passages shown with a finding. */
const EVIDENCE_SHOWN = 4;

/** The finding of one quote. Pure. */
export function judgeQuote(quote: ExaminedQuote, options: CheckOptions): Finding {
  const verbatim = quote.places.filter((place) => place.verbatim);
  const [exact] = verbatim;
  if (exact !== undefined) return judgeVerbatim(quote, exact, verbatim, options);
  if (quote.reordered !== null) return reorderedFinding(quote, quote.reordered, options);
  const best = quote.places.find((place) => isNear(quote, place));
  return best === undefined ? notFound(quote, options) : alteredFinding(quote, best, options);
}

/** The words agree: what is left are omissions, the speaker, other articles and spelling, the gravest first. */
function judgeVerbatim(
  quote: ExaminedQuote,
  exact: Place,
  verbatim: readonly Place[],
  options: CheckOptions,
): Finding {
  const elision = elisionFinding(quote, exact, options);
  if (elision !== null) return elision;
  const other = isTitle(quote) ? null : otherSpeaker(quote.draft, quote.claim, verbatim, quote.words.length);
  if (other !== null) return misattributedFinding(quote, other, options);
  return disagreementFinding(quote, verbatim, options) ?? supported(quote, exact, verbatim, options);
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
