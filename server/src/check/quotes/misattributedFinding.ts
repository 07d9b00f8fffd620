/** The findings of a quote that the articles give to somebody else. */

import { sourceClaim } from '../../claims/quote.ts';
import { misattributedMessage, misattributedNearMessage } from '../../rules/misattributed.ts';
import type { Evidence, Finding, Fix } from '../finding.ts';
import type { CheckOptions } from '../options.ts';
import { severityOf } from '../severity.ts';
import { emptyFinding } from './base.ts';
import type { ExaminedQuote } from './examinedQuote.ts';
import { isPronoun, type OtherSpeaker } from './speakers.ts';
import { testimonyOf } from './testimony.ts';

/** The finding that the article at `other` names another speaker, with a fix that puts the name in. */
export function misattributedFinding(
  quote: ExaminedQuote,
  other: OtherSpeaker,
  options: CheckOptions,
): Finding {
  const evidence = testify(other);
  return {
    ...emptyFinding(quote),
    verdict: 'refuted',
    code: 'misattributed',
    severity: severityOf('misattributed', options),
    message: misattributedMessage(evidence, other.speaker.name, other.own),
    evidence: [evidence],
    fixes: fixesOf(quote, other),
  };
}

/**
 * The same of a quote whose words have a finding already: its claim is the words that name the speaker. Null where the
 * draft names nobody.
 */
export function misattributedSource(
  quote: ExaminedQuote,
  other: OtherSpeaker,
  options: CheckOptions,
): Finding | null {
  const claim = sourceClaim(quote.claim);
  if (claim === null) return null;
  const evidence = testify(other);
  const message = misattributedNearMessage(evidence, other.speaker.name, other.own);
  return { ...misattributedFinding(quote, other, options), claim, message };
}

function testify({ place, speaker, speech }: OtherSpeaker): Evidence {
  return { ...testimonyOf(place, []), marks: [speech.source.span], value: speaker.name };
}

const CAPITAL = /\p{Lu}/u;

/** Puts the right name for the wrong one. A pronoun or a role has no fix of its own: its person is named elsewhere. */
function fixesOf({ claim: { attribution } }: ExaminedQuote, { own, speaker }: OtherSpeaker): Fix[] {
  if (attribution === null || isPronoun(attribution.sourceText)) return [];
  if (!CAPITAL.test(attribution.sourceText)) return [];
  const hasTitle = wordCount(attribution.sourceText) > wordCount(own);
  const newText = hasTitle && speaker.title !== null ? `${speaker.title} ${speaker.name}` : speaker.name;
  const { start, end } = attribution.source;
  return [{ title: `Change to ${newText}`, edits: [{ start, end, newText }] }];
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
