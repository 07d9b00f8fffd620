/** Judgement of a quote: from the places where its words stand to verdict, code, message and fix. */

import { isChange } from '../../match/differences.ts';
import { misattributedMessage } from '../../rules/misattributed.ts';
import { quoteAlteredMessage, quoteNearMessage } from '../../rules/quote-altered.ts';
import { quoteNotFoundMessage } from '../../rules/quote-not-found.ts';
import { spellingMessage } from '../../rules/spelling.ts';
import { supportedQuoteMessage } from '../../rules/supported.ts';
import { shorten } from '../../rules/wording.ts';
import type { Finding, Fix } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { severityOf } from '../severity.ts';
import { elisionFinding } from './elisionFinding.ts';
import type { ExaminedQuote, Place } from './examine.ts';
import { diffOf, draftWords, restoringEdits, sourceWords, written } from './restore.ts';
import { otherSpeaker } from './speakers.ts';
import { isTerm, isTitle } from './terms.ts';

import { testimonyOf, wordsTestimony } from './testimony.ts';

/** Quotes of fewer characters count only where they stand word for word: too much is near them. */
const SHORTEST_NEAR = 20;
/**
 * Least similarity at which a place is what the quote was taken from. Measured on changed quotes against the best of
 * 100 unrelated sentences, true places have 0.70 and more, others 0.54 and less.
 */
const NEAR_FROM = 0.6;
/** Below this, so many words differ that one wording may be a translation or a retelling of the other. */
const LOOSE_BELOW = 0.7;
/** Titles are near each other by their small words alone (`The Young and the Restless`, `The Bold and the Beautiful`). */
const TITLE_NEAR_FROM = 0.8;
const FEWEST_TITLE_WORDS = 5;
/** Passages shown with a finding. */
const EVIDENCE_SHOWN = 4;

/** The finding of one quote. Pure. */
export function judgeQuote(quote: ExaminedQuote, options: CheckOptions): Finding {
  const verbatim = quote.places.filter((place) => place.verbatim);
  const [exact] = verbatim;
  if (exact !== undefined) return judgeVerbatim(quote, exact, verbatim, options);
  const best = quote.places.find((place) => isNear(quote, place));
  if (best !== undefined) return altered(quote, best, options);
  return notFound(quote, options);
}

function isNear(quote: ExaminedQuote, place: Place): boolean {
  if (quote.claim.text.length < SHORTEST_NEAR) return false;
  if (isTitle(quote)) return quote.words.length >= FEWEST_TITLE_WORDS && place.similarity >= TITLE_NEAR_FROM;
  return place.similarity >= NEAR_FROM;
}

function judgeVerbatim(
  quote: ExaminedQuote,
  exact: Place,
  verbatim: readonly Place[],
  options: CheckOptions,
): Finding {
  const elision = elisionFinding(quote, exact, options);
  if (elision !== null) return elision;
  const other = isTitle(quote) ? null : otherSpeaker(quote.draft, quote.claim, verbatim, quote.words.length);
  if (other !== null) return misattributed(quote, other, options);
  const spelt = exact.differences.find((difference) => difference.kind === 'spelling');
  const base = {
    ...blank(quote),
    verdict: 'supported' as const,
    evidence: distinct(verbatim).map((place) => wordsTestimony(place)),
  };
  const [evidence] = base.evidence;
  if (evidence === undefined) return notFound(quote, options);
  if (spelt === undefined) return { ...base, message: supportedQuoteMessage(evidence) };
  const ours = draftWords(quote, spelt.query.from, spelt.query.to);
  return {
    ...base,
    code: 'spelling',
    severity: severityOf('spelling', options),
    message: spellingMessage(evidence, sourceWords(exact, spelt), ours),
    diff: diffOf(quote, exact),
  };
}

function altered(quote: ExaminedQuote, place: Place, options: CheckOptions): Finding {
  const changes = place.differences.filter(isChange);
  const evidence = testimonyOf(place, changes);
  const edits = restoringEdits(quote, place);
  const [first] = changes;
  const theirs =
    first === undefined ? '' : around(quotedWords(place), place.article.article.text, first.target);
  const ours = first === undefined ? '' : around(quote.words, quote.draft, first.query);
  const message =
    place.similarity < LOOSE_BELOW
      ? quoteNearMessage(evidence, shorten(evidence.value ?? '', LONGEST_SHOWN))
      : quoteAlteredMessage(evidence, theirs, ours, changes.length - 1);
  const fixes: Fix[] =
    edits.length === 0 ? [] : [{ title: `Change to “${shorten(theirs, LONGEST_SHOWN)}”`, edits }];
  return {
    ...blank(quote),
    verdict: 'refuted',
    code: 'quote-altered',
    severity: severityOf('quote-altered', options),
    message,
    evidence: [evidence],
    fixes,
    diff: diffOf(quote, place),
  };
}

/** The words of the article up to the last one that the quote was compared with. */
function quotedWords(place: Place): Place['words'] {
  const last = place.alignment.steps.findLast((step) => step.target >= 0)?.target ?? -1;
  return place.words.slice(0, last + 1);
}

/** Longest stretch of a quotation shown in a message, in UTF-16 units. */
const LONGEST_SHOWN = 160;
/** Words shown on either side of a difference. */
const AROUND = 2;

/** The words of a range with two on either side, with an ellipsis where the quote goes on. */
function around(
  words: Place['words'],
  text: string,
  range: { readonly from: number; readonly to: number },
): string {
  const from = Math.max(0, range.from - AROUND);
  const to = Math.min(words.length, range.to + AROUND);
  const shown = shorten(written(text, words.slice(from, to)), LONGEST_SHOWN);
  return `${from > 0 ? '…' : ''}${shown}${to < words.length ? '…' : ''}`;
}

function misattributed(
  quote: ExaminedQuote,
  other: NonNullable<ReturnType<typeof otherSpeaker>>,
  options: CheckOptions,
): Finding {
  const { place, speaker, speech } = other;
  const evidence = { ...testimonyOf(place, []), marks: [speech.source.span], value: speaker.name };
  const attribution = quote.claim.attribution;
  const ours = attribution?.speaker ?? '';
  const pronoun = attribution === null || /^\p{Ll}/u.test(attribution.sourceText);
  const newText = titled(attribution?.sourceText ?? '', ours, speaker);
  const fixes: Fix[] =
    attribution === null || pronoun
      ? []
      : [
          {
            title: `Change to ${newText}`,
            edits: [{ start: attribution.source.start, end: attribution.source.end, newText }],
          },
        ];
  return {
    ...blank(quote),
    verdict: 'refuted',
    code: 'misattributed',
    severity: severityOf('misattributed', options),
    message: misattributedMessage(evidence, speaker.name, ours),
    evidence: [evidence],
    fixes,
  };
}

/** The article's speaker, with the article's title where the draft gives a title to its own. */
function titled(
  written: string,
  ours: string,
  speaker: { readonly name: string; readonly title: string | null },
): string {
  const hasTitle = written.split(/\s+/).length > ours.split(/\s+/).length;
  return hasTitle && speaker.title !== null ? `${speaker.title} ${speaker.name}` : speaker.name;
}

function notFound(quote: ExaminedQuote, options: CheckOptions): Finding {
  const base = { ...blank(quote), verdict: 'not-enough-evidence' as const, message: quoteNotFoundMessage() };
  if (isTerm(quote)) return base;
  return { ...base, code: 'quote-not-found', severity: severityOf('quote-not-found', options) };
}

function blank(quote: ExaminedQuote): Finding {
  return {
    claim: quote.claim,
    verdict: 'not-enough-evidence',
    code: null,
    severity: null,
    message: '',
    evidence: [],
    fixes: [],
    diff: [],
    derivation: null,
  };
}

/** The best place of each article. */
function distinct(places: readonly Place[]): Place[] {
  const seen = new Set<string>();
  return places
    .filter((place) => {
      const id = place.article.article.id;
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    })
    .slice(0, EVIDENCE_SHOWN);
}
