/** HTML: the main text of a saved page, found as the reader view of a browser finds it. */

import { Readability } from '@mozilla/readability';
import { markupParagraphs } from '../markup.ts';
import { joinParagraphs } from '../paragraphs.ts';
import type { Text } from '../reader.ts';
import { pageMetadata } from './metadata.ts';
import { type Page, parsePage } from './page.ts';

/** The main text of a page, which comes as UTF-8, one paragraph a block. */
export async function parseHtml(bytes: Uint8Array): Promise<Text> {
  const html = new TextDecoder().decode(bytes);
  const page = parsePage(html);
  const stated = pageMetadata(page, html);
  const { starts, text, prose } = joinParagraphs(mainParagraphs(page, html));
  const origin = { format: 'html', record: null, line: null, part: 'paragraph', starts } as const;
  return { kind: 'read', text, prose, stated, origin };
}

function mainParagraphs(page: Page, html: string): readonly string[] {
  // Readability takes the document apart while it looks for the main text.
  const main = new Readability(page, { charThreshold: SHORTEST_MAIN }).parse();
  const paragraphs = markupParagraphs(main?.content ?? '');
  return paragraphs.length > 0 ? paragraphs : wholePage(html);
}

/** UTF-16 units that are taken for a main text at once. Its own 500 throw away briefs of a few sentences. */
const SHORTEST_MAIN = 200;

/** All text of a page without its navigation, for pages on which nothing stands out. */
function wholePage(html: string): readonly string[] {
  const page = parsePage(html);
  for (const element of [...page.querySelectorAll('nav, aside, footer, form, dialog')]) element.remove();
  return markupParagraphs(page.body.innerHTML);
}
