/** Citations in Markdown: footnotes, Pandoc's keys and inline notes, links. */

import type { CitationPattern, DefinitionPattern } from './pattern.ts';

export const MARKDOWN_CITATIONS: readonly CitationPattern[] = [
  { kind: 'note', pattern: /\[\^(?<value>[^\s[\]]{1,100})\](?!:)/dgu, mark: '[^' },
  { kind: 'text', pattern: /\^\[(?<value>[^[\]]{1,1000})\]/dgu, mark: '^[' },
  {
    kind: 'key',
    pattern: /\[(?<values>[^[\]\n]{0,100}?-?@[^[\]]{1,300})\](?![(:[])/dgu,
    mark: '@',
    each: /(?<![\p{L}\p{N}])@\{?([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?~/-]*[\p{L}\p{N}_/])?)/gu,
  },
  {
    kind: 'link',
    pattern:
      /\]\(<?(?<value>https?:\/\/[^\s<>()]{1,1000}(?:\([^\s<>()]{0,200}\)[^\s<>()]{0,200})?)>?(?:\s{1,3}"[^"\n]{0,300}")?\)/dgu,
    mark: '](',
    isApart: false,
  },
  { kind: 'link', pattern: /<(?<value>https?:\/\/[^\s<>]{1,1000})>/dgu, mark: '<http', isApart: false },
];

/** Keys in the text. They may be handles, and parts of addresses look like them. */
export const MARKDOWN_KEYS_IN_TEXT: readonly CitationPattern[] = [
  {
    kind: 'key',
    pattern: /(?<![\p{L}\p{N}_@.[/-])@(?<value>[\p{L}_][\p{L}\p{N}_:./-]{0,80}[\p{L}\p{N}_])/dgu,
    mark: '@',
    isApart: false,
  },
];

/** A definition runs over the lines below it that are indented, also behind blank ones. */
export const MARKDOWN_DEFINITIONS: readonly DefinitionPattern[] = [
  {
    kind: 'note',
    pattern: /^ {0,3}\[\^(?<label>[^\s[\]]{1,100})\]:(?<body>[^\n]*)/dgmu,
    mark: '[^',
    runsOn: 'indented',
  },
];
