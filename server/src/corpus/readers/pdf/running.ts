/** Running heads: the title, the date and the page number that stand above or below the text of every page. */

import type { Fragment } from './fragments.ts';

/** Lines at the head and the foot of a page that may be repeated. */
const EDGE_LINES = 2;

/** A line is repeated when so many pages have it, but for the page number; a bare number when these count in one row. */
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
  for (const [index, page] of pages.entries())
    for (const key of new Set(edges(page).flatMap((line) => keysOf(line, index))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  return pages.map((page, index) => {
    const countOf = (key: string): number => counts.get(key) ?? 0;
    const running = new Set(
      edges(page).filter((line) => isRunning(line.text.trim(), keysOf(line, index).map(countOf))),
    );
    return page.filter((line) => !running.has(line));
  });
}

/** Whether a line is a running head; `counts` tells for each of its keys how many pages have it. */
function isRunning(text: string, counts: readonly number[]): boolean {
  const fewest = NUMBER.test(text) ? FEWEST_NUMBERED : FEWEST_PAGES;
  return PAGE_NUMBER.test(text) || counts.some((count) => count >= fewest);
}

/** The fragments on the first and the last lines of a page. */
function edges(page: readonly Fragment[]): readonly Fragment[] {
  const heights = [...new Set(page.map(({ y }) => Math.round(y)))].toSorted((a, b) => b - a);
  // On a page of a few lines, such as a title page, only what calls itself a page number is one.
  if (heights.length <= EDGE_LINES * 2) return page.filter(({ text }) => PAGE_NUMBER.test(text.trim()));
  const edge = new Set([...heights.slice(0, EDGE_LINES), ...heights.slice(-EDGE_LINES)]);
  return page.filter(({ y }) => edge.has(Math.round(y)));
}

/** A page number grows by one from page to page, and by two where a page of the file shows two of the print. */
const STEPS = [1, 2];

/** A line with more figures is a row of a table. */
const MOST_FIGURES = 12;

/**
 * What a line may have in common with lines of other pages, each time with its height, so that a sentence that happens
 * to be repeated elsewhere on a page is left alone: all its words, or all but one figure that counts with the pages.
 * Sentences whose figures change in another way, as in bulletins of a page each, have no key in common.
 */
function keysOf({ text, y }: Fragment, page: number): readonly string[] {
  const words = text.trim();
  const figures = [...words.matchAll(/\d+/g)];
  const counting = figures.length > MOST_FIGURES ? [] : figures;
  const numbered = counting.flatMap(({ 0: figure, index }) =>
    STEPS.map((step) => {
      const first = Number(figure) - step * page;
      return `${words.slice(0, index)}#${step} from ${first}${words.slice(index + figure.length)}`;
    }),
  );
  return [words, ...numbered].map((key) => `${Math.round(y)} ${key}`);
}
