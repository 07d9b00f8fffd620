/** The finding of a quote whose words stand otherwise in the articles. */

import { isChange } from '../../match/differences.ts';
import { quoteAlteredMessage, quoteNearMessage } from '../../rules/quote-altered.ts';
import { shorten } from '../../rules/wording.ts';
import type { Finding, Fix } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { severityOf } from '../severity.ts';
import { emptyFinding } from './base.ts';
import type { ExaminedQuote, Place } from './examine.ts';
import { diffOf, restoringEdits } from './restore.ts';
import { LONGEST_SHOWN, ownWords, theirWords } from './snippet.ts';
import { testimonyOf } from './testimony.ts';

/** Below this similarity so many words differ that one wording may be a translation or a retelling of the other. */
const LOOSE_BELOW = 0.7;

/** The finding that `place` has other words than `quote`, with a fix that restores them. */
export function alteredFinding(quote: ExaminedQuote, place: Place, options: CheckOptions): Finding {
  const changes = place.differences.filter(isChange);
  const evidence = testimonyOf(place, changes);
  const [first] = changes;
  const theirs = first === undefined ? '' : theirWords(place, first.target);
  const ours = first === undefined ? '' : ownWords(quote, first.query);
  const message =
    place.similarity < LOOSE_BELOW
      ? quoteNearMessage(evidence, shorten(evidence.value ?? '', LONGEST_SHOWN))
      : quoteAlteredMessage(evidence, theirs, ours, changes.length - 1);
  const edits = restoringEdits(quote, place);
  const fixes: Fix[] = edits.length === 0 ? [] : [{ title: `Change to “${theirs}”`, edits }];
  return {
    ...emptyFinding(quote),
    verdict: 'refuted',
    code: 'quote-altered',
    severity: severityOf('quote-altered', options),
    message,
    evidence: [evidence],
    fixes,
    diff: diffOf(quote, place),
  };
}
