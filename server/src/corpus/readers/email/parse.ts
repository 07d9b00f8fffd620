/** Parses mails. Runs in a thread of its own: a mail may have as many parts, and markup as deep, as its sender likes. */

import PostalMime, { type Address, type Email } from 'postal-mime';
import { toIsoDate } from '../../../text/isoDate.ts';
import { oneLine, type StatedMetadata } from '../../stated.ts';
import { markupParagraphs } from '../markup.ts';
import { joinParagraphs, proseOf } from '../paragraphs.ts';
import { type Text, Unreadable } from '../reader.ts';
import type { Attachment, Mail } from './mail.ts';

/** A mail of more parts within parts is built to be slow. */
const DEEPEST_PARTS = 30;

/** Parses a mail. Rejects with `Unreadable`. */
export async function parseMail(bytes: Uint8Array): Promise<Mail> {
  const email = await parse(bytes);
  return {
    kind: 'mail',
    text: textOf(email),
    html: email.html ?? null,
    savedFrom: headerOf(email, 'snapshot-content-location'),
    attachments: attachmentsOf(email),
  };
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    // A message that is attached is read as a file, so that its words are not taken for those of the outer one.
    return await PostalMime.parse(bytes, { maxNestingDepth: DEEPEST_PARTS, forceRfc822Attachments: true });
  } catch (error) {
    throw new Unreadable(
      `not a mail that can be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function textOf(email: Email): Text | null {
  const stated = metadataOf(email);
  const origin = { format: 'email', record: null, line: null } as const;
  const plain = (email.text ?? '').replaceAll('\r\n', '\n');
  const markup = markupBeside(plain.trim(), email.html ?? '');
  if (markup !== null) {
    const { starts, ...extracted } = markup;
    return { kind: 'read', ...extracted, stated, origin: { ...origin, part: 'paragraph', starts } };
  }
  if (plain.trim() === '') return null;
  return {
    kind: 'read',
    text: plain,
    prose: proseOf(plain),
    stated,
    origin: { ...origin, part: null, starts: [] },
  };
}

/** The text of the markup; null where it has none, or none that is much more than the plain text beside it. */
function markupBeside(plain: string, html: string): ReturnType<typeof joinParagraphs> | null {
  const least = MUCH_MORE * lengthOf(plain);
  // Markup that is too short for it need not be taken apart.
  if (html.length < least) return null;
  const joined = joinParagraphs(markupParagraphs(html));
  return joined.prose.length === 0 || lengthOf(joined.text) < least ? null : joined;
}

/**
 * Markup with this many times the text of the plain part is another text: the plain part of a newsletter often says no
 * more than where to see it. What a program makes of the markup has all its words, and what a sender leaves out of the
 * plain part, such as the small print, is less than the article.
 */
const MUCH_MORE = 2;

/** Characters of what one reads: an address may be longer than the sentence before it. */
function lengthOf(text: string): number {
  return text
    .replace(/https?:\/\/\S+/g, '')
    .replace(/\s+/g, ' ')
    .trim().length;
}

function metadataOf(email: Email): StatedMetadata {
  const { subject, from, date } = email;
  return {
    title: oneLine(subject ?? '') || null,
    outlet: null,
    author: sender(from),
    // The day in the sender's own zone, as the header writes it.
    published: toIsoDate(headerOf(email, 'date')) ?? toIsoDate(date ?? ''),
    url: null,
  };
}

function headerOf({ headers }: Email, name: string): string {
  return headers.find(({ key }) => key === name)?.value ?? '';
}

function sender(from: Address | undefined): string | null {
  if (from === undefined) return null;
  return oneLine(from.name) || from.address || null;
}

/** Types of attachments that are never articles, for those without a name: pictures in the text, signatures. */
const NO_FILES = /^(?:image|audio|video|font)\/|signature$|^text\/(?:calendar|vcard)$/i;

function attachmentsOf({ attachments }: Email): readonly Attachment[] {
  return attachments.flatMap(({ filename, mimeType, content }, index) => {
    if (typeof content === 'string' || (filename === null && NO_FILES.test(mimeType))) return [];
    return [{ name: fileName(filename, mimeType, index + 1), content: new Uint8Array(content) }];
  });
}

/** The last part of the attachment's name, so that no path leads anywhere. */
function fileName(name: string | null, mimeType: string, number: number): string {
  const last = (name ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
  if (last !== '' && last !== '.' && last !== '..') return last;
  return mimeType === 'message/rfc822' ? `message ${number}.eml` : `attachment ${number}`;
}
