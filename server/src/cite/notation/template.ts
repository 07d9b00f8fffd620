/** The writer’s own template: `({outlet}, {date})`, read once and filled in for each source. */

import { longDate, UNDATED } from '../longDate.ts';
import { type CitedSource, webAddress } from '../source.ts';
import type { LanguageNotations, Notation } from './notation.ts';
import { citedName, locatorText } from './parts.ts';

/** What may stand in braces. */
export const PLACEHOLDERS = [
  'outlet',
  'author',
  'title',
  'date',
  'isodate',
  'year',
  'url',
  'file',
  'locator',
] as const;

type Placeholder = (typeof PLACEHOLDERS)[number];

/** A template that can be filled in. */
export interface Template {
  readonly parts: readonly (string | { readonly placeholder: Placeholder })[];
}

/** The template that `written` is, or what is wrong with it, in words for the user. */
export function parseTemplate(written: string): Template | { readonly problem: string } {
  const parts: (string | { readonly placeholder: Placeholder })[] = [];
  for (const part of written.split(/(\{[^{}]*\})/u)) {
    if (!part.startsWith('{')) {
      if (/[{}\r\n]/u.test(part)) return { problem: 'a brace is not closed, or a line break stands in it' };
      if (part !== '') parts.push(part);
      continue;
    }
    const placeholder = PLACEHOLDERS.find((name) => part === `{${name}}`);
    if (placeholder === undefined) {
      return { problem: `${part} is not known; known are {${PLACEHOLDERS.join('}, {')}}` };
    }
    parts.push({ placeholder });
  }
  if (!parts.some((part) => typeof part !== 'string')) return { problem: 'it names nothing of the source' };
  return { parts };
}

/** The notation that a template is, in a language that writes words as `words` does. */
export function templateNotation(
  template: Template,
  { words, address }: Pick<LanguageNotations, 'words' | 'address'>,
): Notation {
  const one = (source: CitedSource): string =>
    template.parts
      .map((part) => (typeof part === 'string' ? part : filledIn(part.placeholder, source, words, address)))
      .join('');
  return {
    place: 'before-stop',
    naming: { kind: 'none' },
    mark: (marks) => marks.map(({ source }) => ` ${one(source).trim()}`).join(''),
  };
}

type Write = (plain: string) => string;

function filledIn(placeholder: Placeholder, source: CitedSource, words: Write, address: Write): string {
  if (placeholder !== 'url') return words(valueFor(placeholder, source));
  const url = webAddress(source.url);
  return url === null ? '' : address(url);
}

function valueFor(placeholder: Exclude<Placeholder, 'url'>, source: CitedSource): string {
  switch (placeholder) {
    case 'outlet':
      return citedName(source);
    case 'author':
      return source.author ?? citedName(source);
    case 'title':
      return source.title;
    case 'date':
      return source.published === null ? UNDATED : longDate(source.published);
    case 'isodate':
      return source.published ?? UNDATED;
    case 'year':
      return source.published?.slice(0, 4) ?? UNDATED;
    case 'file':
      return source.id;
    case 'locator':
      return source.locator === null ? '' : locatorText(source.locator);
  }
}
