/** Testimony: the passage of an article that a finding about a quote shows, with the words it turns on. */

import type { Difference } from '../../match/differences.ts';
import { lastStartingBefore, type Span } from '../../text/span.ts';
import { evidenceOf } from '../evidence.ts';
import type { Evidence } from '../finding.ts';
import { extentOf } from './edges.ts';
import type { Place } from './examinedQuote.ts';
import { written } from './restore.ts';

/** A place that differs: the words of `differences` are marked. */
export function testimonyOf(place: Place, differences: readonly Difference[]): Evidence {
  const marks = differences.flatMap(({ target }) => spanOf(place, target.from, target.to));
  return evidenceAt(place, marks, 'differs');
}

/** A place that has the quote's words: they are marked. */
export function wordsTestimony(place: Place): Evidence {
  return evidenceAt(place, [{ start: place.start, end: place.end }], 'agrees');
}

function evidenceAt(place: Place, marks: readonly Span[], stance: 'agrees' | 'differs'): Evidence {
  const article = place.article.article;
  const { from, to } = extentOf(place);
  return evidenceOf(article, {
    passage: passageOf(place),
    marks,
    value: written(article.text, place.words.slice(from, to)),
    agrees: stance === 'agrees',
  });
}

/** The sentences that hold the words, and the words that say who speaks them. */
function passageOf(place: Place): Span {
  const sentences = place.article.sentences.map(({ sentence }) => sentence);
  const speech = place.quotes[0]?.speech;
  const near =
    speech === undefined || speech === null || isFar(speech.source.span, place)
      ? []
      : [speech.source.span, speech.source.cue];
  const start = Math.min(place.start, ...near.map((span) => span.start));
  const end = Math.max(place.end, ...near.map((span) => span.end));
  const first = sentences[lastStartingBefore(sentences, start)];
  const last = sentences[lastStartingBefore(sentences, Math.max(start, end - 1))];
  return { start: Math.min(start, first?.start ?? start), end: Math.max(end, last?.end ?? end) };
}

/** UTF-16 units beyond which a source is not shown in the same passage: it stands in another paragraph. */
const FAR = 400;

function isFar(span: Span, place: Span): boolean {
  return span.end < place.start - FAR || span.start > place.end + FAR;
}

function spanOf(place: Place, from: number, to: number): Span[] {
  const first = place.words[from];
  const last = place.words[to - 1];
  return first === undefined || last === undefined || to <= from
    ? []
    : [{ start: first.start, end: last.end }];
}
