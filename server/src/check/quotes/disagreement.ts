/** Disagreement: articles that print one quotation in different words. */

import { type Difference, isChange } from '../../match/differences.ts';
import { articlesDisagreeMessage } from '../../rules/articles-disagree.ts';
import { ofTranslation } from '../../rules/quote-altered.ts';
import type { Finding } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { severityOf } from '../severity.ts';
import { emptyFinding } from './base.ts';
import type { ExaminedQuote, Place } from './examinedQuote.ts';
import { isNear } from './nearness.ts';
import { diffOf } from './restore.ts';
import { ownWords, theirWords } from './snippet.ts';
import { testimonyOf, wordsTestimony } from './testimony.ts';
import { isTranslated } from './translation.ts';

/** Least similarity at which two printed wordings are of one statement rather than of two alike. */
const SAME_STATEMENT_FROM = 0.75;
/** Shorter quotes recur by chance with another word. */
const FEWEST_WORDS = 6;
/** Passages shown on either side. */
const EVIDENCE_SHOWN = 3;

/**
 * The finding that some articles have the quote word for word and others print it otherwise. Null where no other
 * article puts a different wording between quotation marks.
 */
export function disagreementFinding(
  quote: ExaminedQuote,
  verbatim: readonly Place[],
  options: CheckOptions,
): Finding | null {
  const [exact] = verbatim;
  if (exact === undefined || quote.words.length < FEWEST_WORDS || exact.quotes.length === 0) return null;
  const agreeing = new Set(verbatim.map((place) => place.article.article.id));
  const others = quote.places.filter(
    (place) =>
      !agreeing.has(place.article.article.id) &&
      (printsOtherwise(place) || translatesOtherwise(quote, place)),
  );
  const [first] = others;
  if (first === undefined) return null;
  const change = first.differences.find(isChange);
  const pro = firstOfEach(verbatim).map((place) => ({
    ...wordsTestimony(place),
    value: change === undefined ? null : `“${ownWords(quote, change.query)}”`,
  }));
  const contra = firstOfEach(others).map((place) => ({
    ...testimonyOf(place, place.differences.filter(isChange)),
    value: `“${theirWords(place, place.differences.find(isChange)?.target ?? { from: 0, to: 0 })}”`,
  }));
  const message = articlesDisagreeMessage(pro, contra);
  return {
    ...emptyFinding(quote),
    verdict: 'conflicting-evidence',
    code: 'articles-disagree',
    severity: severityOf('articles-disagree', options),
    message: [exact, first].some((place) => isTranslated(quote, place)) ? ofTranslation(message) : message,
    evidence: [...pro, ...contra],
    diff: diffOf(quote, first),
  };
}

/** Whether an article prints the quote between its own marks with another word inside. */
function printsOtherwise(place: Place): boolean {
  if (place.verbatim || place.similarity < SAME_STATEMENT_FROM) return false;
  const { steps } = place.alignment;
  // Where the first or the last word differs, the article may just quote less.
  const whole = steps[0]?.kind === 'match' && steps[steps.length - 1]?.kind === 'match';
  const inside = place.quotes.some((one) => one.outer.start <= place.start && place.end <= one.outer.end);
  return (
    whole &&
    inside &&
    place.differences.some((difference) => isChange(difference) && !isEdited(place, difference))
  );
}

/** Whether an article quotes the words in another translation, which may differ in its first and last words as well. */
function translatesOtherwise(quote: ExaminedQuote, place: Place): boolean {
  const quoted = !place.verbatim && place.quotes.length > 0;
  return quoted && isNear(quote, place) && isTranslated(quote, place);
}

/** `(expletive)`: the editor took the speaker’s word out, which is no other wording. */
function isEdited(place: Place, { target }: Difference): boolean {
  return target.to > target.from && place.words.slice(target.from, target.to).every((word) => word.bracketed);
}

function firstOfEach(places: readonly Place[]): Place[] {
  const seen = new Map(places.toReversed().map((place) => [place.article.article.id, place]));
  return [...seen.values()].reverse().slice(0, EVIDENCE_SHOWN);
}
