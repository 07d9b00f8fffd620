/** Mails: press releases and newsletters as mail programs save them. Attachments are read as files of their own. */

import { withCharsets } from './email/charsets.ts';
import type { Mail } from './email/mail.ts';
import { parseApart } from './parserThread.ts';
import { type ReadContext, type Reader, type Reading, type Source, Unreadable } from './reader.ts';
import { memorySource } from './source.ts';

export const emailReader: Reader = {
  extensions: ['eml'],
  format: 'email',
  async *read(source, context) {
    const { text, problem, attachments } = await readMail(source, context);
    if (text !== null) yield text;
    else if (problem !== null) yield { kind: 'unreadable', member: null, reason: problem };
    yield* members(attachments, context);
    if (problem !== null) return;
    if (text === null && attachments.length === 0) throw new Unreadable('a mail without text');
  },
};

export interface ReadMail extends Mail {
  /** Why text or markup is null although there is some; null where all was read. */
  readonly problem: string | null;
}

/**
 * Reads a mail in a thread of its own, and once more where characters are lost since it does not say how they are
 * written. Rejects as `parseApart` does.
 */
export async function readMail(source: Source, context: ReadContext): Promise<ReadMail> {
  const kept: { bytes: Uint8Array | null } = { bytes: null };
  const bytes = async (): Promise<Uint8Array> => {
    kept.bytes = await source.bytes();
    return kept.bytes;
  };
  const mail = await parseApart('email', { bytes }, context);
  const { title, author } = mail.text?.stated ?? {};
  if (kept.bytes === null || ![mail.text?.text, mail.html, title, author].some(isDamaged))
    return { ...mail, problem: null };
  // Encodings are told apart here, so that the tables of them need not be loaded in the thread as well.
  const mended = withCharsets(kept.bytes);
  const { text, html, ...rest } = await parseApart('email', { bytes: async () => mended.bytes }, context);
  const isTextLost = mended.problem !== null && isDamaged(text?.text);
  const isPageLost = mended.problem !== null && isDamaged(html);
  return {
    ...rest,
    text: isTextLost ? null : text,
    html: isPageLost ? null : html,
    problem: isTextLost || isPageLost ? mended.problem : null,
  };
}

/** Whether characters are lost. */
function isDamaged(text: string | null | undefined): boolean {
  return text?.includes('\ufffd') === true;
}

function* members(attachments: Mail['attachments'], { limits }: ReadContext): Generator<Reading> {
  const distinct = distinctNames(attachments.map(({ name }) => name));
  for (const [index, { name, content }] of attachments.slice(0, limits.members).entries())
    yield { kind: 'member', name: distinct[index] ?? name, source: memorySource(name, content) };
  if (attachments.length > limits.members)
    throw new Unreadable(`holds more than ${limits.members} files; the rest is not read`);
}

/**
 * The names, each of them once: the second `release.txt` is `release (2).txt`, as when it is saved beside the first. A
 * name that a sender wrote stays with the file that has it.
 */
function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set(names);
  /** The last number that a file of the name got. */
  const numbers = new Map<string, number>();
  return names.map((name) => {
    let number = numbers.get(name) ?? 0;
    let distinct = name;
    do {
      number += 1;
      if (number > 1) distinct = numbered(name, number);
    } while (number > 1 && taken.has(distinct));
    numbers.set(name, number);
    taken.add(distinct);
    return distinct;
  });
}

/** The number goes before the ending, by which the file is read. */
function numbered(name: string, number: number): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? `${name} (${number})` : `${name.slice(0, dot)} (${number})${name.slice(dot)}`;
}
