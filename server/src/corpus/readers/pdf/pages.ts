/** Pages: one text of all pages, with paragraphs that go on over the page, and where each page begins. */

import type { Fragment } from './fragments.ts';
import { paragraphLines, readingOrder } from './layout.ts';
import { type Compounds, compoundsIn, joinLines } from './words.ts';

export interface PagesText {
  readonly text: string;
  /** Offset of each paragraph. */
  readonly paragraphs: readonly number[];
  /** Offset of each page; that of a page which begins within a paragraph lies within it. */
  readonly starts: readonly number[];
}

/** Between two paragraphs: a blank line, as in plain text. */
const GAP = '\n\n';

interface Paragraph {
  readonly text: string;
  /** Pages that begin with it, or within it, as offsets of its text. */
  readonly pages: readonly number[];
}

/** The pages as one text. */
export function joinPages(pages: readonly (readonly Fragment[])[]): PagesText {
  const compounds = compoundsIn(pages.flatMap((page) => page.map((fragment) => fragment.text)));
  const paragraphs: Paragraph[] = [];
  for (const page of pages) {
    const [first = '', ...others] = paragraphsOf(page, compounds);
    const last = paragraphs.at(-1);
    if (last !== undefined && goesOn(last.text, first))
      paragraphs[paragraphs.length - 1] = joinOver(last, first, compounds);
    else paragraphs.push({ text: first, pages: [0] });
    for (const text of others) paragraphs.push({ text, pages: [] });
  }
  return place(paragraphs);
}

function paragraphsOf(page: readonly Fragment[], compounds: Compounds): readonly string[] {
  const columns = page.length === 0 ? [] : readingOrder(page);
  return columns
    .flatMap(paragraphLines)
    .map((lines) =>
      joinLines(
        lines.map(({ text }) => text),
        compounds,
      ),
    )
    .filter((text) => text.trim() !== '');
}

/** Whether a paragraph ends with no sentence and the next page starts in small letters. */
function goesOn(text: string, next: string): boolean {
  return text !== '' && !/[.!?:”"’)]$/.test(text) && /^\p{Ll}/u.test(next);
}

function joinOver(last: Paragraph, next: string, compounds: Compounds): Paragraph {
  const text = joinLines([last.text, next], compounds);
  return { text, pages: [...last.pages, Math.max(0, text.length - next.length)] };
}

function place(paragraphs: readonly Paragraph[]): PagesText {
  const starts: number[] = [];
  const offsets: number[] = [];
  const texts: string[] = [];
  let at = 0;
  for (const { text, pages } of paragraphs) {
    starts.push(...pages.map((page) => at + page));
    // A page without words begins where the next one does.
    if (text === '') continue;
    offsets.push(at);
    texts.push(text);
    at += text.length + GAP.length;
  }
  const whole = texts.join(GAP);
  return { text: whole, paragraphs: offsets, starts: starts.map((start) => Math.min(start, whole.length)) };
}
