/** Mentions: the names in a sentence as its document keeps them, in a column of bytes. */

import * as z from 'zod';
import type { Name } from '../../claims/name.ts';
import { officeOf } from '../../claims/title.ts';
import type { WrittenMention } from '../index/knownNames.ts';
import { mentionOrder } from '../index/nameCorpus.ts';
import { readAs } from './shape.ts';

/** A mention with the words of its name. */
export interface FoundMention extends WrittenMention {
  readonly words: readonly string[];
}

/**
 * A row for each name: start, end, text, its words where they are others than those of the text in small letters, kind,
 * and the title before it with its start and end. Columns are not packed, so that every character counts.
 */
const rowsSchema = z.array(
  z.tuple([
    z.number(),
    z.number(),
    z.string(),
    z.array(z.string()).nullable(),
    z.enum(['person', 'body']),
    z.tuple([z.string(), z.number(), z.number()]).nullable(),
  ]),
);

const writtenSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'no JSON' });
      return z.NEVER;
    }
  })
  .pipe(rowsSchema);

/** The names of a sentence in base64, as OpenSearch takes and tells bytes. */
export function writeMentions(names: readonly Name[]): string {
  const rows: z.infer<typeof rowsSchema> = names.map(
    ({ start, end, text, words, kind, title, titleSpan }) => [
      start,
      end,
      text,
      isPlain(text, words) ? null : [...words],
      kind,
      title === null || titleSpan === null ? null : [title, titleSpan.start, titleSpan.end],
    ],
  );
  return Buffer.from(JSON.stringify(rows)).toString('base64');
}

/** The mentions that `writeMentions` wrote of a sentence of an article. Throws `ArchiveError` where it did not. */
export function readMentions(written: string, article: string): readonly FoundMention[] {
  const rows = readAs(writtenSchema, Buffer.from(written, 'base64').toString('utf8'));
  const order = mentionOrder(article);
  return rows.map(([start, end, text, words, kind, titled]): FoundMention => {
    const [title, titleStart, titleEnd] = titled ?? [null, 0, 0];
    return {
      ...{ article, order, start, end, text, kind, title },
      words: words ?? plainWords(text),
      titleSpan: titled === null ? null : { start: titleStart, end: titleEnd },
      office: title === null ? null : officeOf(title),
    };
  });
}

function plainWords(text: string): readonly string[] {
  return text.toLowerCase().split(' ');
}

function isPlain(text: string, words: readonly string[]): boolean {
  return plainWords(text).join('\n') === words.join('\n');
}
