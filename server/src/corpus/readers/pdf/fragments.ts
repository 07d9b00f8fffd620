/** Fragments: the pieces of a line on a page of a PDF, put together from what the file draws. */

import { raised } from '../raised.ts';

/** A piece of text as a PDF draws it. Units are points; `y` is the baseline and grows upwards. */
export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the font. */
  readonly size: number;
}

/** Words of one line that stand without a gap as wide as between columns. */
export interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Baselines of one line differ by less than this, in sizes of the font: a raised footnote mark by a third to a half. */
const SAME_LINE = 0.6;

/** A gap wider than this, in sizes, parts columns or cells. Justified text spreads blanks to about one. */
const COLUMN_GAP = 1.6;

/** A gap wider than this, in sizes, is a blank that the file does not write. A blank is 0.25 wide, kerning 0.1. */
const WORD_GAP = 0.18;

/** A raised mark is set smaller than what it stands on, in shares of its size: by browsers least, 0.83. */
const SMALLER = 0.95;

/** A figure that is smaller yet is set beside a large one, such as the year beside the number of a chart. */
const SMALLEST = 0.4;

/** It stands above the line by at least this much, in sizes of what it stands on: 0.3 to 0.5 are usual. */
const RAISED = 0.2;

/** Joins what is drawn next to each other, in the order in which it is drawn. */
export function joinFragments(drawn: readonly DrawnText[]): readonly Fragment[] {
  const fragments: Fragment[] = [];
  for (const piece of drawn) {
    if (piece.text.trim() === '') continue;
    const last = fragments.at(-1);
    if (last !== undefined && continues(last, piece)) fragments[fragments.length - 1] = append(last, piece);
    else fragments.push(asFragment(piece));
  }
  return fragments;
}

function continues(last: Fragment, { x, y, size }: DrawnText): boolean {
  const largest = Math.max(last.size, size);
  const gap = x - last.right;
  return Math.abs(last.y - y) < SAME_LINE * largest && gap > -largest / 2 && gap < COLUMN_GAP * largest;
}

function append(last: Fragment, piece: DrawnText): Fragment {
  const isApart = piece.x - last.right > WORD_GAP * Math.max(last.size, piece.size);
  const blank = isApart && !/\s$/.test(last.text) && !/^\s/.test(piece.text) ? ' ' : '';
  // A raised or a small mark at the end does not lift the line.
  const main = piece.size > last.size ? piece : last;
  // A mark that opens a line, as that of a note does, is known by what follows it.
  const opening = isRaised(last, piece) ? raised(last.text) : last.text;
  const before = opening + (opening === last.text ? blank : ' ');
  return {
    text: before + (isRaised(piece, last) && !isApart ? raised(piece.text) : piece.text),
    left: Math.min(last.left, piece.x),
    right: Math.max(last.right, piece.x + piece.width),
    y: main.y,
    size: main.size,
  };
}

/** Whether a piece is set as a raised mark is beside the main text. */
function isRaised(mark: Placed, main: Placed): boolean {
  const share = mark.size / main.size;
  return share > SMALLEST && share < SMALLER && mark.y - main.y > RAISED * main.size;
}

type Placed = Pick<Fragment, 'y' | 'size'>;

function asFragment({ text, x, y, width, size }: DrawnText): Fragment {
  return { text, left: x, right: x + width, y, size };
}
