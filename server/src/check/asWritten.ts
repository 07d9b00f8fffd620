/** Findings as written: put from the draft as it reads to where they stand in the draft's file. */

import type { Attribution, Claim } from '../claims/claim.ts';
import type { Draft } from '../draft/draft.ts';
import { hasEscapes, writeProse } from '../draft/escape.ts';
import type { Reading } from '../draft/reading.ts';
import type { Sentence } from '../text/sentences.ts';
import { contains, type Span } from '../text/span.ts';
import type { Finding, Fix } from './finding.ts';

/**
 * The findings on `reading` (on `draft` itself where that is null) with their spans in the file, and their corrections
 * written in its language. Messages stay: they say what the draft reads.
 */
export function asWritten(
  draft: Draft,
  reading: Reading | null,
  findings: readonly Finding[],
): readonly Finding[] {
  if (reading === null && !hasEscapes(draft.language)) return findings;
  const place = placing(draft, reading);
  return findings.map((finding) => ({
    ...finding,
    claim: reading === null ? finding.claim : placeClaim(finding.claim, place),
    fixes: finding.fixes.flatMap((fix) => writeFix(fix, draft, place)),
  }));
}

interface Placing {
  readonly text: string;
  readonly span: (span: Span) => Span;
  readonly sentence: (sentence: Sentence) => Sentence;
}

function placing({ text }: Draft, reading: Reading | null): Placing {
  const span = (given: Span): Span => reading?.toSource(given) ?? given;
  // The claims of a sentence share it, and surfaces compare sentences by identity.
  const known = new Map<Sentence, Sentence>();
  const sentence = (given: Sentence): Sentence => {
    const placed = known.get(given) ?? placeTokens(given, span);
    known.set(given, placed);
    return placed;
  };
  return { text, span, sentence };
}

/** Tokens keep the words they read as. */
function placeTokens(sentence: Sentence, place: (span: Span) => Span): Sentence {
  const { index, paragraph } = sentence;
  const tokens = sentence.tokens.map((token) => ({ ...token, ...place(token) }));
  return { index, paragraph, tokens, ...place(sentence) };
}

function placeClaim(claim: Claim, place: Placing): Claim {
  const { start, end } = place.span(claim);
  const base = { start, end, text: place.text.slice(start, end), sentence: place.sentence(claim.sentence) };
  switch (claim.kind) {
    case 'figure':
    case 'date': {
      const { quantity } = claim;
      const placed = { ...quantity, start, end, text: base.text, extent: place.span(quantity.extent) };
      return { ...claim, ...base, quantity: placed };
    }
    case 'quote': {
      const attribution = claim.attribution && placeAttribution(claim.attribution, place);
      return { ...claim, ...base, parts: claim.parts.map(place.span), attribution };
    }
    case 'attribution':
      return { ...claim, ...base, attribution: placeAttribution(claim.attribution, place) };
    case 'name':
    case 'citation':
    case 'suppression':
      return { ...claim, ...base };
  }
}

function placeAttribution(attribution: Attribution, place: Placing): Attribution {
  const { source, cue, content } = attribution;
  return {
    ...attribution,
    source: place.span(source),
    cue: place.span(cue),
    content: place.span(content),
  };
}

/** The correction as it is written; none where it would take out one half of a pair of marks. */
function writeFix(fix: Fix, draft: Draft, place: Placing): readonly Fix[] {
  const edits = fix.edits.map((edit) => ({
    ...place.span(edit),
    newText: writeProse(draft.language, edit.newText),
  }));
  const partsMarks = edits.some((edit) =>
    draft.replacements.some((replaced) => replaced.text === '' && contains(edit, replaced)),
  );
  return partsMarks ? [] : [{ ...fix, edits }];
}
