/** Attributions: reported speech without quotation marks, as source, cue and content (PolNeAR's terms). */

import { NOT_WORKED, type Worked, workOn } from '../draft/carriedList.ts';
import { detached } from '../text/detached.ts';
import { isPlaced, moveSpan, perSentence } from '../text/placed.ts';
import type { Sentence } from '../text/sentences.ts';
import { lastStartingBefore, overlaps, type Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { AttributionClaim } from './claim.ts';
import { isPlainCue } from './cues.ts';
import { type KeptWording, SAME_WORDS } from './mentions.ts';
import { findPeople, type Speaker } from './people.ts';
import { moveSource, nounAfter, type Source, subjectOf } from './subject.ts';

/** One report of what somebody said, inside one sentence. */
export interface Report {
  readonly source: Source;
  /** The reported words. */
  readonly content: Span;
}

/** A report whose source is a name, with whom that name means in the text. */
export interface NamedReport extends Report {
  readonly speaker: Speaker;
}

/** Fewer tokens of content say nothing that could be looked up. */
const SHORTEST_CONTENT = 5;

/** The reports of sentences of a draft's last version, and how its names are written. */
export interface KeptReports {
  readonly names: KeptWording;
  /** Wherever the sentences stand. */
  readonly reports: { last: Worked<Sentence, Report | null> };
}

/** Keeps nothing yet. */
export function createKeptReports(): KeptReports['reports'] {
  return { last: NOT_WORKED };
}

/**
 * The reports of the sentences of `text`, in order, but for those within `quoted`, the quotations of the text in order,
 * which are claims of their own. The answer is the same without `kept`.
 */
export function findReports(
  text: string,
  sentences: readonly Sentence[],
  quoted: readonly Span[],
  kept: KeptReports['reports'] = createKeptReports(),
): readonly Report[] {
  // A report that moved is asked for below, where it stands now.
  const { values } = workOn(kept.last, sentences, SAME_WORDS, (sentence) =>
    reportOf.anywhere(text, sentence),
  );
  kept.last = { items: sentences, values };
  return values.flatMap((value, at) => {
    // Most sentences report nothing.
    const sentence = value === null ? undefined : sentences[at];
    if (sentence === undefined) return NONE;
    const quote = quoted[lastStartingBefore(quoted, sentence.end - 1)];
    return quote !== undefined && overlaps(quote, sentence)
      ? NONE
      : ((isPlaced(sentence) ? reportOf(text, sentence) : value) ?? NONE);
  });
}

const NONE: readonly Report[] = [];

/** The report of one sentence read without regard to quotations. */
const reportOf = perSentence(
  (text, { tokens }): Report | null => {
    const cue = tokens.findIndex((_, index) => isReportingVerb(tokens, index) || isAccording(tokens, index));
    if (cue === -1) return null;
    return isAccording(tokens, cue) ? according(text, tokens, cue) : reported(text, tokens, cue);
  },
  (report, by) =>
    report === null ? null : { source: moveSource(report.source, by), content: moveSpan(report.content, by) },
);

/** The reports of a text whose source is named, in order. The answer is the same without `kept`. */
export function findNamedReports(
  text: string,
  sentences: readonly Sentence[],
  quoted: readonly Span[],
  kept?: KeptReports,
): NamedReport[] {
  const reports = findReports(text, sentences, quoted, kept?.reports);
  if (reports.length === 0) return [];
  const names = reports.flatMap(({ source }) => source.names);
  const people = findPeople(text, sentences, quoted, names, kept?.names);
  return reports.flatMap((report) => {
    const [name] = report.source.names;
    const speaker = name === undefined ? null : people.resolve(name);
    return speaker === null ? [] : [{ ...report, speaker }];
  });
}

/** The attributions of a draft, in order. The answer is the same without `kept`, which is that of its version before. */
export function findAttributions(
  text: string,
  sentences: readonly Sentence[],
  quoted: readonly Span[],
  kept?: KeptReports,
): AttributionClaim[] {
  return findNamedReports(text, sentences, quoted, kept).flatMap(({ source, content, speaker }) => {
    const sentence = sentences[lastStartingBefore(sentences, content.start)];
    if (sentence === undefined) return [];
    const { start, end } = source.span;
    const attribution = {
      source: { start, end },
      sourceText: source.text,
      speaker: speaker.name,
      cue: { start: source.cue.start, end: source.cue.end },
      content,
    };
    return [
      {
        kind: 'attribution' as const,
        start,
        end,
        text: detached(text.slice(start, end)),
        sentence,
        attribution,
      },
    ];
  });
}

function isReportingVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    isPlainCue(token) &&
    tokens[at - 1]?.lower !== 'to' &&
    tokens[at + 1]?.lower !== 'by'
  );
}

function isAccording(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'according' && tokens[at + 1]?.lower === 'to';
}

/** `Esper said the troops would go`, or `The troops would go, Esper said.` */
function reported(text: string, tokens: readonly Token[], cue: number): Report | null {
  const verb = tokens[cue];
  if (verb === undefined) return null;
  const after = contentOf(tokens.slice(cue + 1));
  if (after !== null) {
    const source = subjectOf(text, tokens.slice(0, cue), verb);
    return source === null ? null : { source, content: after };
  }
  const comma = tokens.findLastIndex((token, index) => index < cue && token.text === ',');
  const before = comma === -1 ? null : contentOf(tokens.slice(0, comma));
  const source = before === null ? null : subjectOf(text, tokens.slice(comma + 1, cue), verb);
  return source === null || before === null ? null : { source, content: before };
}

/** `According to Foltyn, the leaders negotiate`, or `The leaders negotiate, according to Foltyn.` */
function according(text: string, tokens: readonly Token[], at: number): Report | null {
  const first = tokens[at];
  const last = tokens[at + 1];
  if (first === undefined || last === undefined) return null;
  const source = nounAfter(text, tokens, at + 2, { start: first.start, end: last.end });
  if (source === null) return null;
  const comma = tokens.findIndex((token) => token.text === ',' && token.start >= source.span.end);
  const content =
    at > SHORTEST_CONTENT
      ? contentOf(tokens.slice(0, at))
      : comma === -1
        ? null
        : contentOf(tokens.slice(comma + 1));
  return content === null ? null : { source, content };
}

/** The span of the reported words, without `that` in front; null when there are too few. */
function contentOf(tokens: readonly Token[]): Span | null {
  const from = tokens[0]?.lower === 'that' ? 1 : 0;
  const words = tokens.slice(from);
  const first = words[0];
  const last = words.findLast((token) => token.kind !== 'mark');
  if (first === undefined || last === undefined || words.length < SHORTEST_CONTENT) return null;
  return { start: first.start, end: last.end };
}
