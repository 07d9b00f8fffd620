/** Makes PDF files for tests: lines set where the test says. */

import { PDFDocument, type PDFFont, StandardFonts } from 'pdf-lib';

/** One line: `[x, y, text]`, or with the size of its font, 10 points by default. */
export type MadeLine = readonly [x: number, y: number, text: string, size?: number];

export interface MadePdf {
  readonly pages: readonly (readonly MadeLine[])[];
  readonly title?: string;
  readonly author?: string;
}

/** An A4 document. Lines are drawn in their order. */
export async function makePdf({ pages, title, author }: MadePdf): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  if (title !== undefined) document.setTitle(title);
  if (author !== undefined) document.setAuthor(author);
  for (const lines of pages) {
    const page = document.addPage([595, 842]);
    for (const [x, y, text, size = 10] of lines) page.drawText(text, { x, y, size, font });
  }
  return document.save();
}

/** A column of text from the top of an A4 page: words set into lines `width` points wide, 12 points apart. */
export async function setColumn(
  words: string,
  { left, top, width }: { readonly left: number; readonly top: number; readonly width: number },
): Promise<readonly MadeLine[]> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  return wrap(words, width, font).map((line, index) => [left, top - index * 12, line] as const);
}

function wrap(words: string, width: number, font: PDFFont): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (font.widthOfTextAtSize(longer, 10) > width && line !== '') {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
