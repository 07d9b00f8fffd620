/** Citations in Typst: references, `#cite`, footnotes, links. */

import type { CitationPattern, DefinitionPattern } from './pattern.ts';

export const TYPST_CITATIONS: readonly CitationPattern[] = [
  { kind: 'note', pattern: /#footnote\(<(?<value>[^<>\s]{1,200})>\)/dgu },
  {
    kind: 'text',
    pattern: /#footnote\[(?<value>(?:[^[\]\\]|\\.|\[[^[\]]{0,500}\]){1,2000})\](?:\s?<[^<>\s]{1,200}>)?/dgsu,
  },
  {
    kind: 'key',
    pattern: /#cite\(\s{0,20}<(?<value>[^<>\s]{1,200})>[^()\n]{0,200}\)/dgu,
  },
  { kind: 'link', pattern: /#link\("(?<value>https?:\/\/[^"\s]{1,1000})"\)/dgu, isApart: false },
];

/** References in the text; parts of addresses look like them. */
export const TYPST_REFERENCES: readonly CitationPattern[] = [
  {
    kind: 'key',
    pattern:
      /(?<![\p{L}\p{N}_@.\\/-])@(?<value>[\p{L}_](?:[\p{L}\p{N}_:.-]*[\p{L}\p{N}_])?)(?:\[[^[\]]{0,200}\])?/dgu,
  },
];

export const TYPST_DEFINITIONS: readonly DefinitionPattern[] = [
  {
    kind: 'note',
    pattern:
      /#footnote\[(?<body>(?:[^[\]\\]|\\.|\[[^[\]]{0,500}\]){0,2000})\]\s?<(?<label>[^<>\s]{1,200})>/dgsu,
    runsOn: 'in-text',
  },
];
