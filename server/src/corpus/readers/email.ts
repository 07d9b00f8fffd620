/** Mails: press releases and newsletters as mail programs save them. Attachments are read as files of their own. */

import type { Address, Email, default as PostalMime } from 'postal-mime';
import { toIsoDate } from '../../text/isoDate.ts';
import { oneLine, type StatedMetadata } from '../stated.ts';
import { joinParagraphs, proseOf } from './paragraphs.ts';
import { type Reader, type Reading, Unreadable } from './reader.ts';
import { memorySource } from './source.ts';

export const emailReader: Reader = {
  extensions: ['eml'],
  format: 'email',
  async *read(source) {
    const mail = await parseMail(await source.bytes());
    const text = await textOf(mail);
    if (text !== null) yield text;
    yield* attachments(mail);
    if (text === null && mail.attachments.length === 0) throw new Unreadable('a mail without text');
  },
};

/** A mail of more parts within parts is built to be slow. */
const DEEPEST_PARTS = 30;

/** Parses a mail. Rejects with `Unreadable`. */
export async function parseMail(bytes: Uint8Array): Promise<Email> {
  // Folders without mails never load the parser.
  const Parser: typeof PostalMime = (await import('postal-mime')).default;
  try {
    // A message that is attached is read as a file, so that its words are not taken for those of the outer one.
    return await Parser.parse(bytes, { maxNestingDepth: DEEPEST_PARTS, forceRfc822Attachments: true });
  } catch (error) {
    throw new Unreadable(
      `not a mail that can be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function textOf(mail: Email): Promise<Reading | null> {
  const stated = metadataOf(mail);
  const origin = { format: 'email', record: null, line: null } as const;
  if (mail.text !== undefined && mail.text.trim() !== '') {
    const text = mail.text.replaceAll('\r\n', '\n');
    return {
      kind: 'read',
      text,
      prose: proseOf(text),
      stated,
      origin: { ...origin, part: null, starts: [] },
    };
  }
  if (mail.html === undefined) return null;
  const { markupParagraphs } = await import('./markup.ts');
  const { starts, ...extracted } = joinParagraphs(markupParagraphs(mail.html));
  if (extracted.prose.length === 0) return null;
  return { kind: 'read', ...extracted, stated, origin: { ...origin, part: 'paragraph', starts } };
}

function metadataOf({ subject, from, date, headers }: Email): StatedMetadata {
  // The day in the sender's own zone, as the header writes it.
  const written = headers.find(({ key }) => key === 'date')?.value ?? '';
  return {
    title: oneLine(subject ?? '') || null,
    outlet: null,
    author: sender(from),
    published: toIsoDate(written) ?? toIsoDate(date ?? ''),
    url: null,
  };
}

function sender(from: Address | undefined): string | null {
  if (from === undefined) return null;
  return oneLine(from.name) || from.address || null;
}

async function* attachments(mail: Email): AsyncGenerator<Reading> {
  for (const [index, { filename, mimeType, content }] of mail.attachments.entries()) {
    if (typeof content === 'string' || (filename === null && NO_FILES.test(mimeType))) continue;
    const name = fileName(filename, mimeType, index + 1);
    yield { kind: 'member', name, source: memorySource(name, new Uint8Array(content)) };
  }
}

/** Types of attachments that are never articles, for those without a name: pictures in the text, signatures. */
const NO_FILES = /^(?:image|audio|video|font)\/|signature$|^text\/(?:calendar|vcard)$/i;

/** The last part of the attachment's name, so that no path leads anywhere. */
function fileName(name: string | null, mimeType: string, number: number): string {
  const last = (name ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
  if (last !== '' && last !== '.' && last !== '..') return last;
  return mimeType === 'message/rfc822' ? `message ${number}.eml` : `attachment ${number}`;
}
