/** Markup: the paragraphs of a piece of HTML, read in one pass without a document tree. */

import { Parser } from 'htmlparser2';

/** Elements that begin and end a paragraph. A cell of a table is one, so that no figure is read across two cells. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements whose content nobody reads. */
const UNSEEN: ReadonlySet<string> = new Set(
  'script style head template noscript svg math iframe object select textarea button title'.split(' '),
);

/** The paragraphs with their blanks joined, in order, none of them empty. Takes time in proportion to `html`. */
export function markupParagraphs(html: string): readonly string[] {
  const paragraphs: string[] = [];
  let parts: string[] = [];
  let unseen = 0;
  const end = (): void => {
    const paragraph = parts.join('').replace(/\s+/gu, ' ').trim();
    if (paragraph !== '') paragraphs.push(paragraph);
    parts = [];
  };
  const parser = new Parser({
    onopentag(name) {
      if (UNSEEN.has(name)) unseen += 1;
      if (BLOCKS.has(name)) end();
    },
    ontext(text) {
      if (unseen === 0) parts.push(text);
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1);
      if (BLOCKS.has(name)) end();
    },
  });
  parser.write(html);
  parser.end();
  end();
  return paragraphs;
}
