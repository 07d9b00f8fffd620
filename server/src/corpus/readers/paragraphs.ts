/** Paragraphs: the text that is taken out of a file, put together from its paragraphs, and which parts of it are prose. */

import { plainHoles } from '../../draft/inlineHoles.ts';
import { proseBlock } from '../../draft/proseBlock.ts';
import type { Stretch } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { furnitureStart } from '../furniture.ts';
import { lineStarts } from './wrappedLines.ts';

/** Between two paragraphs: a blank line, as in plain text. */
const GAP = '\n\n';

export interface ParagraphText {
  readonly text: string;
  readonly prose: readonly Stretch[];
  /** Offset of each paragraph. */
  readonly starts: readonly number[];
}

/** Paragraphs as one text. Those without a word are left out; page furniture at the end is in the text and no prose. */
export function joinParagraphs(paragraphs: readonly string[]): ParagraphText {
  const kept = paragraphs.map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '');
  const starts: number[] = [];
  let at = 0;
  for (const paragraph of kept) {
    starts.push(at);
    at += paragraph.length + GAP.length;
  }
  const text = kept.join(GAP);
  return { text, starts, prose: proseOf(text, starts) };
}

/**
 * The prose of a text whose paragraphs begin at `starts`, or, without `starts`, at line ends: each line is a paragraph
 * unless it only goes on with the one above.
 */
export function proseOf(text: string, starts: readonly number[] = lineStarts(text)): readonly Stretch[] {
  const furniture = furnitureStart(text);
  return starts.flatMap((start, index) => {
    const end = Math.min(starts[index + 1] ?? text.length, furniture);
    if (start >= end) return [];
    return stretchOf(text, { start, end });
  });
}

/** Without one of these no hole begins: nine in ten paragraphs of news need no further look. */
const HOLE_SIGN = /[@[<]|:\/\/|www\.|doi:|mailto:|10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/i;

/** The prose within a span of plain text, without addresses: one stretch, or none when no words are left. */
export function stretchOf(text: string, span: Span): readonly Stretch[] {
  const own = text.slice(span.start, span.end);
  const holes = HOLE_SIGN.test(own) ? plainHoles(own, span.start) : [];
  const block = proseBlock('paragraph', text, span, holes);
  return block === null ? [] : [{ start: block.start, end: block.end, holes: block.holes }];
}
