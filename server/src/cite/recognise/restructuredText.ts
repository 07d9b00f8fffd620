/** Citations in reStructuredText: footnotes, citations, roles of bibliographies, links. */

import type { CitationPattern, DefinitionPattern } from './pattern.ts';

export const RESTRUCTUREDTEXT_CITATIONS: readonly CitationPattern[] = [
  { kind: 'note', pattern: /\[(?<value>#[\p{L}\p{N}_.-]{1,100}|\d{1,4})\]_(?![\p{L}\p{N}])/dgu },
  { kind: 'key', pattern: /\[(?<value>\p{L}[\p{L}\p{N}_.:+-]{0,100})\]_(?![\p{L}\p{N}])/dgu },
  {
    kind: 'key',
    pattern: /:cite(?::[a-z]{1,20})?:`(?<values>[^`\n]{1,300})`/dgu,
    each: /\p{L}[\p{L}\p{N}_:.+-]*/gu,
  },
  { kind: 'link', pattern: /<(?<value>https?:\/\/[^\s<>`]{1,1000})>`__?/dgu, isApart: false },
];

export const RESTRUCTUREDTEXT_DEFINITIONS: readonly DefinitionPattern[] = [
  {
    kind: 'note',
    pattern: /^\.\. \[(?<label>#[\p{L}\p{N}_.-]{1,100}|\d{1,4})\](?<body>[^\n]*)/dgmu,
    runsOn: 'indented',
  },
  {
    kind: 'key',
    pattern: /^\.\. \[(?<label>\p{L}[\p{L}\p{N}_.:+-]{0,100})\](?<body>[^\n]*)/dgmu,
    runsOn: 'indented',
  },
];
