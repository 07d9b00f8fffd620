/** Citations in AsciiDoc: footnotes, references into a bibliography section, links. */

import type { CitationPattern, DefinitionPattern } from './pattern.ts';

export const ASCIIDOC_CITATIONS: readonly CitationPattern[] = [
  { kind: 'note', pattern: /footnote:(?<value>[\p{L}_][\p{L}\p{N}_.-]{0,100})\[\]/dgu },
  {
    kind: 'text',
    pattern:
      /footnote:(?:[\p{L}_][\p{L}\p{N}_.-]{0,100})?\[(?<value>(?:[^[\]\\]|\\.|\[[^[\]]{0,300}\]){1,2000})\]/dgsu,
  },
  { kind: 'key', pattern: /<<(?<value>[\p{L}_][\p{L}\p{N}_:.-]{0,100})(?:,[^<>\n]{0,200})?>>/dgu },
  {
    kind: 'key',
    pattern: /\bcite(?:np)?:\[(?<values>[^[\]]{1,300})\]/dgu,
    each: /[\p{L}_][\p{L}\p{N}_:.-]*/gu,
  },
  { kind: 'link', pattern: /(?<value>https?:\/\/[^\s[\]<>"]{1,1000})\[/dgu, isApart: false },
];

export const ASCIIDOC_DEFINITIONS: readonly DefinitionPattern[] = [
  {
    kind: 'note',
    pattern:
      /footnote:(?<label>[\p{L}_][\p{L}\p{N}_.-]{0,100})\[(?<body>(?:[^[\]\\]|\\.|\[[^[\]]{0,300}\]){1,2000})\]/dgsu,
    runsOn: 'in-text',
  },
  {
    kind: 'key',
    pattern:
      /\[\[\[(?<label>[\p{L}_][\p{L}\p{N}_:.-]{0,100})(?:,[^\]\n]{0,200})?\]\]\](?<body>[^\n]{0,2000})/dgu,
    runsOn: 'not',
  },
];
