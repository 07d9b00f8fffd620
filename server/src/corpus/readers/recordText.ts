/** The article of a record: its text as it stands in the field, or the paragraphs of the markup that the field holds. */

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

/** Reads a record, or says why it is no article. */
export async function readRecord(fields: Fields, place: RecordPlace): Promise<Reading> {
  const text = recordText(fields);
  if (text === null) return unreadableRecord(place, `has no ${TEXT_FIELDS} field with text`);
  const stated = recordMetadata(fields);
  const origin = { ...place, part: null, starts: [] };
  if (!MARKUP.test(text)) return { kind: 'read', text, prose: proseOf(text), stated, origin };
  const { markupParagraphs } = await import('./markup.ts');
  const { starts, ...extracted } = joinParagraphs(markupParagraphs(text));
  return { kind: 'read', ...extracted, stated, origin: { ...origin, part: 'paragraph', starts } };
}

/** A record that is no article. */
export function unreadableRecord({ record, line }: Omit<RecordPlace, 'format'>, reason: string): Reading {
  const member = line !== null ? `line ${line}` : record !== null ? `record ${record}` : null;
  return { kind: 'unreadable', member, reason };
}
