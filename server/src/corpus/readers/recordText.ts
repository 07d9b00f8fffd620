/** The article of a record: its text as it stands in the field, or what the markup that the field holds reads as. */

import { joinParagraphs, proseOf } from './paragraphs.ts';
import type { Reading } from './reader.ts';
import { type Fields, recordMetadata, recordText, TEXT_FIELDS } from './record.ts';

/** Where a record stands: its number in the file, and its line where that is known. */
export interface RecordPlace {
  readonly format: 'json' | 'csv';
  readonly record: number | null;
  readonly line: number | null;
}

/** A closing tag of a block: feeds and content systems give the text of articles as HTML. */
const MARKUP = /<\/(?:p|div|h[1-6]|li|article)>/i;

/**
 * A character reference or a tag, as the only group; or else a mark that they begin with, as in “AT&T” and “x < 5”. The
 * tags are those that stand among plain text: what else is in angle brackets is text.
 */
const MARKUP_OR_MARK =
  /(&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});|<\/?(?:a|abbr|b|big|blockquote|br|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|q|s|small|span|strike|strong|sub|sup|time|tt|u|ul|wbr)(?:\s{1,9}[\w:-]{1,40}=[^<>]*)?\s?\/?>)|[&<]/gi;

/**
 * What a text reads as that has no block that ends, but may have character references or tags. Its line ends part
 * paragraphs, as content systems keep them, and so they stay.
 */
async function unmarked(text: string): Promise<string> {
  let hasMarkup = false;
  const html = text.replace(MARKUP_OR_MARK, (mark: string, markup: string | undefined) => {
    hasMarkup ||= markup !== undefined;
    return markup ?? (mark === '&' ? '&amp;' : '&lt;');
  });
  if (!hasMarkup) return text;
  const { markupParagraphs } = await import('./markup.ts');
  return markupParagraphs(html, 'lines kept').join('\n\n');
}

/** Reads a record, or says why it is no article. */
export async function readRecord(fields: Fields, place: RecordPlace): Promise<Reading> {
  const text = recordText(fields);
  if (text === null) return unreadableRecord(place, `has no ${TEXT_FIELDS} field with text`);
  const stated = recordMetadata(fields);
  const origin = { ...place, part: null, starts: [] };
  if (!MARKUP.test(text)) {
    const plain = await unmarked(text);
    return { kind: 'read', text: plain, prose: proseOf(plain), stated, origin };
  }
  const { markupParagraphs } = await import('./markup.ts');
  const { starts, ...extracted } = joinParagraphs(markupParagraphs(text));
  return { kind: 'read', ...extracted, stated, origin: { ...origin, part: 'paragraph', starts } };
}

/** A record that is no article. */
export function unreadableRecord({ record, line }: Omit<RecordPlace, 'format'>, reason: string): Reading {
  const member = line !== null ? `line ${line}` : record !== null ? `record ${record}` : null;
  return { kind: 'unreadable', member, reason };
}
