/** Running heads: the title, the date and the page number that stand above or below the text of every page. */

import type { Fragment } from './fragments.ts';

/** Lines at the head and the foot of a page that may be repeated. */
const EDGE_LINES = 2;

/** A line is repeated when so many pages have it, figures aside; a bare number when these have one there. */
const FEWEST_PAGES = 3;
const FEWEST_NUMBERED = 2;

/** A page number alone: `12`, `3 of 10`, `- 4 -`. */
const NUMBER = /^[-–—\s]{0,4}\d{1,4}(?:\s?(?:of|\/)\s?\d{1,4})?[-–—\s]{0,4}$/iu;

/** One that says so itself. */
const PAGE_NUMBER = /^page\s\d{1,4}(?:\s?(?:of|\/)\s?\d{1,4})?$/iu;

/** The pages without their running heads and feet. Each page is the list of its fragments in any order. */
export function withoutRunningHeads(
  pages: readonly (readonly Fragment[])[],
): readonly (readonly Fragment[])[] {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(edges(page).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return pages.map((page) => {
    const running = new Set(edges(page).filter((line) => isRunning(line, counts)));
    return page.filter((line) => !running.has(line));
  });
}

function isRunning(line: Fragment, counts: ReadonlyMap<string, number>): boolean {
  const text = line.text.trim();
  const count = counts.get(keyOf(line)) ?? 0;
  return PAGE_NUMBER.test(text) || count >= (NUMBER.test(text) ? FEWEST_NUMBERED : FEWEST_PAGES);
}

/** The fragments on the first and the last lines of a page. */
function edges(page: readonly Fragment[]): readonly Fragment[] {
  const heights = [...new Set(page.map(({ y }) => Math.round(y)))].toSorted((a, b) => b - a);
  // On a page of a few lines, such as a title page, only what calls itself a page number is one.
  if (heights.length <= EDGE_LINES * 2) return page.filter(({ text }) => PAGE_NUMBER.test(text.trim()));
  const edge = new Set([...heights.slice(0, EDGE_LINES), ...heights.slice(-EDGE_LINES)]);
  return page.filter(({ y }) => edge.has(Math.round(y)));
}

/** The words and the height, so that a sentence that happens to be repeated elsewhere on a page is left alone. */
function keyOf({ text, y }: Fragment): string {
  return `${Math.round(y)} ${text.trim().replace(/\d+/g, '#')}`;
}
