/** PDF: the text of its pages in reading order, with the offset at which each begins. */

import { getDocumentProxy } from 'unpdf';
import * as z from 'zod';
import { toIsoDate } from '../../../text/isoDate.ts';
import { NOTHING_STATED, oneLine, type StatedMetadata } from '../../stated.ts';
import { proseOf } from '../paragraphs.ts';
import { type Text, Unreadable } from '../reader.ts';
import { type DrawnText, type Fragment, joinFragments } from './fragments.ts';
import { joinPages } from './pages.ts';
import { withoutRunningHeads } from './running.ts';

/** The text of a PDF. Rejects with `Unreadable` for one with a password or without text. */
export async function parsePdf(bytes: Uint8Array): Promise<Text> {
  const document = await open(bytes);
  const pages: (readonly Fragment[])[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(joinFragments(items.flatMap(drawnText)));
    page.cleanup();
  }
  const { text, paragraphs, starts } = joinPages(withoutRunningHeads(pages));
  if (text === '') throw new Unreadable('no text layer: its pages are pictures');
  const origin = { format: 'pdf', record: null, line: null, part: 'page', starts } as const;
  return { kind: 'read', text, prose: proseOf(text, paragraphs), stated: await metadataOf(document), origin };
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // Nothing of the file is run, drawn or fetched.
    return await getDocumentProxy(bytes, { isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new Unreadable('encrypted');
    throw error;
  }
}

/** What the parser tells of a piece of text: the matrix is scale, skew and place. */
const itemSchema = z.object({
  str: z.string(),
  width: z.number(),
  transform: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]),
});

/** A piece of text that is set upright. Watermarks and marginal notes that are turned are no part of the text. */
function drawnText(item: unknown): readonly DrawnText[] {
  const parsed = itemSchema.safeParse(item);
  if (!parsed.success) return [];
  const { str: text, width, transform } = parsed.data;
  const [a, b, c, d, x, y] = transform;
  const size = Math.hypot(c, d);
  return Math.abs(b) > Math.abs(a) || size === 0 ? [] : [{ text, x, y, width, size }];
}

/** Titles that programs put in by themselves: what they say for none, and names of files. */
const NO_TITLE =
  /^(?:untitled|document\d*|microsoft word|powerpoint|slide \d|about:blank$|.{1,100}\.(?:docx?|html?|indd|qxp|pdf|pptx?|rtf|tex|dvi)$)/i;

/** What programs write where nobody gave a title or an author. */
const NOT_GIVEN = /^\(?(?:anonymous|none|no title|title|unknown|unnamed|unspecified)\)?$/i;

const infoSchema = z
  .object({ Title: z.string().catch(''), Author: z.string().catch('') })
  .catch({ Title: '', Author: '' });

/** Title and author. The day the file was made is not the day its text was published, so only XMP's own date counts. */
async function metadataOf(document: PdfDocument): Promise<StatedMetadata> {
  const { info, metadata } = await document.getMetadata().catch(() => ({ info: null, metadata: null }));
  const { Title, Author } = infoSchema.parse(info);
  const title = oneLine(Title);
  const author = oneLine(Author);
  const xmp = (name: string): string => {
    const value: unknown = metadata?.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    ...NOTHING_STATED,
    title: title === '' || NO_TITLE.test(title) || NOT_GIVEN.test(title) ? null : title,
    author: author === '' || NOT_GIVEN.test(author) ? null : author,
    published: toIsoDate(xmp('prism:publicationdate')) ?? toIsoDate(xmp('dc:date')),
  };
}
