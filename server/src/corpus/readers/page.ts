/** Saved web pages: the main text and what the page says of itself, read in a thread of its own. */

import { statedAddress } from '../metadata.ts';
import { parseMail } from './email.ts';
import { parseApart } from './parserThread.ts';
import { type Reader, Unreadable } from './reader.ts';

export const pageReader: Reader = {
  extensions: ['html', 'htm', 'xhtml'],
  format: 'html',
  async *read(source, context) {
    yield await parseApart('html', source, context);
  },
};

/** Pages that browsers save as one file: a mail with the page as its text. */
export const savedPageReader: Reader = {
  extensions: ['mhtml', 'mht'],
  format: 'html',
  async *read(source, context) {
    const { html, headers } = await parseMail(await source.bytes());
    if (html === undefined) throw new Unreadable('a saved page without a page in it');
    const page = await parseApart('html', { bytes: async () => new TextEncoder().encode(html) }, context);
    const saved = headers.find(({ key }) => key === 'snapshot-content-location')?.value ?? '';
    yield { ...page, stated: { ...page.stated, url: page.stated.url ?? statedAddress(saved) } };
  },
};
