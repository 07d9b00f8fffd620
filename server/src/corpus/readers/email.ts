/** Mails: press releases and newsletters as mail programs save them. Attachments are read as files of their own. */

import type { Mail } from './email/mail.ts';
import { parseApart } from './parserThread.ts';
import { type ReadContext, type Reader, type Reading, type Source, Unreadable } from './reader.ts';
import { memorySource } from './source.ts';

export const emailReader: Reader = {
  extensions: ['eml'],
  format: 'email',
  async *read(source, context) {
    const { text, attachments } = await readMail(source, context);
    if (text !== null) yield text;
    yield* members(attachments, context);
    if (text === null && attachments.length === 0) throw new Unreadable('a mail without text');
  },
};

/** Reads a mail in a thread of its own. Rejects as `parseApart` does. */
export function readMail(source: Source, context: ReadContext): Promise<Mail> {
  return parseApart('email', source, context);
}

function* members(attachments: Mail['attachments'], { limits }: ReadContext): Generator<Reading> {
  for (const { name, content } of attachments.slice(0, limits.members))
    yield { kind: 'member', name, source: memorySource(name, content) };
  if (attachments.length > limits.members)
    throw new Unreadable(`holds more than ${limits.members} files; the rest is not read`);
}
