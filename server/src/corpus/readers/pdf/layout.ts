/** Layout: the order in which the fragments of a page are read, column by column, and where its paragraphs end. */

import type { Fragment } from './fragments.ts';

/** A column has at least so many lines; fewer beside each other are a caption, a table or a signature. */
const FEWEST_LINES = 4;

/** A column of prose is at least this wide, in sizes of its font: some 25 characters. Cells of tables are narrower. */
const NARROWEST = 10;

/** Fragments that may reach over the gap between two columns: headlines, pictures' captions. A share of all. */
const MOST_CROSSING = 0.3;

/** The lines of a page in reading order, each a paragraph's line. */
export function readingOrder(fragments: readonly Fragment[]): readonly (readonly Fragment[])[] {
  const gutter = findGutter(fragments);
  if (gutter === null) return [asLines(fragments)];
  // What reaches over the gap parts the page into bands, each read from its left column to its right.
  const crossing = fragments.filter((each) => each.left < gutter && each.right > gutter).toSorted(fromTop);
  const columns: (readonly Fragment[])[] = [];
  let above = Number.POSITIVE_INFINITY;
  for (const limit of [...crossing, null]) {
    const below = limit?.y ?? Number.NEGATIVE_INFINITY;
    const band = fragments.filter((each) => each.y <= above && each.y > below && !crossing.includes(each));
    const left = band.filter(({ right }) => right <= gutter);
    const right = band.filter((each) => each.left >= gutter);
    for (const side of [left, right]) if (side.length > 0) columns.push(...readingOrder(side));
    if (limit !== null) columns.push([limit]);
    above = below;
  }
  return columns;
}

/** Where a page is best cut into columns, or null when it has but one. */
function findGutter(fragments: readonly Fragment[]): number | null {
  const byEnd = [...new Set(fragments.map(({ right }) => Math.ceil(right)))];
  let best: { readonly at: number; readonly crossing: number } | null = null;
  for (const at of byEnd) {
    const crossing = fragments.filter((each) => each.left < at && each.right > at).length;
    if (crossing > fragments.length * MOST_CROSSING || (best !== null && crossing >= best.crossing)) continue;
    const isColumn = (side: readonly Fragment[]): boolean => side.length >= FEWEST_LINES && isWide(side);
    const left = fragments.filter(({ right }) => right <= at);
    const right = fragments.filter((each) => each.left >= at);
    if (isColumn(left) && isColumn(right) && overlap(left, right)) best = { at, crossing };
  }
  return best?.at ?? null;
}

/** Whether half of the fragments are as wide as prose. */
function isWide(side: readonly Fragment[]): boolean {
  return side.filter(({ left, right, size }) => right - left >= NARROWEST * size).length * 2 >= side.length;
}

/** Whether the sides stand next to each other and not one below the other. */
function overlap(left: readonly Fragment[], right: readonly Fragment[]): boolean {
  const [a, b] = [left, right].map((side) => side.map(({ y }) => y));
  if (a === undefined || b === undefined) return false;
  return Math.min(highest(a), highest(b)) > Math.max(lowest(a), lowest(b));
}

/** Fragments from top to bottom; those on one line, such as the cells of a row, from left to right and made one. */
function asLines(fragments: readonly Fragment[]): readonly Fragment[] {
  const lines: Fragment[] = [];
  for (const next of fragments.toSorted(fromTop)) {
    const last = lines.at(-1);
    if (last === undefined || Math.abs(last.y - next.y) > next.size / 2) lines.push(next);
    else lines[lines.length - 1] = besides(last, next);
  }
  return lines;
}

function besides(a: Fragment, b: Fragment): Fragment {
  const [left, right] = a.left <= b.left ? [a, b] : [b, a];
  return { ...a, text: `${left.text} ${right.text}`, left: left.left, right: Math.max(a.right, b.right) };
}

function fromTop(a: Fragment, b: Fragment): number {
  return b.y - a.y || a.left - b.left;
}

/** Lines farther apart than this are of two paragraphs, in line distances of the column. */
const PARAGRAPH_GAP = 1.35;

/** A first line is set in by at least this much, in sizes. */
const INDENT = 0.8;

/** Sizes of fonts that differ by more than this part headlines from text. */
const OTHER_SIZE = 1.15;

/** The lines of a column grouped into paragraphs. */
export function paragraphLines(lines: readonly Fragment[]): readonly (readonly Fragment[])[] {
  const distance = usualDistance(lines);
  const left = lowest(lines.map((line) => line.left));
  const right = highest(lines.map((line) => line.right));
  const paragraphs: Fragment[][] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const paragraph = paragraphs.at(-1);
    if (before === undefined || paragraph === undefined || parts(before, line, { distance, left, right }))
      paragraphs.push([line]);
    else paragraph.push(line);
  }
  return paragraphs;
}

interface Column {
  readonly distance: number;
  readonly left: number;
  readonly right: number;
}

function parts(before: Fragment, line: Fragment, { distance, left, right }: Column): boolean {
  if (before.y - line.y > distance * PARAGRAPH_GAP) return true;
  if (Math.max(before.size, line.size) > Math.min(before.size, line.size) * OTHER_SIZE) return true;
  const isSetIn = line.left - left > INDENT * line.size && before.left - left <= INDENT * line.size;
  if (isSetIn) return true;
  // A line that stops early ends a paragraph, when a sentence ends there.
  const isShort = right - before.right > (right - left) / 5;
  return isShort && /[.!?:”"’)]\s*$/.test(before.text) && /^\s*[\p{Lu}\p{N}“"‘•–-]/u.test(line.text);
}

/** The distance between two lines that is met most, in points. */
function usualDistance(lines: readonly Fragment[]): number {
  const distances = lines
    .flatMap((line, index) => {
      const before = lines[index - 1];
      return before === undefined || before.y <= line.y ? [] : [before.y - line.y];
    })
    .toSorted((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)] ?? Number.POSITIVE_INFINITY;
}

/** A page may have more fragments than a call can have arguments. */
function lowest(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY);
}

function highest(numbers: readonly number[]): number {
  return -lowest(numbers.map((number) => -number));
}
