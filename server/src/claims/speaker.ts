/** Speakers: who is meant by the words beside each quotation, with pronouns and short names resolved. */

import type { Sentence } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Attribution } from './claim.ts';
import type { Pronoun } from './gender.ts';
import { findPeople, type People, type Speaker } from './people.ts';
import type { QuoteGroup } from './quoteGroups.ts';
import { roleOf } from './roleHolders.ts';
import { isDocumentNoun } from './roles.ts';
import { sourceAfter, sourcesBefore } from './speech.ts';
import { moveSource, type Source } from './subject.ts';

/**
 * Who speaks a quotation. `named` when a name stands beside it, `inferred` when a pronoun or the quotation before it
 * decides, `unclear` when nothing does (`the official said`); then `speakers` is empty.
 */
export interface Speech {
  readonly source: Source;
  /** Everyone the words beside it give it to, the nearest first: `Jabbari said that Khamenei responded`. */
  readonly speakers: readonly Speaker[];
  readonly clarity: 'named' | 'inferred' | 'unclear';
  /** Others who stand near enough to be meant where the speaker is inferred. */
  readonly nearby: readonly Speaker[];
}

/** The claim's view of a speech: null when nothing beside the quotation says who speaks. */
export function attributionOf(speech: Speech | null, content: Span): Attribution | null {
  if (speech === null) return null;
  const { source } = speech;
  return {
    source: { start: source.span.start, end: source.span.end },
    sourceText: source.text,
    speaker: speech.speakers[0]?.name ?? null,
    cue: { start: source.cue.start, end: source.cue.end },
    content: { start: content.start, end: content.end },
  };
}

/** A quotation with those whom the words beside it may name as its speaker. */
export interface SourcedGroup {
  readonly group: QuoteGroup;
  readonly sources: readonly Source[];
}

/** A quotation with who speaks it; null where nothing is said of a speaker. */
export interface SpokenGroup extends SourcedGroup {
  readonly speech: Speech | null;
}

/** The speech of every group, in the same order; null where nothing is said of a speaker. */
export function speechesOf(
  text: string,
  groups: readonly QuoteGroup[],
  sentences: readonly Sentence[],
): (Speech | null)[] {
  if (groups.length === 0) return [];
  const sources = groups.map((group, at) => sourcesOf(text, groups[at - 1], group, groups[at + 1]));
  const quoted = groups.map((group) => group.outer);
  const names = sources.flat().flatMap((source) => source.names);
  const people = findPeople(text, sentences, quoted, names);
  const spoken: SpokenGroup[] = [];
  for (const [at, group] of groups.entries()) {
    const own = { group, sources: sources[at] ?? [] };
    spoken.push({ ...own, speech: speechFor(text, own, spoken.at(-1), people) });
  }
  return spoken.map(({ speech }) => speech);
}

/** Who speaks a group, of which `before` is the one before. */
export function speechFor(
  text: string,
  { group, sources }: SourcedGroup,
  before: SpokenGroup | undefined,
  people: People,
): Speech | null {
  if (sources.length > 0) return speechOf(text, sources, group, people, before?.speech);
  return inheritedFrom(text, before?.group, before?.speech, group);
}

/** Whether a speaker is named beside a quotation: whom the name means is all that its speech depends on. */
export function namesSpeaker({ sources, speech }: SpokenGroup): boolean {
  const [first] = sources;
  return first !== undefined && first.names.length > 0 && speech?.clarity === 'named';
}

/** The speech `by` UTF-16 units further on. */
export function moveSpeech(speech: Speech, by: number): Speech {
  return { ...speech, source: moveSource(speech.source, by) };
}

/** The sources beside a group that stands between two others: in the middle, after it, then before it. */
export function sourcesOf(
  text: string,
  before: QuoteGroup | undefined,
  group: QuoteGroup,
  next: QuoteGroup | undefined,
): readonly Source[] {
  const first = group.parts[0] ?? group;
  const second = group.parts[1];
  const limit = Math.min(group.paragraph.end, next?.outer.start ?? Number.POSITIVE_INFINITY);
  const after =
    second === undefined
      ? sourceAfter(text, group.outer, text.charAt(group.end - 1), limit)
      : sourceAfter(
          text,
          { start: first.start, end: afterMark(text, first) },
          text.charAt(first.end - 1),
          second.start - 1,
        );
  const earlier = earlierSources(text, group, before?.outer.end ?? 0);
  // A colon says that the words belong to what stands before it, whatever follows them.
  const introduced = COLON_BEFORE.test(text.slice(Math.max(0, group.outer.start - 3), group.outer.start));
  if (introduced && earlier.length > 0) return earlier;
  return after === null ? earlier : [after, ...earlier];
}

/** The sources before a group: in its sentence, or in the paragraph before that ends with a colon (`Abara wrote:`). */
function earlierSources(text: string, group: QuoteGroup, before: number): readonly Source[] {
  const lead = text.slice(Math.max(0, group.outer.start - LONGEST_LEAD), group.outer.start);
  const blank = lead.length - lead.trimEnd().length;
  if (group.outer.start - blank >= group.paragraph.start || !lead.trimEnd().endsWith(':'))
    return sourcesBefore(text, group.outer, Math.max(group.paragraph.start, before));
  const end = group.outer.start - blank;
  return sourcesBefore(text, { start: end, end }, Math.max(0, end - LONGEST_LEAD, before));
}

/** UTF-16 units before a quotation of its own paragraph in which its speaker is named. */
export const LONGEST_LEAD = 200;

const COLON_BEFORE = /:\s{0,2}$/;

/** Offset after the closing mark of a part. */
function afterMark(text: string, part: Span): number {
  let at = part.end;
  while (at < text.length && /[\s"”’'»“›‹«]/.test(text.charAt(at)) && at - part.end < 3) at += 1;
  return at;
}

function speechOf(
  text: string,
  sources: readonly Source[],
  group: QuoteGroup,
  people: People,
  before: Speech | null | undefined,
): Speech | null {
  const [first] = sources;
  if (first === undefined) return null;
  const named = sources
    .flatMap((source) => source.names)
    .map((name) => people.resolve(name))
    .filter((speaker) => speaker !== null)
    .filter((speaker, index, all) => all.findIndex((other) => other.name === speaker.name) === index);
  if (first.names.length > 0 && named.length > 0)
    return { source: first, speakers: named, clarity: 'named', nearby: [] };
  if (first.pronoun === 'he' || first.pronoun === 'she')
    return speechOfPronoun(first, first.pronoun, named, group, people, before);
  // `Abdul Mahdi assured him that “…,” the statement said`: a document passes on the words of the one named before.
  if (named.length > 0 && isDocumentNoun(first.text.toLowerCase()))
    return { source: first, speakers: named, clarity: 'named', nearby: [] };
  return speechOfRole(text, first, group, people, before);
}

/** Longest stretch, in UTF-16 units, between the words of a body and those that `it` says next. */
const LONGEST_BODY_GAP = 300;

/** `the mayor said`, where the text has one mayor, and `it said` after the words of a body; unclear otherwise. */
function speechOfRole(
  text: string,
  source: Source,
  group: QuoteGroup,
  people: People,
  before: Speech | null | undefined,
): Speech {
  const role = roleOf(text, source);
  const holder = role === null ? null : people.inRole(role);
  const gap = group.start - (before?.source.span.end ?? Number.NEGATIVE_INFINITY);
  const bodies =
    source.pronoun === 'it' && gap < LONGEST_BODY_GAP
      ? (before?.speakers ?? []).filter(({ kind }) => kind === 'body')
      : [];
  const speakers = holder === null ? bodies : [holder];
  if (speakers.length === 0) return { source, speakers, clarity: 'unclear', nearby: [] };
  return { source, speakers, clarity: 'inferred', nearby: people.near(group.start) };
}

/** `she said`: whoever is named in the same sentence, else nearest before, else who spoke last, of those it may mean. */
function speechOfPronoun(
  source: Source,
  pronoun: Pronoun,
  named: readonly Speaker[],
  group: QuoteGroup,
  people: People,
  before: Speech | null | undefined,
): Speech {
  const { likeliest, all } = people.before(group.start, pronoun);
  const fits = (speaker: Speaker): boolean => !people.excludes(speaker, pronoun);
  const beside = named.filter(fits);
  const last = (before?.speakers ?? []).filter(fits);
  const speakers = beside.length > 0 ? beside : likeliest === null ? last : [likeliest];
  return { source, speakers, clarity: speakers.length > 0 ? 'inferred' : 'unclear', nearby: all };
}

/** Longest stretch, in UTF-16 units, between a quotation and the next one that the same speaker goes on with. */
const LONGEST_PAUSE = 200;

/** `“Foo,” she said. “Bar.”`: the second has no source of its own and goes on after the first. */
function inheritedFrom(
  text: string,
  before: QuoteGroup | undefined,
  speech: Speech | null | undefined,
  group: QuoteGroup,
): Speech | null {
  if (before === undefined || speech === null || speech === undefined) return null;
  const gap = text.slice(before.outer.end, group.outer.start);
  if (gap.length > LONGEST_PAUSE) return null;
  const stop = gap.search(/[.!?](?=\s|$)/);
  const ended = /[.!?]/.test(text.charAt(before.end - 1));
  // In the same sentence the speaker goes on; after its end only where nothing but blanks stands before the next quote.
  const rest = stop === -1 ? (ended ? gap : '') : gap.slice(stop + 1);
  if (/[^\s"”’'»]/.test(rest)) return null;
  return { ...speech, clarity: speech.clarity === 'unclear' ? 'unclear' : 'inferred' };
}
