/** HTML drafts: the prose between tags, comments and code. The tokens are those of `htmlparser2`. */

import { Tokenizer } from 'htmlparser2';
import type { IsoDate } from '../../corpus/article.ts';
import { toIsoDate } from '../../text/isoDate.ts';
import type { Prose } from '../draft.ts';
import { createProseWriter } from '../proseWriter.ts';
import { createTagReader } from './tags.ts';

/**
 * The prose of an HTML text. Any string is accepted. Only the tokenizer is asked: it takes time in proportion to the
 * text, where the parser on top of it needs 18 s for 1 MB of nested elements.
 */
export function readHtml(text: string): Prose {
  const out = createProseWriter(text);
  const tags = createTagReader(text, out);
  // Where the token ends that was read last: an entity starts there.
  let at = 0;
  const ignored = (): void => {};
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (_, end) => {
        at = end;
      },
      ontextentity(codePoint, end) {
        // The second character of an entity that stands for two has no place of its own.
        if (end > at) tags.character(at, end, String.fromCodePoint(codePoint));
        at = end;
      },
      onopentagname: (start, end) => tags.open(start - 1, text.slice(start, end).toLowerCase()),
      onopentagend(end) {
        at = end + 1;
        tags.opened(at);
      },
      onselfclosingtag(end) {
        at = end + 1;
        tags.opened(at);
      },
      onclosetag(start, end) {
        at = afterTag(text, end);
        tags.close(start - 2, at, text.slice(start, end).toLowerCase());
      },
      oncomment(start, end) {
        const from = text.startsWith('<!--', start - 4) ? start - 4 : start - 2;
        at = Math.min(end + 1, text.length);
        tags.comment(from, at);
      },
      ondeclaration(start, end) {
        at = end + 1;
        tags.markup(start - 2, at);
      },
      onprocessinginstruction(start, end) {
        at = end + 1;
        tags.markup(start - 2, at);
      },
      oncdata(start, end) {
        at = end + 1;
        tags.markup(start - '<![CDATA['.length, at);
      },
      onattribname: ignored,
      onattribdata: ignored,
      onattribentity: ignored,
      onattribend: ignored,
      onend: () => tags.end(at),
    },
  );
  tokenizer.write(text);
  tokenizer.end();
  return out.finish();
}

/** A closing tag may hold blanks and more before its bracket. */
function afterTag(text: string, from: number): number {
  const found = text.indexOf('>', from);
  return found < 0 ? text.length : found + 1;
}

const META = /<(?:meta|time)\s[^<>]{0,400}>/gi;
const NAMES_DATE =
  /\b(?:name|property|itemprop)\s{0,3}=\s{0,3}["']?(?:date|dcterms\.date|article:published_time|datePublished)\b/i;
const VALUE = /\b(?:content|datetime)\s{0,3}=\s{0,3}["']([^"'<>]{1,60})["']/i;

/** The date of publication that the head of the page states; null when it states none. */
export function dateOfHtml(text: string): IsoDate | null {
  for (const [tag] of text.slice(0, HEAD_READ).matchAll(META)) {
    const value = NAMES_DATE.test(tag) ? VALUE.exec(tag)?.[1] : undefined;
    const date = value === undefined ? null : toIsoDate(value);
    if (date !== null) return date;
  }
  return null;
}

/** UTF-16 units at the start of a page among which its date is looked for. */
const HEAD_READ = 20_000;
