/** Passages of a packet: what an article says, in stretches with what matters marked. */

import type { Evidence, Finding } from '../check/finding.ts';
import { placeInWords } from '../corpus/place.ts';
import type { Span } from '../text/span.ts';
import { visibleLine } from '../text/visible.ts';
import type { PacketPassage } from './packet.ts';
import { keyOf, type PacketSource } from './packetSources.ts';

/** The passages of a finding, best first, by the numbers of their sources. */
export function passagesOf(
  { evidence }: Finding,
  sources: readonly PacketSource[],
): readonly PacketPassage[] {
  const numbers = new Map(sources.map(({ key, number }) => [key, number] as const));
  return evidence.map((each) => ({
    source: numbers.get(keyOf(each)) ?? 0,
    place: placeOf(each),
    agrees: each.agrees,
    stretches: stretchesOf(each),
    evidence: each,
  }));
}

/** The member of an archive is named with the source. Text without lines of its own is told by those it was given. */
function placeOf({ place, line }: Evidence): string {
  const words = place === undefined ? '' : placeInWords({ ...place, member: null });
  return words === '' ? `line ${line}` : words;
}

function stretchesOf({ text, start, end, marks }: Evidence): PacketPassage['stretches'] {
  const stretches: PacketPassage['stretches'][number][] = [];
  const add = (from: number, to: number, look: 'plain' | 'marked'): void => {
    const shown = visibleLine(text.slice(from - start, to - start), 'keep-edges');
    if (shown !== '') stretches.push({ text: shown, isMarked: look === 'marked' });
  };
  let at = start;
  for (const mark of inOrder(marks, { start, end })) {
    if (mark.start < at) continue;
    add(at, mark.start, 'plain');
    add(mark.start, mark.end, 'marked');
    at = mark.end;
  }
  add(at, end, 'plain');
  return stretches;
}

/** The marks that lie in the passage, in order. */
function inOrder(marks: readonly Span[], { start, end }: Span): readonly Span[] {
  return marks
    .filter((mark) => mark.start >= start && mark.end <= end && mark.start < mark.end)
    .toSorted((a, b) => a.start - b.start);
}
