/** The words of a Word document, from the tree of elements that its parser makes of it. */

import { raised } from '../raised.ts';

/**
 * The paragraphs of a document, then those of its footnotes and endnotes in the order of their marks. A line break is
 * a line end, and a footnote mark is not in the text. Anything that is no document has no paragraphs.
 */
export function paragraphsOf(document: unknown): readonly string[] {
  if (!isElement(document)) return [];
  const marks: Element[] = [];
  const body = wordsOf(document, marks);
  // A note is read once, though two marks may lead to it, and a mark may lead to a note that is not there.
  const notes = new Set(marks.map((mark) => noteOf(document, mark)));
  const below = [...notes].filter(isElement).map((note) => wordsOf({ children: note.body }, []));
  return [body, ...below].flatMap((words) => words.split(PARAGRAPH_END));
}

const PARAGRAPH_END = '\n\n';

type Element = Readonly<Record<string, unknown>>;

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null;
}

/** The words of an element and of those in it. Marks of notes are added to `marks`. */
function wordsOf(element: Element, marks: Element[]): string {
  const { type, value, children } = element;
  if (type === 'text') return typeof value === 'string' ? value : '';
  if (type === 'tab') return '\t';
  // Without it, the figure at the end of a line would go on with the one at the start of the next.
  if (type === 'break') return '\n';
  if (type === 'noteReference') marks.push(element);
  if (!Array.isArray(children)) return '';
  const words = children.map((child: unknown) => (isElement(child) ? wordsOf(child, marks) : '')).join('');
  if (type === 'run' && element.verticalAlignment === 'superscript') return raised(words);
  return type === 'paragraph' ? words + PARAGRAPH_END : words;
}

/** The note that a mark leads to. */
function noteOf({ notes }: Element, mark: Element): unknown {
  return isElement(notes) && typeof notes.resolve === 'function' ? notes.resolve(mark) : null;
}
