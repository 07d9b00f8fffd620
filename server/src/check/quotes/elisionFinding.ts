/** The finding of a quote whose ellipsis changes the statement. */

import {
  bridgesSpeakersMessage,
  farApartMessage,
  reorderedMessage,
  skipsNegationMessage,
} from '../../rules/quote-elision.ts';
import { shorten } from '../../rules/wording.ts';
import type { Evidence, Finding } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { severityOf } from '../severity.ts';
import { emptyFinding } from './base.ts';
import { type ElisionProblem, elisionProblem } from './elision.ts';
import type { ExaminedQuote, Place } from './examinedQuote.ts';
import { diffOf, written } from './restore.ts';
import { testimonyOf, wordsTestimony } from './testimony.ts';

/** The finding when the parts that ellipses join stand in another order in the article. */
export function reorderedFinding(
  quote: ExaminedQuote,
  parts: readonly Place[],
  options: CheckOptions,
): Finding {
  const evidence = parts.map(wordsTestimony).map((one) => ({ ...one, agrees: false }));
  const [first] = evidence;
  return {
    ...emptyFinding(quote),
    verdict: 'refuted',
    code: 'quote-elision',
    severity: severityOf('quote-elision', options),
    message: first === undefined ? '' : reorderedMessage(first),
    evidence,
  };
}

/** Longest stretch of left-out words shown in a message, in UTF-16 units. */
const LONGEST_SHOWN = 120;

/** The finding when what the ellipses of `quote` leave out at `place` changes the statement; null when it does not. */
export function elisionFinding(quote: ExaminedQuote, place: Place, options: CheckOptions): Finding | null {
  const problem = elisionProblem(place);
  if (problem === null) return null;
  const skipped = place.differences.filter((difference) => difference.kind === 'ellipsis');
  const evidence = testimonyOf(place, skipped);
  return {
    ...emptyFinding(quote),
    verdict: 'refuted',
    code: 'quote-elision',
    severity: severityOf('quote-elision', options),
    message: messageOf(problem, place, evidence),
    evidence: [evidence],
    diff: diffOf(quote, place),
  };
}

function messageOf(problem: ElisionProblem, place: Place, evidence: Evidence): string {
  switch (problem.kind) {
    case 'negation':
      return skipsNegationMessage(
        evidence,
        shorten(written(place.article.article.text, problem.words), LONGEST_SHOWN),
      );
    case 'speakers':
      return bridgesSpeakersMessage(evidence);
    case 'far':
      return farApartMessage(evidence, problem.skipped);
  }
}
