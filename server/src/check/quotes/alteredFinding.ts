/** The finding of a quote whose words stand otherwise in the articles. */

import { isChange } from '../../match/differences.ts';
import {
  ofTranslation,
  quoteAlteredMessage,
  quoteNearMessage,
  quoteWordingsMessage,
} from '../../rules/quote-altered.ts';
import { shorten } from '../../rules/wording.ts';
import type { Evidence, Finding, Fix } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { severityOf } from '../severity.ts';
import { emptyFinding } from './base.ts';
import type { ExaminedQuote, Place } from './examinedQuote.ts';
import { diffOf, restoringEdits } from './restore.ts';
import { LONGEST_SHOWN, ownWords, theirWords } from './snippet.ts';
import { testimonyOf } from './testimony.ts';
import { isTranslated } from './translation.ts';

/** Below this similarity so many words differ that the whole wording is shown rather than the first difference. */
const LOOSE_BELOW = 0.7;
/** Wordings of other articles shown beside the best one. */
const OTHERS_SHOWN = 2;

/**
 * The finding that the places `near`, the best first, have other words than `quote`, with fixes that restore them.
 * Where several articles word it in several ways, each is shown.
 */
export function alteredFinding(
  quote: ExaminedQuote,
  near: readonly [Place, ...Place[]],
  options: CheckOptions,
): Finding {
  const [best] = near;
  const places = [best, ...otherWordings(near)];
  const evidence = places.map((place) => testimonyOf(place, place.differences.filter(isChange)));
  const translated = places.some((place) => isTranslated(quote, place));
  const message = messageOf(quote, best, evidence);
  return {
    ...emptyFinding(quote),
    verdict: 'refuted',
    code: 'quote-altered',
    severity: severityOf('quote-altered', options),
    message: translated ? ofTranslation(message) : message,
    evidence,
    fixes: places.flatMap((place) => fixesOf(quote, place)),
    diff: diffOf(quote, best),
  };
}

/** The places of other articles that quote the words in yet another way. */
function otherWordings([best, ...rest]: readonly [Place, ...Place[]]): Place[] {
  const seen = new Set([wordingOf(best)]);
  const articles = new Set([best.article.article.id]);
  const others = rest.filter((place) => {
    const { id } = place.article.article;
    if (place.quotes.length === 0 || articles.has(id) || seen.has(wordingOf(place))) return false;
    articles.add(id);
    seen.add(wordingOf(place));
    return true;
  });
  return others.slice(0, OTHERS_SHOWN);
}

/** The words of the article that stand for those of the quote. */
function wordingOf(place: Place): string {
  const used = place.alignment.steps.filter((step) => step.target >= 0);
  return used.map((step) => place.words[step.target]?.norm ?? '').join(' ');
}

function messageOf(quote: ExaminedQuote, best: Place, evidence: readonly Evidence[]): string {
  const [first] = evidence;
  if (first === undefined) return '';
  const whole = evidence.map((one) => ({ evidence: one, words: shorten(one.value ?? '', LONGEST_SHOWN) }));
  if (whole.length > 1) return quoteWordingsMessage(whole);
  if (best.similarity < LOOSE_BELOW) return quoteNearMessage(first, whole[0]?.words ?? '');
  const changes = best.differences.filter(isChange);
  const [change] = changes;
  const theirs = change === undefined ? '' : theirWords(best, change.target);
  const ours = change === undefined ? '' : ownWords(quote, change.query);
  return quoteAlteredMessage(first, theirs, ours, changes.length - 1);
}

function fixesOf(quote: ExaminedQuote, place: Place): Fix[] {
  const edits = restoringEdits(quote, place);
  const change = place.differences.find(isChange);
  if (change === undefined || edits.length === 0) return [];
  return [{ title: `Change to “${theirWords(place, change.target)}”`, edits }];
}
