/** Saved web pages: the main text and what the page says of itself, read in a thread of its own. */

import { statedAddress } from '../stated.ts';
import { decodePage } from './charset.ts';
import { readMail } from './email.ts';
import { parseApart } from './parserThread.ts';
import { type ReadContext, type Reader, type Text, Unreadable } from './reader.ts';

export const pageReader: Reader = {
  extensions: ['html', 'htm', 'xhtml'],
  format: 'html',
  async *read(source, context) {
    yield await parsePage(async () => {
      const decoded = decodePage(await source.bytes());
      if (decoded.kind === 'unreadable') throw new Unreadable(decoded.reason);
      return decoded.text;
    }, context);
  },
};

/** Pages that browsers save as one file: a mail with the page as its text. */
export const savedPageReader: Reader = {
  extensions: ['mhtml', 'mht'],
  format: 'html',
  async *read(source, context) {
    const { html, problem, savedFrom } = await readMail(source, context);
    if (html === null) throw new Unreadable(problem ?? 'a saved page without a page in it');
    const page = await parsePage(async () => html, context);
    yield { ...page, stated: { ...page.stated, url: page.stated.url ?? statedAddress(savedFrom) } };
  },
};

/** Encodings are told apart here, so that the tables of them need not be loaded in the thread as well. */
function parsePage(html: () => Promise<string>, context: ReadContext): Promise<Text> {
  return parseApart('html', { bytes: async () => new TextEncoder().encode(await html()) }, context);
}
