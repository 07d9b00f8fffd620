/** Marked quotes: the quotations of a draft as claims, worked out anew only beside what changed since its last version. */

import { detached } from '../text/detached.ts';
import type { Span } from '../text/span.ts';
import {
  type CarriedQuote,
  groupAt,
  type KeptQuotes,
  type QuotingDraft,
  readAnew,
  type Stretches,
  sentenceAt,
} from './carriedQuotes.ts';
import type { Attribution, QuoteClaim } from './claim.ts';
import { withoutHoles } from './holes.ts';
import { areNamedAlike, type KeptWording } from './mentions.ts';
import type { NameWords } from './name.ts';
import { findPeople, type People } from './people.ts';
import {
  attributionOf,
  moveSpeech,
  namesSpeaker,
  type SourcedGroup,
  type SpokenGroup,
  speechFor,
} from './speaker.ts';
import { moveSource } from './subject.ts';

/** What is kept of a draft's quotes, and of its names, which say whom the words beside quotes mean. */
export interface KeptReading {
  readonly quotes: KeptQuotes;
  readonly names: KeptWording;
}

/** The quotes of a draft that stand between marks, in order; one that did not change is the same object. */
export function markedQuotes(
  draft: QuotingDraft,
  { quotes: kept, names }: KeptReading,
): readonly QuoteClaim[] {
  const { before, anew, behind, gone, quotations } = readAnew(draft, kept);
  const own = namesBeside(anew);
  const sources = areNamedAlike(namesBeside(gone.map(({ read }) => read)), own)
    ? kept.sources
    : [
        ...namesBeside(before.map(({ read }) => read)),
        ...own,
        ...namesBeside(behind.map(({ read }) => read)),
      ];
  const outer = [...before, ...anew.map(({ group }) => group.outer), ...behind];
  const people = outer.length === 0 ? null : findPeople(draft.prose, draft.sentences, outer, sources, names);
  const spoken = people === null ? [] : speak(draft, { before, anew, behind }, people, kept.resolve);
  kept.prose = draft.prose;
  kept.quotations = { items: draft.blocks, values: quotations };
  kept.quotes = spoken;
  kept.sources = sources;
  kept.resolve = people?.resolve ?? null;
  return spoken.flatMap(({ claim }) => claim ?? NONE);
}

const NONE: readonly QuoteClaim[] = [];

function namesBeside(groups: readonly SourcedGroup[]): readonly NameWords[] {
  return groups.flatMap(({ sources }) => sources.flatMap(({ names }) => names));
}

/** The quotations with their speakers. `resolve` says whom names meant before. */
function speak(
  draft: QuotingDraft,
  { before, anew, behind }: Stretches,
  people: People,
  resolve: People['resolve'] | null,
): readonly CarriedQuote[] {
  const spoken: CarriedQuote[] = [];
  // Whether the quote before is what it was, as one that has no speaker of its own needs it to be.
  let isSettled = true;
  const carry = (quote: CarriedQuote): void => {
    const { read } = quote;
    const stays =
      people.resolve === resolve && (namesSpeaker(read) || (read.sources.length === 0 && isSettled));
    const own = stays ? quote : speakAgain(draft, quote, spoken.at(-1), people);
    isSettled = stays || (read.speech === null && own.read.speech === null);
    spoken.push(own);
  };
  for (const quote of before) carry(quote);
  for (const sourced of anew) spoken.push(speakFirst(draft, sourced, spoken.at(-1), people));
  isSettled = false;
  for (const quote of behind) carry(quote);
  return spoken;
}

function speakFirst(
  draft: QuotingDraft,
  sourced: SourcedGroup,
  before: CarriedQuote | undefined,
  people: People,
): CarriedQuote {
  const { group } = sourced;
  const speech = speechFor(draft.prose, sourced, before && spokenAt(before), people);
  const { start, end } = group.outer;
  const claim = group.closed ? quoteClaim(draft, group, attributionOf(speech, group)) : null;
  return { start, end, read: { ...sourced, speech }, by: 0, claim };
}

/** The same quote where something else may say who speaks. Its claim is the same when that changes nothing. */
function speakAgain(
  draft: QuotingDraft,
  quote: CarriedQuote,
  before: CarriedQuote | undefined,
  people: People,
): CarriedQuote {
  const sources = quote.read.sources.map((source) => moveSource(source, quote.by));
  const again = speakFirst(draft, { group: groupAt(quote), sources }, before, people);
  const isSame = isSameAttribution(quote.claim?.attribution ?? null, again.claim?.attribution ?? null);
  return isSame ? { ...again, claim: quote.claim } : again;
}

function isSameAttribution(one: Attribution | null, other: Attribution | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.speaker === other.speaker &&
    one.sourceText === other.sourceText &&
    isSameSpan(one.source, other.source) &&
    isSameSpan(one.cue, other.cue) &&
    isSameSpan(one.content, other.content)
  );
}

function isSameSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

function spokenAt(quote: CarriedQuote): SpokenGroup {
  const { read, by } = quote;
  if (by === 0) return read;
  const speech = read.speech && moveSpeech(read.speech, by);
  return { group: groupAt(quote), sources: read.sources.map((source) => moveSource(source, by)), speech };
}

/** The claim of a quotation; null in a draft without a sentence. */
export function quoteClaim(
  { text, blocks, sentences }: QuotingDraft,
  { start, end, parts }: Pick<QuoteClaim, 'start' | 'end' | 'parts'>,
  attribution: Attribution | null,
): QuoteClaim | null {
  const sentence = sentenceAt(sentences, start);
  if (sentence === undefined) return null;
  return {
    kind: 'quote',
    start,
    end,
    text: detached(text.slice(start, end)),
    sentence,
    parts: parts.flatMap((part) => withoutHoles(part, blocks)),
    attribution,
  };
}
